// SPDX-License-Identifier: MIT
#include "article/readers.hpp"
#include "report/escapes.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "report/rules.hpp"
#include "report/sample.hpp"
#include "support/data.hpp"
#include "text/utf8.hpp"
#include "verify/checks.hpp"
#include "verify/verify.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::json;

const std::vector<authority::AuthorityInfo> kAuthorities{{"sample", "2026-11-01", 935, 12, true}};

/// What no report may let through, whatever its form.
constexpr std::string_view kHostile[] = {
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "]]></system-out><failure/>",
    "a\"b'c&d;e",
    "::error file=x::spoofed",
    "x ##[add-mask]y",
    "| a | b |\n| --- | --- |\n\n# heading @team #12 www.evil.example [x](javascript:alert(1)) `c`",
    "\x1b[31mred\x1b]0;title\x07",
    "\xff\xfe\x80 broken \xc3\x28 \xed\xa0\x80",
    "\u202egnp.exe\u2066",
    "\uffff\ufffe",
    "100%\r\nnext",
};

CheckedArticle hostile_article() {
    CheckedArticle out = sample_article();
    std::string all;
    for (const std::string_view text : kHostile) {
        all += text;
        all += '\n';
    }
    all += std::string("nul\0byte", 8);
    out.path = "dir:a,b/" + all;
    out.article.title = all;
    out.article.warnings = {all};
    out.article.text = all + out.article.text;
    for (auto& listed : out.article.references) {
        listed.reference.raw = all;
        listed.reference.label = all;
    }
    for (auto& claim : out.article.claims) {
        claim.text = all;
    }
    for (auto& verdict : out.verdicts) {
        verdict.reason = all;
        verdict.next_step = all;
        verdict.notices = {all};
        for (auto& evidence : verdict.evidence) {
            evidence.cited = evidence.found = evidence.note = evidence.source = all;
        }
    }
    for (auto& finding : out.findings) {
        finding.message = finding.hint = all;
    }
    return out;
}

CheckRun run_of(const std::vector<CheckedArticle>& all, const std::vector<Error>& skipped) {
    CheckRun run;
    run.all = all;
    run.skipped = skipped;
    run.authorities = kAuthorities;
    run.fails = {finding::Headline::mismatch, finding::Headline::wrong_identifier};
    run.version = "1.2.3";
    return run;
}

std::string written(std::string_view format, const CheckRun& run) {
    return std::ranges::find(check_formats(), format, &CheckFormat::name)->write(run);
}

TEST(CheckFormats, EachHasANameOfItsOwnAndIsInTheReadme) {
    const std::string readme = test::read_text(test::repository_file("README.md"));
    std::set<std::string_view> names;
    for (const CheckFormat& format : check_formats()) {
        EXPECT_TRUE(names.insert(format.name).second);
        EXPECT_FALSE(format.about.empty());
        EXPECT_NE(readme.find("`" + std::string(format.name) + "`"), std::string::npos) << format.name;
    }
}

TEST(CheckFormats, WhateverWasReadTheyStayUtf8WithoutControls) {
    const std::vector<CheckedArticle> all{hostile_article()};
    const std::vector<Error> skipped{{all.front().path, all.front().path}};
    for (const CheckFormat& format : check_formats()) {
        SCOPED_TRACE(format.name);
        const std::string out = format.write(run_of(all, skipped));
        EXPECT_TRUE(text::is_valid_utf8(out));
        EXPECT_TRUE(std::ranges::all_of(out, [](char c) {
            return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r';
        }));
        for (const std::string_view turning : {"\u202a", "\u202e", "\u2066", "\u2069"}) {
            EXPECT_EQ(out.find(turning), std::string::npos);
        }
    }
}

TEST(CheckFormats, AnEmptyRunIsAWholeDocument) {
    const CheckRun run = run_of({}, {});
    EXPECT_EQ(Json::parse(written("sarif", run))["runs"][0]["results"].size(), 0U);
    EXPECT_NE(written("junit", run).find("tests=\"0\""), std::string::npos);
    EXPECT_NE(written("markdown", run).find("0 references in 0 articles"), std::string::npos);
    EXPECT_EQ(lines_of(written("csv", run)).size(), 1U);
}

