// SPDX-License-Identifier: MIT
#include "article/claim_likeness.hpp"

#include "article/readers.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

TEST(ClaimLikeness, PassesOverHeadings) {
    const auto articles = read_articles(
        "# Walking\n\nNurses were asked. These results suggest that walking reduces pain.\n\n"
        "## These results suggest that rest harms\n\nNothing was measured here.\n",
        "a.md");
    ASSERT_TRUE(articles[0].has_value());
    const Article& article = *articles[0];
    const auto likeness = claim_likeness(article);
    ASSERT_EQ(likeness.size(), article.sentences.size());
    for (std::size_t i = 0; i < likeness.size(); ++i) {
        if (article.sentences[i].block == BlockKind::heading) {
            EXPECT_EQ(likeness[i], 0.0);
        }
    }
}

}  // namespace
}  // namespace whereof::article
