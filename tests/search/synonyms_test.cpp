// SPDX-License-Identifier: MIT
#include "search/synonyms.hpp"

#include "search/search.hpp"
#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

/// What else `words` may be, as "a|b", by that table.
std::string others(const Synonyms& synonyms, std::string_view words) {
    std::vector<std::string> terms;
    for (auto& [term, span] : text::read_terms(words)) {
        terms.push_back(std::move(term));
    }
    std::string out;
    for (const FoundForm& found : synonyms.forms_at(terms)) {
        const Concept& same = synonyms.concepts()[found.concept_number];
        for (std::size_t i = 0; i < same.forms.size(); ++i) {
            if (i != found.form && same.forms[found.form].terms.size() == terms.size()) {
                out += (out.empty() ? "" : "|") + same.forms[i].shown;
            }
        }
    }
    return out;
}

TEST(Synonyms, Ship) {
    EXPECT_NE(others(Synonyms::shipped(), "physiotherapy").find("physical therapy"), std::string::npos);
    EXPECT_EQ(others(Synonyms::shipped(), "xylophone"), "");
}

TEST(Synonyms, TakeTablesOfTheUsers) {
    struct Case {
        const char* what;
        const char* table;
        const char* words;
        const char* expected;
    };
    constexpr Case kCases[] = {
        {"one line", "sofa\tcouch|settee|sofa\n", "couch", "settee|sofa"},
        {"remarks, CR LF, no line end", "# furniture\r\n\r\nsofa\tcouch|settee", "settees", "couch"},
        {"lines of one concept", "sofa\tcouch\nlamp\tlight\nsofa\tsettee\n", "couch", "settee"},
        {"empty and double forms", "sofa\tcouch||couches| settee \n", "couch", "settee"},
        {"a MeSH table", "mesh_id\tmesh_name\nD1\tBack Pain\nD1\tDorsalgia\nD2\tPain\n", "dorsalgia",
         "Back Pain"},
        {"more columns in another order",
         "mesh_tree_number\tmesh_name\tmesh_id\nA1\tBack Pain\tD1\nA2\tDorsalgia\tD1\n", "dorsalgia",
         "Back Pain"},
        {"a heading turned round", "mesh_id\tmesh_name\nD3\tSyndrome, Facet\n", "facet syndrome",
         "Syndrome, Facet"},
        {"MeSH descriptors",
         "*NEWRECORD\nRECTYPE = D\nMH = Low Back Pain\nPRINT ENTRY = Lumbalgia|T184|NON\nENTRY = "
         "Lumbodynia|T184\nUI = "
         "D017116\n\n*NEWRECORD\nMH = Sciatica\n",
         "lumbodynia", "Low Back Pain|Lumbalgia"},
    };
    for (const auto& [what, table, words, expected] : kCases) {
        Synonyms synonyms;
        const auto added = synonyms.add(table, "mine.tsv");
        ASSERT_TRUE(added) << what << ": " << added.error().what;
        EXPECT_EQ(others(synonyms, words), expected) << what;
    }
}

TEST(Synonyms, ExtendAShippedConcept) {
    Synonyms synonyms = Synonyms::shipped();
    ASSERT_TRUE(synonyms.add("physiotherapy\tkinesitherapy\n", "mine.tsv"));
    EXPECT_NE(others(synonyms, "kinesitherapy").find("physical therapy"), std::string::npos);
}

TEST(Synonyms, SayWhichLineIsWrong) {
    struct Case {
        const char* table;
        const char* error;
    };
    constexpr Case kCases[] = {
        {"a\tb|c\nno tab here\n",
         "mine.tsv:2: expected a concept, a tab and its forms divided by \"|\", not \"no tab here\""},
        {"# x\n\n\tb|c\n",
         "mine.tsv:3: expected a concept, a tab and its forms divided by \"|\", not \"\tb|c\""},
        {"a\t...\n", "mine.tsv:1: expected a concept, a tab and its forms divided by \"|\", not \"a\t...\""},
        {"a\tb\tc\n",
         "mine.tsv:1: expected a concept, a tab and its forms divided by \"|\", not \"a\tb\tc\""},
        {"mesh_id\tmesh_name\nD1\n",
         "mine.tsv:2: expected as many columns as the heading line has, not \"D1\""},
        {"*NEWRECORD\nENTRY = x\n",
         "mine.tsv:2: expected a heading (MH = …) before its ENTRY, not \"ENTRY = x\""},
    };
    for (const auto& [table, error] : kCases) {
        Synonyms synonyms;
        const auto added = synonyms.add(table, "mine.tsv");
        ASSERT_FALSE(added) << table;
        EXPECT_EQ(added.error().what, error);
        EXPECT_TRUE(synonyms.concepts().empty()) << "a bad table adds nothing";
    }
}

TEST(Synonyms, BoundWhatATableMayCost) {
    std::string table = "many\t";
    for (int i = 0; i < 10'000; ++i) {
        table += "word" + std::to_string(i) + "|";
    }
    table += "\nlong\t";
    for (int i = 0; i < 1000; ++i) {
        table += "word ";
    }
    table += "|short\n";
    Synonyms synonyms;
    ASSERT_TRUE(synonyms.add(table, "mine.tsv"));
    EXPECT_LE(synonyms.concepts()[0].forms.size(), 24U);
    EXPECT_EQ(synonyms.concepts()[1].forms.size(), 1U);
    const std::string bytes("\0\xFF\t\xFE\0|", 6);
    (void)synonyms.add(bytes, "mine.tsv");
}

TEST(Synonyms, ReadRealMesh) {
    WHEREOF_SHARED_DATA(path, "authority/mesh/terms.tsv");
    Synonyms synonyms;
    const auto added = synonyms.add(test::read_text(path), path.string());
    ASSERT_TRUE(added) << added.error().what;
    EXPECT_GT(*added, 1000U);
    EXPECT_EQ(others(synonyms, "acute abdomen"), "Abdomen, Acute");
}

TEST(Synonyms, FindWhatTheWordsOfTheUserDoNotSay) {
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    store->put_article("a.txt", "1",
                       test::ArticleBuilder("Seats").claim("A settee eased the ache", {}, "Studies").get());
    const auto count = [&](const Synonyms* synonyms) {
        Options options;
        options.synonyms = synonyms;
        return search(*store, "couch", options)->size();
    };
    Synonyms synonyms;
    ASSERT_TRUE(synonyms.add("sofa\tcouch|settee\n", "mine.tsv"));
    EXPECT_EQ(count(nullptr), 0U);
    EXPECT_EQ(count(&synonyms), 1U);
}

}  // namespace
}  // namespace whereof::search