TEST(CheckGithub, NothingFromOutsideIsACommand) {
    const std::vector<CheckedArticle> all{hostile_article()};
    const std::vector<Error> skipped{{all.front().path, all.front().path}};
    std::size_t commands = 0;
    for (const std::string& line : lines_of(written("github", run_of(all, skipped)))) {
        const std::string trimmed(text::trim(line));
        commands += trimmed.starts_with("::") ? 1U : 0U;
        EXPECT_FALSE(trimmed.starts_with("::error file=x")) << line;
        EXPECT_EQ(line.find("##["), std::string::npos) << line;
    }
    // Three verdicts, one finding, one file.
    EXPECT_EQ(commands, 5U);
}

TEST(CheckGithub, ColonsAndCommasOfPropertiesAreEscaped) {
    EXPECT_EQ(workflow_property("a:b,c%d\ne"), "a%3Ab%2Cc%25d%0Ae");
    EXPECT_EQ(workflow_data("a:b,c%d\ne"), "a:b,c%25d%0Ae");
}

TEST(CheckFormats, EveryFormNamesWhatCouldNotBeRead) {
    const std::vector<CheckedArticle> all{sample_article()};
    const std::vector<Error> skipped{{"expected a PDF, found noise", "drafts/x.pdf", 7}, {"gone", "y.md", 0}};
    for (const CheckFormat& format : check_formats()) {
        for (const bool findings_only : {false, true}) {
            CheckRun run = run_of(all, skipped);
            run.findings_only = findings_only;
            const std::string out = format.write(run);
            for (const std::string_view words :
                 {"drafts/x.pdf", "expected a PDF, found noise", "y.md", "gone"}) {
                EXPECT_NE(out.find(words), std::string::npos) << format.name << words;
            }
        }
    }
    const Json line = Json::parse(skipped_ndjson(std::span(skipped).first(1)));
    EXPECT_EQ(
        line,
        Json::parse(
            R"({"skipped":{"path":"drafts/x.pdf","message":"expected a PDF, found noise","offset":7}})"));
    const auto rows = lines_of(check_csv(run_of(all, skipped)));
    EXPECT_EQ(std::ranges::count(rows.back(), ','), std::ranges::count(rows.front(), ','));
}

