// SPDX-License-Identifier: MIT
#include "report/report.hpp"
#include "report/sample.hpp"
#include "report/terminal.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::json;

const std::vector<authority::AuthorityInfo> kAuthorities{
    {.name = "sample", .date = "2026-11-01", .records = 935, .events = 12, .sample = true}};
const std::vector<Error> kSkipped{{"expected UTF-8 text, found a PDF", "drafts/x.txt", 0}};

std::string whole_report(std::size_t width, bool colour = false, bool verbose = false) {
    const std::vector<CheckedArticle> all{sample_article()};
    const TextStyle style{colour, width, verbose};
    return check_text(all.front(), style) + check_summary_text(all, kSkipped, kAuthorities, style);
}

std::string golden(const char* name) {
    return test::read_text(test::repository_file(std::string("tests/report/golden/") + name));
}

TEST(CheckText, IsAsTheGoldenHasIt) {
    EXPECT_EQ(whole_report(100), golden("check_100.txt"));
    EXPECT_EQ(whole_report(60), golden("check_60.txt"));
    EXPECT_EQ(whole_report(100, false, true), golden("check_verbose.txt"));
}

TEST(CheckText, KeepsWithinTheTerminal) {
    for (const std::size_t width : {60U, 80U, 100U, 140U}) {
        for (const std::string& line : lines_of(whole_report(width))) {
            // Only a word that is longer than its column, an identifier to be copied, may stand out.
            const bool one_word = line.size() > 16 && line.find(' ', 16) == std::string::npos;
            EXPECT_TRUE(columns(line) <= width || one_word) << line;
        }
    }
}

TEST(CheckText, ColourAddsNothingButColour) {
    std::string plain;
    bool escape = false;
    for (const char c : whole_report(100, true)) {
        escape = escape || c == '\x1b';
        if (!escape) {
            plain.push_back(c);
        }
        escape = escape && c != 'm';
    }
    EXPECT_EQ(plain, whole_report(100));
    EXPECT_NE(whole_report(100, true), whole_report(100));
}

TEST(CheckText, EveryHeadHasPlaceLevelAndRule) {
    int heads = 0;
    for (const std::string& line : lines_of(check_text(sample_article(), TextStyle{false, 0, false}))) {
        if (!line.starts_with("corpus/articles/back.txt:")) {
            continue;
        }
        heads += line.find(": error[") != std::string::npos || line.find(": warning[") != std::string::npos ||
                         line.find(": note[") != std::string::npos
                     ? 1
                     : 0;
    }
    EXPECT_EQ(heads, 4);
}

TEST(CheckText, HidesNothingOfWhatWasNotChecked) {
    const std::string nobody = check_summary_text({}, {}, {}, TextStyle{});
    EXPECT_NE(nobody.find("no authority is installed"), std::string::npos);
    const std::string summary = whole_report(100);
    EXPECT_NE(summary.find("drafts/x.txt: expected UTF-8 text, found a PDF"), std::string::npos);
    EXPECT_NE(summary.find("1 could not be decided"), std::string::npos);
}

TEST(CheckNdjson, HasOneLineAReferenceWithTheKeysPromised) {
    const auto lines = lines_of(check_ndjson(sample_article()));
    ASSERT_EQ(lines.size(), 4U);
    std::vector<std::string> headlines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Json json = Json::parse(lines[i]);
        for (const char* key : {"id", "headline", "existence", "description", "status", "wrong_fields",
                                "record", "evidence", "path", "index", "label", "raw", "line", "col",
                                "reason", "next_step", "corrected", "probability", "notices"}) {
            EXPECT_TRUE(json.contains(key)) << key;
        }
        EXPECT_EQ(json["index"], i + 1);
        EXPECT_EQ(json["line"], 60 + i);
        headlines.push_back(json["headline"]);
    }
    EXPECT_EQ(headlines,
              (std::vector<std::string>{"verified", "mismatch", "wrong_identifier", "undecidable"}));
    const Json found = Json::parse(lines[0]);
    EXPECT_EQ(found["record"], Json::parse(R"({"DOI":"10.1016/s0140-6736(18)30480-x","PMID":"29573870"})"));
    EXPECT_EQ(found["description"], "exact");
    EXPECT_TRUE(found["corrected"].is_null());
    const Json wrong = Json::parse(lines[1]);
    EXPECT_EQ(wrong["wrong_fields"], Json::parse(R"(["title","issued"])"));
    EXPECT_TRUE(wrong["record"]["PMID"].is_null());
    EXPECT_EQ(wrong["corrected"]["page"], "2368-2383");
    EXPECT_EQ(wrong["evidence"][0]["agreement"], "different");
    const Json open = Json::parse(lines[3]);
    EXPECT_TRUE(open["record"].is_null());
    EXPECT_TRUE(open["description"].is_null());
    EXPECT_TRUE(open["status"].is_null());
}

