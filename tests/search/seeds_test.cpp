// SPDX-License-Identifier: MIT
// The three articles that the project began with, as they were found.
#include "article/readers.hpp"
#include "search/search.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <filesystem>
#include <iostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(SearchSeeds, PutsTheRightSentenceFirst) {
    WHEREOF_SHARED_DATA(folder, "seeds");
    const test::TemporaryFolder temporary;
    const auto store = store::open_store(temporary / "s.db");
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string bytes = test::read_text(entry.path());
        for (const auto& article : article::read_articles(bytes, entry.path().filename().string())) {
            ASSERT_TRUE(article);
            store->put_article(entry.path().filename().string(), "-", *article);
        }
    }
    struct Case {
        const char* query;
        testing::Matcher<std::string> expected;
        const char* author;  ///< of the source; nullptr where the article gives none by name
    };
    const Case cases[] = {
        {"early PT beats delayed PT", AllOf(HasSubstr("within two weeks"), HasSubstr("than waiting")),
         "Fritz"},
        {"does starting physical therapy early help more than waiting", HasSubstr("within two weeks"),
         "Fritz"},
        {"graded activity vs bed rest", AllOf(HasSubstr("graded"), HasSubstr("bed rest")), "Hauser"},
    };
    for (const auto& [query, expected, author] : cases) {
        Options options;
        options.explain = true;
        const auto hits = search(*store, query, options);
        ASSERT_TRUE(hits);
        ASSERT_FALSE(hits->empty()) << query;
        EXPECT_THAT(hits->front().text, expected) << query;
        ASSERT_TRUE(hits->front().comparison) << query;
        EXPECT_EQ(hits->front().comparison->stance, Stance::agrees) << query;
        ASSERT_FALSE(hits->front().references.empty());
        EXPECT_EQ(hits->front().references.front().reference.item.author.front().family, author);
        for (const Hit& hit : *hits) {
            SCOPED_TRACE(hit.text);
            EXPECT_FALSE(hit.explanation.empty());
        }
    }
    for (const char* mirror : {"delayed PT beats early PT", "bed rest vs graded activity"}) {
        const auto hits = search(*store, mirror, Options());
        ASSERT_TRUE(hits && !hits->empty()) << mirror;
        ASSERT_TRUE(hits->front().comparison) << mirror;
        EXPECT_EQ(hits->front().comparison->stance, Stance::disagrees) << mirror;
    }
    for (const char* query : {"MRI before physical therapy", "do I need an MRI before PT"}) {
        const auto claims = search(*store, query, Options());
        ASSERT_TRUE(claims && !claims->empty()) << query;
        EXPECT_THAT(claims->front().text, HasSubstr("pain-free adults"))
            << query << ": what its heading asks";
    }
    // The answer stands in a question and its answer: no marker before the sentence with the source.
    Options options;
    options.scope = Scope::sentences;
    const auto hits = search(*store, "MRI before physical therapy", options);
    ASSERT_TRUE(hits && !hits->empty());
    EXPECT_THAT(hits->front().text, HasSubstr("MRI"));
}

}  // namespace
}  // namespace whereof::search
