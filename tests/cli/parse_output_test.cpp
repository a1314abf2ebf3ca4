// SPDX-License-Identifier: MIT
#include "cli/parse_output.hpp"

#include "cli/parse_documents.hpp"
#include "formats/csl_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kReferences[] = {
    "3. Smith J, Ray K, et al. Exercise \"for\" pain. Lancet. 2020 Jun 9;12(3):4-9. doi:10.1000/182",
    "Müller, Hans (Hrsg.) (1998): Arbeit. Weinheim: Juventa. [Zugriff: 3. Mai 2004]",
    "Chen T. XGBoost. arXiv:1603.02754, 2016. Epub 2016 Mar 9.",
    "We thank everybody.",
    "\x01\x1f\\ \"",
    "\xff\xfe 2001",
    "",
};

TEST(AppendParsed, SaysWhatTheReferenceHolds) {
    for (const std::string_view text : kReferences) {
        SCOPED_TRACE(text);
        const bib::Reference reference = bib::parse_reference(text);
        std::string line;
        append_parsed(line, "a\"1", reference);
        ASSERT_EQ(line.back(), '\n');
        EXPECT_EQ(line.find('\n'), line.size() - 1);
        Json json = Json::parse(line);
        EXPECT_EQ(json["id"], "a\"1");
        Json custom = json["custom"];
        EXPECT_NEAR(custom["confidence"].get<double>(), reference.confidence, 0.5e-4 + 1e-9);
        EXPECT_EQ(custom.contains("doubt"), reference.confidence < bib::kDoubtful);
        ASSERT_EQ(custom["spans"].size(), reference.spans.size());
        for (std::size_t i = 0; i < reference.spans.size(); ++i) {
            EXPECT_EQ(custom["spans"][i]["begin"], reference.spans[i].span.begin);
            EXPECT_EQ(custom["spans"][i]["end"], reference.spans[i].span.end);
            EXPECT_NEAR(custom["spans"][i]["confidence"].get<double>(), reference.spans[i].confidence,
                        0.5e-4 + 1e-9);
        }
        // What is left without our own members is the item.
        for (const char* own : {"confidence", "doubt", "label", "spans", "raw"}) {
            custom.erase(own);
        }
        json.erase("id");
        json.erase("custom");
        if (!custom.empty()) {
            json["custom"] = custom;
        }
        EXPECT_EQ(json, formats::to_csl_json(reference.item));
    }
}

TEST(AppendParsed, WritesSharesAsShortAsTheyAre) {
    for (const auto& [share, text] : {std::pair{0.0, "0.0"},
                                      {1.0, "1.0"},
                                      {0.99996, "1.0"},
                                      {0.5, "0.5"},
                                      {0.1234, "0.1234"},
                                      {0.0005, "0.0005"},
                                      {0.00001, "0.0"},
                                      {0.25, "0.25"},
                                      {0.9, "0.9"},
                                      {0.101, "0.101"}}) {
        bib::Reference reference;
        reference.confidence = share;
        std::string line;
        append_parsed(line, "1", reference);
        EXPECT_NE(line.find("\"confidence\":" + std::string(text) + ","), std::string::npos) << line;
    }
}

TEST(AppendExplained, GivesEachTokenWithItsReasons) {
    const bib::Explanation explanation = bib::explain_reference(kReferences[0]);
    std::string line;
    append_explained(line, "1", explanation);
    const Json json = Json::parse(line);
    const Json& tokens = json["custom"]["tokens"];
    ASSERT_EQ(tokens.size(), explanation.tokens.size());
    const std::string raw = json["custom"]["raw"];
    for (const Json& token : tokens) {
        const std::size_t begin = token["begin"];
        const std::size_t end = token["end"];
        EXPECT_EQ(raw.substr(begin, end - begin), token["text"]);
        EXPECT_TRUE(token["reasons"].is_array());
    }
    EXPECT_EQ(tokens[0]["label"], "author");
}

TEST(ExplainText, HasALineForEachTokenAndNothingThatATerminalObeys) {
    const bib::Explanation explanation = bib::explain_reference("\x1b[31m Smith\u202e J. Pain. 2001;1:2-3.");
    const std::string text = explain_text("1", explanation);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    EXPECT_EQ(lines, 1 + explanation.reference.spans.size() + explanation.tokens.size());
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find("\u202e"), std::string::npos);
}

TEST(AppendDocument, AnswersEveryLine) {
    struct Case {
        std::string_view line;
        std::string_view expected;
        bool read;
        bool error;
    };
    constexpr Case kCases[] = {
        {R"({"id":"a","lines":[]})", R"({"id":"a","labels":[],"references":[]})", true, false},
        {R"({"id":7,"lines":["x",""]})", R"({"id":7,"labels":["O","O"],"references":[]})", true, false},
        {R"({"id":null,"lines":["x"]})", R"({"id":"9","labels":["O"],"references":[]})", true, false},
        {R"({"lines":[null,3,["x"]]})", R"({"id":"9","labels":["O","O","O"],"references":[]})", true, true},
        {R"({"id":"a"})", R"({"id":"a","labels":[],"references":[]})", false, true},
        {R"({"id":"a","lines":"x"})", R"({"id":"a","labels":[],"references":[]})", false, true},
        {R"({"id":"a","lines":[)", R"({"id":"9","labels":[],"references":[]})", false, true},
        {"[]", R"({"id":"9","labels":[],"references":[]})", false, true},
        {"", R"({"id":"9","labels":[],"references":[]})", false, true},
        {"{\"id\":\"b\xff\",\"lines\":[\"\xff\"]}", R"({"id":"b�","labels":["O"],"references":[]})", true,
         false},
    };
    for (const auto& [line, expected, read, error] : kCases) {
        SCOPED_TRACE(line);
        std::string out;
        const DocumentAnswer answer = append_document(out, line, 9);
        EXPECT_EQ(out, std::string(expected) + "\n");
        EXPECT_EQ(answer.read, read);
        EXPECT_EQ(answer.error.has_value(), error);
    }
}

}  // namespace
}  // namespace whereof::cli