TEST(CheckNdjson, AnswersCitationsWithoutAnArticle) {
    const CheckedArticle sample = sample_article();
    const std::string line =
        citation_ndjson("v1", sample.article.references[1].reference, sample.verdicts[1]);
    EXPECT_EQ(std::ranges::count(line, '\n'), 1);
    const Json json = Json::parse(line);
    EXPECT_EQ(json["id"], "v1");
    EXPECT_EQ(json["headline"], "mismatch");
    const Json bad = Json::parse(bad_citation_ndjson("7", "expected a JSON object"));
    EXPECT_EQ(bad["id"], "7");
    EXPECT_EQ(bad["headline"], "unchecked");
    EXPECT_EQ(bad["existence"], "unchecked");
    EXPECT_EQ(bad["reason"], "expected a JSON object");
    EXPECT_TRUE(bad["record"].is_null());
}

TEST(FindingsNdjson, HasVerdictsAndFindingsByPlace) {
    const auto lines = lines_of(findings_ndjson(sample_article()));
    ASSERT_EQ(lines.size(), 4U);
    std::vector<std::string> rules;
    for (const std::string& line : lines) {
        rules.push_back(Json::parse(line)["rule"]);
    }
    EXPECT_EQ(rules,
              (std::vector<std::string>{"flagged-only", "mismatch", "wrong_identifier", "undecidable"}));
}

TEST(CheckJson, IsADocumentWithFormatAndCounts) {
    const std::vector<CheckedArticle> all{sample_article()};
    const Json json = Json::parse(check_json(all, kSkipped, kAuthorities));
    EXPECT_EQ(json["format"], "whereof-check-1");
    EXPECT_TRUE(json.contains("version"));
    EXPECT_EQ(json["counts"]["mismatch"], 1);
    EXPECT_EQ(json["counts"]["retracted"], 0);
    EXPECT_EQ(json["articles"][0]["references"].size(), 4U);
    EXPECT_EQ(json["articles"][0]["claims"][0]["references"], Json::parse("[3,2]"));
    EXPECT_EQ(json["articles"][0]["findings"][0]["rule"], "flagged-only");
    EXPECT_EQ(json["authorities"][0]["sample"], true);
    EXPECT_EQ(json["skipped"][0]["where"], "drafts/x.txt");
}

/// Every text of an article that a file can choose.
CheckedArticle poisoned(const std::string& text) {
    CheckedArticle out = sample_article();
    out.path = "a" + text;
    out.article.title = text;
    out.article.warnings = {text};
    for (auto& listed : out.article.references) {
        listed.reference.raw = text;
        listed.reference.label = text;
        listed.reference.item.title = text;
        listed.reference.item.author = {{text, text, {}, {}, {}, {}}};
    }
    for (auto& claim : out.article.claims) {
        claim.text = text;
        claim.evidence = text;
    }
    for (auto& verdict : out.verdicts) {
        verdict.reason = text;
        verdict.notices = {text};
        for (auto& evidence : verdict.evidence) {
            evidence.cited = text;
            evidence.found = text + ".";
            evidence.note = text;
            evidence.source = text;
        }
        if (verdict.corrected) {
            verdict.corrected->title = text;
            verdict.corrected->note = text;
        }
    }
    out.findings[0].message = text;
    return out;
}

