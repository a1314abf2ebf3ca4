// SPDX-License-Identifier: MIT
#include "search/article_ranking.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

TEST(ArticleRanking, IsThatOfASortHoweverFarItIsAskedFor) {
    std::mt19937 random(7);
    for (const std::size_t size : {0U, 1U, 511U, 512U, 513U, 1025U, 5000U}) {
        std::vector<RankedArticle> rows;
        for (std::size_t i = 0; i < size; ++i) {
            rows.push_back(
                {static_cast<std::int64_t>(i + 1), static_cast<double>(random() % 40)});  // many ties
        }
        auto expected = rows;
        std::ranges::sort(expected, [](const RankedArticle& a, const RankedArticle& b) {
            return a.score != b.score ? a.score > b.score : a.article < b.article;
        });
        std::ranges::shuffle(rows, random);
        ArticleRanking ranking(rows);
        ASSERT_EQ(ranking.size(), size);
        if (size > 0) {
            EXPECT_EQ(ranking.at(size / 2).article, expected[size / 2].article);
        }
        for (std::size_t i = 0; i < size; ++i) {
            ASSERT_EQ(ranking.at(i).article, expected[i].article) << i << " of " << size;
        }
    }
}

}  // namespace
}  // namespace whereof::search
