// SPDX-License-Identifier: MIT
#include "formats/csl_json.hpp"

#include "formats/csl_list.hpp"
#include "formats/sample.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

TEST(ReadCslList, TakesArraysObjectsAndLines) {
    constexpr const char* kFiles[] = {
        R"([{"id":"1","title":"A"},{"id":"2","title":"B"}])",
        "{\"id\":\"1\",\"title\":\"A\"}\n{\"id\":\"2\",\"title\":\"B\"}\n",
        "\xEF\xBB\xBF[ {\"title\":\"A\"} ,\n {\"title\":\"B\"} ]",
    };
    for (const char* file : kFiles) {
        const auto items = items_of(read_csl_list(file));
        ASSERT_EQ(items.size(), 2U) << file;
        EXPECT_EQ(items[1].title, "B");
    }
    EXPECT_EQ(only(read_csl_list(R"({"title":"A [with] {brackets} \" and quotes"})")).title,
              "A [with] {brackets} \" and quotes");
}

TEST(ReadCslList, OneBadElementCostsNoOther) {
    const std::string deep = "{\"title\":" + std::string(200, '[') + std::string(200, ']') + "}";
    const Items items = read_csl_list(R"([{"title":"A"},{"title":[}, {"x":1}, {"title" "B"}, )" + deep +
                                      R"(, {"title":"C"}])");
    EXPECT_EQ(outcome(items), "A;error;error;error;error;C;");
}

std::string outcome_of(const Items& items) {
    std::string out;
    for (const auto& item : items) {
        out += item ? item->item.title + ";" : item.error().what + ";";
    }
    return out;
}

TEST(ReadCslList, NamesWhatIsNoItem) {
    const std::string wrong = "expected a CSL-JSON item, found ";
    EXPECT_EQ(
        outcome_of(read_csl_list("{\"title\":\"A\"}\nbroken line\n{\"title\":\"B\"}\n{\"title\":\"C\"}\n")),
        "A;" + wrong + "broken line;B;C;");
    EXPECT_EQ(outcome_of(read_csl_list("[{\"title\":\"A\"}, 17, {\"id\":\"b\"}, \"x\", null]")),
              "A;" + wrong + "17;expected a CSL-JSON item that says something of a work, found none;" +
                  wrong + "\"x\";" + wrong + "null;");
}

TEST(ReadCslList, TakesTheListThatAnObjectWraps) {
    constexpr const char* kFiles[] = {
        R"({"items":[{"id":"1","type":"book","title":"A"},{"title":"B ]"}]})",
        R"({"library":"x","items":[{"type":"book","title":"A"},{"title":"B ]"}],"version":[1]})",
        R"({"status":"ok","message":{"facets":{},"total-results":2,"items":[{"issued":{"date-parts":[[2018]]},
            "title":["A"]},{"title":["B ]"]}],"query":{"x":null}}})",
    };
    for (const char* file : kFiles) {
        EXPECT_TRUE(looks_like_csl_list(file)) << file;
        EXPECT_EQ(outcome_of(read_csl_list(file)), "A;B ];") << file;
    }
    for (const char* other : {R"({"items":[{"text":"An article."}]})", R"({"items":[]})",
                              R"({"items":[{"id":1}]})", R"({"a":{"items":[{"type":"book"}]}})"}) {
        EXPECT_FALSE(looks_like_csl_list(other)) << other;
    }
}