TEST(CheckReports, StayValidJsonOnAnyBytes) {
    for (const std::string& text :
         {std::string("\xFF\xFE"), std::string("\0a", 2), std::string("\xED\xA0\x80"),
          std::string("\n{\"id\":1}\n"), std::string("\"\\\x1b[2J")}) {
        const CheckedArticle bad = poisoned(text);
        for (const std::string& line : lines_of(check_ndjson(bad) + findings_ndjson(bad))) {
            EXPECT_TRUE(Json::accept(line)) << line;
        }
        EXPECT_TRUE(Json::accept(check_json({{bad}}, {{{text, text, 0}}}, kAuthorities)));
        EXPECT_TRUE(Json::accept(bad_citation_ndjson(text, text)));
        EXPECT_EQ(lines_of(check_ndjson(bad)).size(), 4U);
    }
}

/// No control character but the line break may reach the terminal, nor what turns the direction of writing.
void expect_harmless(const std::string& text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        EXPECT_TRUE(byte >= 0x20 || c == '\n') << static_cast<int>(byte);
        EXPECT_NE(byte, 0x7F);
    }
    for (const char* bad : {"\u009b", "\u202e", "\u202a", "\u2066", "\u2028", "\u200f", "\u0085"}) {
        EXPECT_EQ(text.find(bad), std::string::npos);
    }
}

TEST(CheckText, LetsNoControlCharacterThrough) {
    const std::vector<std::string> payloads{
        "\x1b[2J\x1b[H", "\x1b]8;;http://a/\x07x", "\u009b31m",          "a\bb\x7f",
        "\u202egnp.exe", "x\u2028y\u0085",         "line\nbreak\r\nand", std::string("nul\0byte", 8)};
    for (const std::string& payload : payloads) {
        const std::vector<CheckedArticle> all{poisoned(payload)};
        expect_harmless(check_text(all[0], TextStyle{false, 60, true}));
        expect_harmless(check_summary_text(all, {{{payload, payload, 0}}}, kAuthorities, TextStyle{}));
    }
}

TEST(CheckText, ObeysTheRuleOfTheTerminalPayloads) {
    WHEREOF_SHARED_DATA(file, "nasty/handmade/terminal.jsonl");
    for (const std::string& line : lines_of(test::read_text(file))) {
        if (line.empty()) {
            continue;
        }
        const std::string payload = Json::parse(line)["title"];
        expect_harmless(check_text(poisoned(payload), TextStyle{false, 80, true}));
    }
}

TEST(TerminalSafe, ShowsWhatItHides) {
    EXPECT_EQ(terminal_safe("a\x1b[2Jb"), "a\\x1b[2Jb");
    EXPECT_EQ(terminal_safe("\u202egnp"), "\\u202egnp");
    EXPECT_EQ(without_bidi("a\u202egnp\u2069 \u2013 \u2065 b\u202a\xE2\x80\nc\xE2"),
              "agnp \u2013 \u2065 b\xE2\x80\nc\xE2");
    EXPECT_EQ(terminal_safe("\xFF\xC3"), "\\xff\\xc3");
    EXPECT_EQ(terminal_safe("naïve – 漢字\n"), "naïve – 漢字\n");
    EXPECT_EQ(terminal_safe("\uFFFD"), "\uFFFD");
    EXPECT_EQ(terminal_safe("\U000E0041"), "\\U000e0041");
}

TEST(OneLine, FoldsEveryLineEnd) {
    EXPECT_EQ(one_line("TY  - JOUR\r\nTI  - T\rER  -\r\n"), "TY - JOUR TI - T ER -");
    EXPECT_EQ(one_line("a\x1b\rb"), "a\\x1b b");
}

TEST(Terminal, WrapsByColumns) {
    EXPECT_EQ(wrap("aa bb cc", 5), (std::vector<std::string>{"aa bb", "cc"}));
    EXPECT_EQ(wrap("longerthanall b", 4), (std::vector<std::string>{"longerthanall", "b"}));
    EXPECT_EQ(wrap("漢字 漢字", 4), (std::vector<std::string>{"漢字", "漢字"}));
    EXPECT_EQ(wrap("", 10), (std::vector<std::string>{""}));
    EXPECT_EQ(columns("漢字é"), 5U);
    EXPECT_EQ(clipped("one two three four", 12), "one two …");
    EXPECT_EQ(clipped("short", 12), "short");
}

}  // namespace
}  // namespace whereof::report
