// SPDX-License-Identifier: MIT
// Abstracts of sources: words by which claims and works are found, not words that the article says.
#include "claims_store.hpp"
#include "search/search.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AbstractsOfSources : public test::ClaimsStore {
  protected:
    void SetUp() override {
        auto article = test::article_that_says({{"Moving early is worth a try.", {0}},
                                                {"Stretching helps most people sleep soundly.", {1}},
                                                {"Nothing is known of chairs.", {}}});
        article.references[0].reference.item.abstract =
            "<jats:title>Abstract</jats:title><jats:p>People who moved slept soundly</jats:p><jats:p>and "
            "paid "
            "less.</jats:p>";
        store_->put_article("a.md", "1", article);
        store_->put_article("b.md", "1", test::article_that_says({{"Pillows cost money.", {1}}}));
    }
    std::vector<std::string> ids(const char* query, Scope scope = Scope::claims) {
        Options options;
        options.scope = scope;
        std::vector<std::string> out;
        const auto hits = search(*store_, query, options);
        for (const Hit& hit : hits ? *hits : std::vector<Hit>()) {
            out.push_back(hit.id);
        }
        return out;
    }
};

TEST_F(AbstractsOfSources, FindTheClaimsThatRestOnThemBehindThoseThatSayIt) {
    EXPECT_THAT(ids("slept soundly"), ElementsAre("a.md#c2", "a.md#c1"));
    EXPECT_THAT(ids("paid less"), ElementsAre("a.md#c1"));
    Options options;
    options.explain = true;
    const auto hits = search(*store_, "paid", options);
    ASSERT_EQ(hits->size(), 1U);
    EXPECT_THAT(hits->front().in_abstracts, ElementsAre("paid")) << "no word of the text is marked";
    EXPECT_THAT(search(*store_, "money", options)->front().in_abstracts, IsEmpty());
    EXPECT_THAT(hits->front().explanation, testing::Contains(testing::HasSubstr("source abstract")));
}

TEST_F(AbstractsOfSources, FindWorksAndReferences) {
    EXPECT_THAT(ids("paid less", Scope::references), ElementsAre("a.md#r1"));
    EXPECT_THAT(ids("paid less", Scope::works).size(), 1U);
}

TEST_F(AbstractsOfSources, AreNotWhatTheArticleSays) {
    for (const char* query : {"slept AND paid", "\"paid less\"", "source:paid", "claim:paid", "title:paid"}) {
        EXPECT_THAT(ids(query), IsEmpty()) << query;
    }
    EXPECT_THAT(ids("moving -paid"), ElementsAre("a.md#c1")) << "a word that must not stand there does not";
    EXPECT_THAT(ids("paid", Scope::sentences).size(), 1U);
}

TEST_F(AbstractsOfSources, AreReadWithoutTheirTags) {
    for (const char* query : {"jats", "p", "soundlyand"}) {
        EXPECT_THAT(ids(query), IsEmpty()) << query;
    }
}

TEST_F(AbstractsOfSources, GoWithTheirArticle) {
    store_->remove_article("a.md");
    EXPECT_THAT(ids("paid less"), IsEmpty());
    EXPECT_TRUE(store_->check_integrity().empty());
}

}  // namespace
}  // namespace whereof::search
