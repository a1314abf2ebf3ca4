// SPDX-License-Identifier: MIT
#include "report/report.hpp"
#include "report/sample.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::json;

TEST(HitsText, IsAsTheGoldenHasIt) {
    const std::vector<search::Hit> hits{sample_hit()};
    const auto golden = test::read_text(test::repository_file("tests/report/golden/hits_80.txt"));
    EXPECT_EQ(hits_text(hits, "early physical therapy", TextStyle{false, 80, false}), golden);
    EXPECT_EQ(hits_text({}, "a\x1b[2Jb", TextStyle{}), "Nothing found for “a\\x1b[2Jb”.\n");
}

TEST(HitsText, MarksMatchedWordsAndSurvivesWrongSpans) {
    std::vector<search::Hit> hits{sample_hit()};
    const std::string text = hits_text(hits, "x", TextStyle{true, 80, false});
    EXPECT_NE(text.find("\x1b[1mearly\x1b[0m"), std::string::npos);
    hits[0].matched = {{5, 3}, {0, 100'000}, {100'000, 200'000}, {3, 5}};
    EXPECT_FALSE(hits_text(hits, "x", TextStyle{true, 80, false}).empty());
}

TEST(HitsText, SaysThatAClaimHasNoSource) {
    std::vector<search::Hit> hits{sample_hit()};
    hits[0].references.clear();
    EXPECT_NE(hits_text(hits, "x", TextStyle{}).find("no source is cited"), std::string::npos);
}

TEST(HitsText, SaysAReferenceThatIsTheHitOnce) {
    std::vector<search::Hit> hits{sample_hit()};
    hits[0].references.resize(1);
    hits[0].text = hits[0].references[0].reference.raw;
    hits[0].matched.clear();
    hits[0].counts = {2, 1};
    const std::string text = hits_text(hits, "x", TextStyle{});
    EXPECT_EQ(text.find(hits[0].text), text.rfind(hits[0].text)) << text;
    EXPECT_NE(text.find("[3]       ✗ wrong_identifier: "), std::string::npos) << text;
    EXPECT_NE(text.find("cited     by 2 references in 1 article\n"), std::string::npos) << text;
    const Json json = Json::parse(hits_ndjson(hits));
    EXPECT_EQ(json["citations"], 2);
    EXPECT_EQ(json["articles"], 1);
}

TEST(Hits, ShowARecordAsAReaderSeesIt) {
    std::vector<search::Hit> hits{sample_hit()};
    hits[0].references.resize(1);
    bib::Reference& cited = hits[0].references[0].reference;
    cited.raw = "TY  - JOUR\nTI  - Rest\nAB  - Words that nobody asked for.\nER  - ";
    cited.item = bib::Item();
    cited.item.title = "Rest";
    cited.is_record = true;
    for (const std::string& out : {hits_text(hits, "x", TextStyle{}), hits_csv(hits)}) {
        EXPECT_EQ(out.find("TY  -"), std::string::npos) << out;
        EXPECT_NE(out.find("Rest."), std::string::npos) << out;
    }
    const Json source = Json::parse(hits_ndjson(hits))["references"][0];
    EXPECT_EQ(source["raw"], cited.raw);
    EXPECT_EQ(source["citation"], "Rest.");
    cited.item.title.clear();
    EXPECT_NE(hits_text(hits, "x", TextStyle{}).find("TI - Rest"), std::string::npos)
        << "nothing else to show";
}

TEST(HitsNdjson, HasTheKeysPromised) {
    const std::vector<search::Hit> hits{sample_hit()};
    const std::string line = hits_ndjson(hits);
    EXPECT_EQ(std::ranges::count(line, '\n'), 1);
    const Json json = Json::parse(line);
    for (const char* key :
         {"rank", "score", "id", "text", "path", "line", "col", "references", "heading", "article_title"}) {
        EXPECT_TRUE(json.contains(key)) << key;
    }
    EXPECT_EQ(json["references"][0]["index"], 3);
    EXPECT_EQ(json["references"][0]["headline"], "wrong_identifier");
    const Json document = Json::parse(hits_json(hits, "q\xFF"));
    EXPECT_EQ(document["format"], "whereof-search-1");
    EXPECT_EQ(document["hits"].size(), 1U);
}

TEST(Hits, TurnNoLineRound) {
    std::vector<search::Hit> hits{sample_hit()};
    hits[0].text = hits[0].heading = hits[0].article_title = "a \u202ebackwards\u2066";
    hits[0].references[0].reference.raw = "b \u202e";
    for (const std::string& out : {hits_text(hits, "\u202e", TextStyle{}), hits_json(hits, "\u202e"),
                                   hits_ndjson(hits), hits_csv(hits)}) {
        EXPECT_EQ(out.find("\u202e"), std::string::npos) << out;
        EXPECT_EQ(out.find("\u2066"), std::string::npos) << out;
        EXPECT_NE(out.find("\\u202e"), std::string::npos) << out;
    }
}

TEST(HitsCsv, HasARowForEachSourceAndIsSafeToOpen) {
    std::vector<search::Hit> hits{sample_hit()};
    const std::size_t sources = hits[0].references.size();
    hits[0].text = "=HYPERLINK(\"x\") says \"yes\"\xFF";
    hits.push_back(hits[0]);
    hits[1].references.clear();
    const std::string table = hits_csv(hits);
    EXPECT_TRUE(table.starts_with("\"rank\",\"score\",\"id\",\"text\",\"path\",")) << table;
    std::size_t rows = 0;
    for (std::size_t at = table.find("\r\n"); at != std::string::npos; at = table.find("\r\n", at + 2)) {
        ++rows;
    }
    EXPECT_EQ(rows, 1 + sources + 1);
    EXPECT_NE(table.find("\"'=HYPERLINK(\"\"x\"\") says \"\"yes\"\"\\xff\""), std::string::npos) << table;
    EXPECT_NE(table.find("wrong_identifier"), std::string::npos);
    EXPECT_EQ(hits_csv({}).find("\r\n"), hits_csv({}).size() - 2) << "the header alone";
}

TEST(HitsTrec, IsSixColumnsWithEncodedIds) {
    std::vector<search::Hit> hits{sample_hit()};
    EXPECT_EQ(hits_trec(hits, "q1"), "q1 Q0 back.txt#c1 1 12.3456789 whereof\n");
    hits[0].id = "two words%\n";
    EXPECT_EQ(hits_trec(hits, "q 1"), "q%201 Q0 two%20words%25%0A 1 12.3456789 whereof\n");
    EXPECT_EQ(hits_trec({}, "q1"), "");
}

}  // namespace
}  // namespace whereof::report
