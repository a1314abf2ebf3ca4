// SPDX-License-Identifier: MIT
#include "text/similarity.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::text {
namespace {

/// The textbook table, to hold the banded one against.
std::size_t full_distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
            } else {
                d[i][j] = std::min(
                    {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            }
        }
    }
    return d[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithTheFullTable) {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string a(random() % 9, 'a');
        std::string b(random() % 9, 'a');
        for (char& c : a) {
            c = static_cast<char>('a' + random() % 3);
        }
        for (char& c : b) {
            c = static_cast<char>('a' + random() % 3);
        }
        const std::size_t expected = full_distance(a, b);
        for (std::size_t limit = 0; limit <= 9; ++limit) {
            ASSERT_EQ(edit_distance(a, b, limit), std::min(expected, limit + 1))
                << a << " / " << b << " / " << limit;
        }
    }
}

TEST(EditDistance, SimilarityRunsFromNothingToEqual) {
    EXPECT_DOUBLE_EQ(similarity("", ""), 1.0);
    EXPECT_DOUBLE_EQ(similarity("abc", "abc"), 1.0);
    EXPECT_DOUBLE_EQ(similarity("abc", "xyz"), 0.0);
    EXPECT_DOUBLE_EQ(similarity("abcd", "abce"), 0.75);
}

}  // namespace
}  // namespace whereof::text
