// SPDX-License-Identifier: MIT
#include "article/entry_indents.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

using Sides = std::vector<int>;

TEST(ReadIndents, FollowsFurtherLinesThatStandFurtherRight) {
    const std::vector<double> begins{3, -1, 2, 2, -1, -2, 3};
    EXPECT_EQ(read_indents(begins, {0, 4, 0, 0, 4, 4, 0}), (Sides{-1, 1, -1, -1, 1, 1, -1}));
    // A new page with another left edge.
    EXPECT_EQ(read_indents(begins, {0, 4, 0, 9, 13, 13, 9}), (Sides{-1, 1, -1, -1, 1, 1, -1}));
}

TEST(ReadIndents, FollowsFirstLinesThatStandFurtherRight) {
    const std::vector<double> begins{3, -1, 2, -2, 3, -1, 2, -1};
    EXPECT_EQ(read_indents(begins, {3, 0, 3, 0, 3, 0, 3, 0}), (Sides{-1, 1, -1, 1, -1, 1, -1, 1}));
}

TEST(ReadIndents, OverrulesWordsThatAreNotSure) {
    // The third line looks like a beginning, the fifth does not.
    const std::vector<double> begins{3, -1, 1, -2, -0.5, -1, 3, -1, 3, -1};
    EXPECT_EQ(read_indents(begins, {0, 2, 2, 2, 0, 2, 0, 2, 0, 2}),
              (Sides{-1, 1, 1, 1, -1, 1, -1, 1, -1, 1}));
}

TEST(ReadIndents, SaysNothingOfListsWithoutIndentation) {
    EXPECT_EQ(read_indents({3, -2, 3, -2, 3, 3, -2}, {0, 0, 0, 0, 0, 0, 0}), (Sides(7, 0)));
}

TEST(ReadIndents, ChangesCustomInTheMiddle) {
    const std::vector<double> begins{3, -1, 3, -1, 3, -1, 3, -1, 3, -1, 3, -1, 3, -1, 3, -1};
    const Sides sides = read_indents(begins, {0, 2, 0, 2, 0, 2, 0, 2, 2, 0, 2, 0, 2, 0, 2, 0});
    for (std::size_t i = 0; i < sides.size(); ++i) {
        EXPECT_EQ(sides[i], i % 2 == 0 ? -1 : 1) << i;
    }
}

TEST(ReadIndents, IsBoundedAndGivesOneNumberALine) {
    EXPECT_TRUE(read_indents({}, {}).empty());
    EXPECT_EQ(read_indents({3}, {4'000'000'000U}).size(), 1U);
    EXPECT_EQ(read_indents(std::vector<double>(100'000, 1.0), std::vector<std::uint32_t>(100'000, 7)).size(),
              100'000U);
}

}  // namespace
}  // namespace whereof::article
