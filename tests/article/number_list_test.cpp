// SPDX-License-Identifier: MIT
#include "article/number_list.hpp"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

using Numbers = std::vector<std::uint32_t>;

struct ListCase {
    const char* text;
    Numbers numbers;  ///< empty: no list of numbers
};

TEST(ReadNumberList, ReadsWhatPeopleWriteBetweenBrackets) {
    const ListCase cases[] = {
        {"1", {1}},
        {"1,3-5", {1, 3, 4, 5}},
        {"1, 3–5; 7", {1, 3, 4, 5, 7}},
        {"1 and 2", {1, 2}},
        {"2;4", {2, 4}},
        {"see 3", {3}},
        {"e.g., 3, 4", {3, 4}},
        {"9; this study", {9}},
        {"12, p. 5", {12}},
        {"1, p. 5; 3", {1, 3}},
        {"118-20", {118, 119, 120}},
        {"101–4", {101, 102, 103, 104}},
        {"5-3", {}},
        {"refs. 1-3", {1, 2, 3}},
        {"¹,²", {1, 2}},
        {"3−5", {3, 4, 5}},
        {"", {}},
        {"a", {}},
        {"95% CI", {}},
        {"1.5", {}},
        {"0", {}},
        {"07", {}},
        {"123456", {}},
        {"1-999999999", {}},
        {"1-5000", {}},
        {"131I", {}},
        {"sic", {}},
        {"n = 12", {}},
        {"1/2", {}},
        {"-3", {}},
        {"3-", {}},
    };
    for (const ListCase& c : cases) {
        SCOPED_TRACE(c.text);
        Numbers numbers;
        const bool is_list = read_number_list(c.text, numbers);
        EXPECT_EQ(is_list, !c.numbers.empty());
        if (is_list) {
            EXPECT_EQ(numbers, c.numbers);
        }
    }
}

TEST(NumberLists, KnowADashBetweenTwo) {
    for (const char* dash : {"-", "–", " – ", "—", "‑", "−", "~"}) {
        EXPECT_TRUE(is_only_a_dash(dash)) << dash;
    }
    for (const char* other : {"", " ", "--", ",", "- and -", "          -", "1"}) {
        EXPECT_FALSE(is_only_a_dash(other)) << other;
    }
}

TEST(NumberLists, CompleteRangesAsPagesDo) {
    struct Range {
        std::uint32_t first, last;
        Numbers numbers;  ///< empty: none
    };
    const Range ranges[] = {{3, 5, {3, 4, 5}},
                            {118, 20, {118, 119, 120}},
                            {9, 10, {9, 10}},
                            {5, 3, {}},
                            {5, 5, {5}},
                            {1, 5000, {}},
                            {4294967293U, 5, {4294967293U, 4294967294U, 4294967295U}}};
    for (const auto& [first, last, expected] : ranges) {
        Numbers numbers;
        EXPECT_EQ(append_range(first, last, numbers), !expected.empty()) << first << '-' << last;
        if (!expected.empty()) {
            EXPECT_EQ(numbers, expected);
        }
    }
}

}  // namespace
}  // namespace whereof::article
