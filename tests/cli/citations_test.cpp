// SPDX-License-Identifier: MIT
#include "cli/citations.hpp"

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

TEST(CitationLine, TakesARawStringOrAnItem) {
    std::string id;
    const auto raw =
        read_citation_line(R"({"id":"a","raw":"Maher C. Back pain. Lancet. 2017;389:736-747."})", 1, id);
    ASSERT_TRUE(raw);
    EXPECT_EQ(id, "a");
    EXPECT_EQ(raw->reference.item.volume, "389");
    const auto csl = read_citation_line(R"({"id":7,"csl":{"title":"Back pain","DOI":"10.1016/x"}})", 2, id);
    ASSERT_TRUE(csl);
    EXPECT_EQ(id, "7");
    EXPECT_EQ(csl->reference.item.title, "Back pain");
}

TEST(CitationLine, SaysWhatWasExpectedAndKeepsTheId) {
    std::string id;
    struct Case {
        std::string line;
        const char* id;
    };
    const Case cases[] = {
        {"", "9"},
        {"nonsense", "9"},
        {"[1,2]", "9"},
        {R"({"id":"x"})", "x"},
        {R"({"id":"x","csl":7})", "x"},
        {R"({"id":"x","raw":null})", "x"},
        {std::string(100000, '['), "9"},
        {R"({"raw":5})", "9"},
    };
    for (const auto& [line, expected] : cases) {
        const auto result = read_citation_line(line, 9, id);
        EXPECT_FALSE(result) << line.substr(0, 40);
        EXPECT_EQ(id, expected) << line.substr(0, 40);
    }
}

bib::Reference reference(const char* title, const char* doi) {
    bib::Reference out;
    out.item.title = title;
    out.item.DOI = doi;
    return out;
}

TEST(CitationIndex, FindsOtherArticlesThatShareAnIdentifierOrATellingTitle) {
    CitationIndex index;
    const auto here = reference("Prevention and treatment of low back pain", "10.1/a");
    index.add("here", here);
    index.add("there", reference("PREVENTION and treatment of low-back pain.", "10.1/b"));
    index.add("elsewhere", reference("Another work altogether, on necks", "10.1/a"));
    index.add("nowhere", reference("Back pain", "10.1/c"));
    std::vector<std::string> found;
    for (const auto& other : index.others("here", {&here})) {
        found.push_back(other.article);
    }
    EXPECT_EQ(found, (std::vector<std::string>{"there", "elsewhere"}));
    const auto short_title = reference("Back pain", "");
    EXPECT_TRUE(index.others("here", {&short_title}).empty());
}

}  // namespace
}  // namespace whereof::cli