TEST(CheckSarif, TellsRulesPlacesFingerprintsAndWhatWasNotRead) {
    const std::vector<CheckedArticle> all{sample_article()};
    const std::vector<Error> skipped{{"expected UTF-8 text, found a PDF", "drafts/x.txt", 0}};
    const Json run = Json::parse(written("sarif", run_of(all, skipped)))["runs"][0];
    EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
    EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
    EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"].size(), 1U);
    std::set<std::string> fingerprints;
    for (const Json& result : run["results"]) {
        fingerprints.insert(result["partialFingerprints"]["whereof/v1"].get<std::string>());
        if (result.contains("ruleIndex")) {
            const auto index = result["ruleIndex"].get<std::size_t>();
            EXPECT_EQ(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        }
    }
    EXPECT_EQ(fingerprints.size(), run["results"].size());
    EXPECT_EQ(run["results"].size(), issues_of(all.front()).size());
}

/// What a viewer marks of `text` for a region: lines end with LF, columns count code points, ends lie behind.
std::string marked(const std::string& text, const Json& region) {
    const std::vector<std::string> lines = lines_of(text);
    const auto number = [&](const char* name) { return region.value(name, std::size_t{10'000}); };
    std::string out;
    for (std::size_t row = number("startLine"); row <= number("endLine"); ++row) {
        const std::string& line = lines.at(row - 1);
        std::size_t at = 0;
        for (std::size_t column = 1; at < line.size(); ++column) {
            const std::size_t begin = at;
            text::next_code_point(line, at);
            const bool begun = row > number("startLine") || column >= number("startColumn");
            const bool ended = row == number("endLine") && column >= number("endColumn");
            out += begun && !ended ? line.substr(begin, at - begin) : "";
        }
        out += row < number("endLine") ? "\n" : "";
    }
    return out;
}

TEST(CheckSarif, ARegionEndsBehindWhatItIsAbout) {
    const std::string text =
        "# Über Schmerzen – Pain\n\n“Naïve” rest fails [1]. A 2023 trial found that ‘yoga’ helps. It helps "
        "more than "
        "rest [2]. Walking is as good [1,7]. Naïve ends [2].\n\n## References\n\n"
        "1. Übel J, Smith A. A trial of yoga for pain. Spine. 2011;36:100-108.\n"
        "2. Smith A, Jones B. A trial of rest for pain. Spine. 2012;37:100-108.\n";
    auto articles = article::read_articles(text, "a.md");
    ASSERT_TRUE(articles.at(0).has_value());
    CheckedArticle checked{"a.md", *std::move(articles[0]), {}, {}};
    checked.verdicts.resize(checked.article.references.size());
    checked.findings = verify::check_article(checked.article, checked.verdicts, {});
    const std::vector<CheckedArticle> all{checked};
    const Json run = Json::parse(written("sarif", run_of(all, {})))["runs"][0];
    std::map<std::string, std::string> found;
    for (const Json& result : run["results"]) {
        const Json& place = result["locations"][0]["physicalLocation"];
        found.try_emplace(result["ruleId"], marked(text, place["region"]));
        for (const Json& related : result.value("relatedLocations", Json::array())) {
            found[related["message"]["text"]] = marked(text, related["physicalLocation"]["region"]);
        }
    }
    EXPECT_EQ(found["uncited-claim"], "A 2023 trial found that ‘yoga’ helps.");
    EXPECT_EQ(found["dangling-marker"], "[1,7]");
    EXPECT_EQ(found["unchecked"], "Übel J, Smith A. A trial of yoga for pain. Spine. 2011;36:100-108.");
    EXPECT_EQ(found["Naïve ends."], "Naïve ends [2].");
}

TEST(CheckSarif, TheRegionOfAReferenceEndsWithItsLastLine) {
    struct Case {
        const char* name;
        std::string text;
        std::vector<std::string> regions;
    };
    const std::vector<Case> cases{
        {"a.md",
         "# Pain\n\nRest fails [1,2].\n\n## References\n\n1. Übel J, Smith A. A trial of yoga\n   for pain – "
         "now. "
         "Spine.\n   2011;36:100-108.\n2. Smith A, Jones B. A trial of rest for pain. Spine. "
         "2012;37:100-108.\n",
         {"Übel J, Smith A. A trial of yoga\n   for pain – now. Spine.\n   2011;36:100-108.",
          "Smith A, Jones B. A trial of rest for pain. Spine. 2012;37:100-108."}},
        {"a.txt",
         "Pain\n\nRest fails [1,2].\n\nReferences\n\n[1] Smith A, Jones B. A trial of rest for\n    pain. "
         "Spine. "
         "2012;37:100-108.   \n[2] Lee K. Yoga for pain. Spine. 2013;38:10-18.\n",
         {"Smith A, Jones B. A trial of rest for\n    pain. Spine. 2012;37:100-108.",
          "Lee K. Yoga for pain. Spine. 2013;38:10-18."}},
        {"a.bib",
         "@article{übel,\n  title = {A trial of yoga},\n  year = 2011\n}\n\n@book{b, title = {Pain}}\n",
         {"@article{übel,\n  title = {A trial of yoga},\n  year = 2011\n}", "@book{b, title = {Pain}}"}},
    };
    for (const auto& [name, text, regions] : cases) {
        SCOPED_TRACE(name);
        auto articles = article::read_articles(text, name);
        ASSERT_TRUE(articles.at(0).has_value());
        std::vector<CheckedArticle> all{{name, *std::move(articles[0]), {}, {}}};
        all[0].verdicts.resize(all[0].article.references.size());
        std::vector<std::string> found;
        const Json run = Json::parse(written("sarif", run_of(all, {})))["runs"][0];
        for (const Json& result : run["results"]) {
            found.push_back(marked(text, result["locations"][0]["physicalLocation"]["region"]));
        }
        EXPECT_EQ(found, regions);
    }
}

TEST(CheckSarif, WhatDoesNotCountIsSuppressedOrUnchanged) {
    std::vector<CheckedArticle> all{sample_article()};
    all[0].quiet_verdicts[1] = {Suppression::By::comment, "the year is that of the online version"};
    all[0].quiet_verdicts[2] = {Suppression::By::baseline, ""};
    std::size_t suppressed = 0;
    std::size_t unchanged = 0;
    const Json sarif = Json::parse(written("sarif", run_of(all, {})));
    for (const Json& result : sarif["runs"][0]["results"]) {
        if (result.contains("suppressions")) {
            ++suppressed;
            EXPECT_EQ(result["suppressions"][0]["kind"], "inSource");
            EXPECT_EQ(result["suppressions"][0]["justification"], "the year is that of the online version");
        }
        unchanged += result.value("baselineState", "") == "unchanged" ? 1U : 0U;
    }
    EXPECT_EQ(suppressed, 1U);
    EXPECT_EQ(unchanged, 1U);
}

TEST(CheckJunit, FailsWhatTheExitCodeCounts) {
    std::vector<CheckedArticle> all{sample_article()};
    EXPECT_NE(written("junit", run_of(all, {})).find(R"(tests="4" failures="2" errors="0" skipped="1")"),
              std::string::npos);
    all[0].quiet_verdicts[1] = {Suppression::By::accepted, "checked by hand"};
    EXPECT_NE(written("junit", run_of(all, {})).find(R"(tests="4" failures="1" errors="0" skipped="2")"),
              std::string::npos);
}

TEST(CheckMarkdown, EveryIssueIsOneRowOfFiveCells) {
    const std::vector<CheckedArticle> all{hostile_article()};
    std::size_t rows = 0;
    for (const std::string& line : lines_of(written("markdown", run_of(all, {})))) {
        if (!line.starts_with("|")) {
            continue;
        }
        ++rows;
        std::size_t bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1U : 0U;
        }
        EXPECT_EQ(bars, 6U) << line;
        EXPECT_EQ(line.find("<script"), std::string::npos);
        EXPECT_EQ(line.find("@team"), std::string::npos);
        EXPECT_EQ(line.find("x](java"), std::string::npos);
    }
    EXPECT_EQ(rows, 2 + issues_of(all.front()).size());
}

TEST(CheckCsv, NoFieldBeginsAFormula) {
    std::vector<CheckedArticle> all{sample_article()};
    all[0].verdicts[1].reason = "=1+1";
    all[0].article.references[1].reference.raw = " @SUM(A1)";
    const std::string out = written("csv", run_of(all, {}));
    EXPECT_EQ(out.find("\"="), std::string::npos);
    EXPECT_NE(out.find("\"'=1+1\""), std::string::npos);
    EXPECT_NE(out.find("\"'@SUM(A1)\""), std::string::npos);
}

TEST(Fingerprints, StayWhenLinesMoveAndListsAreRenumbered) {
    CheckedArticle moved = sample_article();
    const CheckedArticle before = moved;
    for (auto& listed : moved.article.references) {
        listed.position.line += 100;
        listed.reference.label = "9" + listed.reference.label;
        listed.reference.raw = "  " + listed.reference.raw + "\n";
    }
    for (std::size_t i = 0; i < before.verdicts.size(); ++i) {
        EXPECT_EQ(verdict_fingerprint(before, i), verdict_fingerprint(moved, i));
    }
    moved.verdicts[1].headline = finding::Headline::retracted;
    EXPECT_NE(verdict_fingerprint(before, 1), verdict_fingerprint(moved, 1));
    EXPECT_NE(verdict_fingerprint(before, 2), verdict_fingerprint(before, 3));
}

TEST(Rules, EveryHeadlineAndCheckHasOneWithHelp) {
    std::set<std::string_view> names;
    for (const Rule& rule : rules()) {
        EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
        EXPECT_FALSE(rule.explains.empty());
        EXPECT_FALSE(rule.help.empty());
        EXPECT_NE(rule.level, finding::Level::none);
    }
    EXPECT_EQ(names.size(), static_cast<std::size_t>(finding::Headline::unchecked) + verify::checks().size());
    EXPECT_EQ(find_rule("verified"), nullptr);
}

TEST(Escapes, OnlyWebAddressesAreLinks) {
    EXPECT_EQ(safe_url("javascript:alert(1)"), "");
    EXPECT_EQ(safe_url("data:text/html,x"), "");
    EXPECT_EQ(safe_url("https://"), "");
    EXPECT_EQ(safe_url("HTTPS://a.example/\"><script>"), "https://a.example/%22%3E%3Cscript%3E");
    EXPECT_EQ(doi_url("10.1002/(sici)1<1::aid>3.0"), "https://doi.org/10.1002/(sici)1%3C1::aid%3E3.0");
    EXPECT_EQ(uri_of_path("./a b/ü#1.md"), "a%20b/%C3%BC%231.md");
    EXPECT_EQ(uri_of_path("/tmp/a.md"), "file:///tmp/a.md");
    EXPECT_EQ(uri_of_path("a:b"), "a%3Ab");
}

}  // namespace
}  // namespace whereof::report
