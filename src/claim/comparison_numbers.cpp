// SPDX-License-Identifier: MIT
#include "claim/comparison_numbers.hpp"

#include "claim/comparison_marks.hpp"

#include <algorithm>

namespace whereof::claim {

std::optional<double> ComparedNumbers::of_side(std::size_t side, std::size_t other_side) const {
    const bool numbers_first = [&] {
        for (std::size_t i = begin_; i < std::min(side, other_side); ++i) {
            if (is_value(i)) {
                return true;
            }
        }
        return false;
    }();
    if (numbers_first) {
        const std::size_t from = other_side < side ? other_side : begin_;
        for (std::size_t i = from; i < side; ++i) {
            if (is_value(i)) {
                return tokens_[i].value;
            }
        }
        return std::nullopt;
    }
    const std::size_t to = other_side > side ? other_side : end_;
    for (std::size_t i = side + 1; i < to; ++i) {
        if (is_value(i)) {
            return tokens_[i].value;
        }
    }
    return std::nullopt;
}

bool ComparedNumbers::is_value(std::size_t i) const {
    if (!tokens_[i].is_number || side_[i] != 0) {
        return false;
    }
    if (i > 0) {
        const CompareToken& before = tokens_[i - 1];
        if (before.sign == '+' || before.sign == '<' || before.sign == '>' ||
            is_one_of(before.term, {"tabl", "figur", "fig", "ci", "day", "week", "month", "n", "group"})) {
            return false;
        }
        if (before.sign == '=' && i > 1 && is_one_of(tokens_[i - 2].term, {"n", "ci"})) {
            return false;
        }
    }
    // "28-day mortality"; "10 days with A" is a value
    const bool named = i + 2 < tokens_.size() && tokens_[i + 2].cues == 0 && tokens_[i + 2].sign == '\0' &&
                       !tokens_[i + 2].is_number;
    if (named && is_one_of(tokens_[i + 1].term, {"dai", "day", "hour"})) {
        return false;
    }
    return !(i + 1 < tokens_.size() &&
             is_one_of(tokens_[i + 1].term, {"week", "month", "mg", "year", "ci", "patient", "ml", "kg"}));
}

}  // namespace whereof::claim