TEST(FromCslJson, IsLenient) {
    using Json = nlohmann::ordered_json;
    const auto item = from_csl_json(Json::parse(R"({
        "type": "journal-article", "title": ["A title"], "container-title": ["The Lancet", "Lancet"],
        "volume": 391, "issue": 10137, "PMID": 29573870, "PMCID": "6657922", "DOI": "https://doi.org/10.1016/S0140-6736(18)30480-X",
        "issued": {"date-parts": [["2018", "6", 9]]}, "accessed": {"raw": "2 January 2024"},
        "author": [{"family": "Heijden", "given": "Geert", "non-dropping-particle": "van der"}, {"name": "WHO"},
                   "Smith, Jane", {"literal": "et al."}, 7],
        "ISSN": ["0140-6736", "1474-547X"], "arxiv": "1706.03762v2", "unknown": {"deep": [1]},
        "note": null, "page": "2356-67"})"));
    ASSERT_TRUE(item);
    EXPECT_EQ(bib::csl_name(item->type), "article-journal");
    EXPECT_EQ(item->title, "A title");
    EXPECT_EQ(item->page, "2356-2367");
    EXPECT_EQ(item->volume, "391");
    EXPECT_EQ(item->PMID, "29573870");
    EXPECT_EQ(item->PMCID, "PMC6657922");
    EXPECT_EQ(item->DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item->issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item->accessed, (bib::Date{2024, 1, 2, {}}));
    ASSERT_EQ(item->author.size(), 3U);
    EXPECT_EQ(item->author[1].literal, "WHO");
    EXPECT_EQ(item->author[2].family, "Smith");
    EXPECT_TRUE(item->authors_elided);
    EXPECT_EQ(item->ISSN, "0140-6736");
    EXPECT_EQ(item->arXiv, "1706.03762");
    for (const char* bad : {"[]", "7", "\"x\"", "null"}) {
        EXPECT_FALSE(from_csl_json(Json::parse(bad)));
    }
    for (const char* odd :
         {R"({"issued":{"date-parts":[]}})", R"({"issued":{"date-parts":[[]]}})", R"({"issued":[]})",
          R"({"author":{"family":"x"}})", R"({"issued":{"date-parts":[[2018,99,99]]}})", R"({"title":{}})",
          R"({"custom":[]})", R"({"issued":{"date-parts":[[99999999999999]]}})"}) {
        EXPECT_TRUE(from_csl_json(Json::parse(odd))) << odd;
    }
}

TEST(FromCslJson, KeepsTheServerOfAPreprint) {
    struct Case {
        const char *json, *publisher, *arxiv, *DOI, *note;
    };
    constexpr Case kCases[] = {
        {R"({"type":"article","title":"T","archive":"medRxiv"})", "medRxiv", "", "", ""},
        {R"({"type":"article","title":"T","archive":"medRxiv","archive_location":"10.1101/2020.01.01.1"})",
         "medRxiv", "", "10.1101/2020.01.01.1", ""},
        {R"({"type":"article","title":"T","archive":"arXiv","number":"arXiv:2001.00001"})", "", "2001.00001",
         "", ""},
        {R"({"type":"article","title":"T","publisher":"medRxiv","archive":"medRxiv"})", "medRxiv", "", "",
         ""},
        {R"({"type":"article-journal","title":"T","container-title":"BMJ","archive":"PubMed"})", "", "", "",
         "archive: PubMed"},
        {R"({"type":"report","title":"T","publisher":"WHO","number":"WHO/1"})", "WHO", "", "", ""},
    };
    for (const auto& [json, publisher, arxiv, DOI, note] : kCases) {
        SCOPED_TRACE(json);
        const auto item = from_csl_json(nlohmann::ordered_json::parse(json));
        ASSERT_TRUE(item);
        EXPECT_EQ(item->publisher, publisher);
        EXPECT_EQ(item->arXiv, arxiv);
        EXPECT_EQ(item->DOI, DOI);
        EXPECT_EQ(item->note, note);
    }
}

TEST(ToCslJson, HasOnlyWhatTheSchemaAllows) {
    const std::set<std::string> allowed{"type",
                                        "author",
                                        "editor",
                                        "title",
                                        "container-title",
                                        "container-title-short",
                                        "collection-title",
                                        "volume",
                                        "issue",
                                        "page",
                                        "edition",
                                        "publisher",
                                        "publisher-place",
                                        "genre",
                                        "issued",
                                        "accessed",
                                        "language",
                                        "abstract",
                                        "DOI",
                                        "PMID",
                                        "PMCID",
                                        "ISBN",
                                        "ISSN",
                                        "URL",
                                        "note",
                                        "custom"};
    for (const bib::Item& item : sample_items()) {
        const auto json = to_csl_json(item);
        EXPECT_TRUE(json.contains("type"));
        for (const auto& [key, value] : json.items()) {
            EXPECT_TRUE(allowed.contains(key)) << key;
        }
        const auto again = from_csl_json(json);
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, item);
    }
}

}  // namespace
}  // namespace whereof::formats
