// SPDX-License-Identifier: MIT
#include "search/spelling.hpp"

#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

TEST(UnknownWords, AreNamedWithTheNearestThatArticlesHave) {
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    for (int i = 0; i < 3; ++i) {
        store->put_article("a" + std::to_string(i), "s",
                           test::ArticleBuilder("Pain")
                               .claim("Physical therapies and aspirin ease pain.", {0})
                               .reference("Fritz", "Opioids for pain", "Spine", 2020)
                               .get());
    }
    store->put_article("b", "s", test::ArticleBuilder("Other").claim("Aspirate is not it.", {}).get());
    for (int i = 0; i < 9; ++i) {
        store->put_article("p" + std::to_string(i), "s",
                           test::ArticleBuilder("Plans").claim("Planning is all.", {}).get());
    }
    struct Case {
        const char* query;
        const char* expected;  ///< "word>suggestion," for each
    };
    constexpr Case kCases[] = {
        {"aspirin pain", ""},
        {"asprin pain", "asprin>aspirin,"},
        {"physcial theraphy", "physcial>physical,theraphy>therapies,"},
        {"(asprin OR opioid) AND pian", "asprin>aspirin,pian>pain,"},
        {"zebra zebra", "zebra>,"},
        {"-asprin pain", ""},
        {"aspi* vs pain", "vs>,"},
        {"\"asprin pain\" the", "asprin>aspirin,"},
        {"year:2020 verdict:retracted", ""},
        {"opiods", "opiods>opioids,"},
        {"asppirrin", "asppirrin>aspirin,"},
        {"physiiccal", "physiiccal>physical,"},
        {"zzz*", "zzz*>,"},
        {"xx 123456 Ω", "xx>,123456>,Ω>,"},
    };
    for (const auto& [query, expected] : kCases) {
        const auto parsed = parse_query(query);
        ASSERT_TRUE(parsed) << query;
        std::string found;
        for (const UnknownWord& unknown : unknown_words(*parsed, *store, Synonyms::shipped())) {
            found += unknown.word + ">" + unknown.suggestion + ",";
        }
        EXPECT_EQ(found, expected) << query;
    }
}

}  // namespace
}  // namespace whereof::search
