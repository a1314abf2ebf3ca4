// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// One thing a sentence says of an outcome: that it is more, less, better, worse, or the same.
struct CompareEvent {
    std::size_t at = 0;     ///< its token
    std::size_t first = 0;  ///< the token with which the saying begins: "no", "greater"
    int sign = 0;           ///< 1 more or better, -1 less or worse, 0 the same
    bool valued = false;    ///< better or worse rather than more or less
    /// Where its object ends: of "raised HDL more than" the "more"; 0 when no such word says how much.
    std::size_t measure = 0;
};

/// The sayings among tokens [begin, end), by place. `ignored` marks tokens that name a side or an outcome;
/// empty: none does. "no significant difference" is one, "greater reduction" is one, "decreased less" is one;
/// "more than 30" and "lower limb" are none.
std::vector<CompareEvent> find_events(const std::vector<CompareToken>& tokens, std::size_t begin,
                                      std::size_t end, const std::vector<bool>& ignored);

}  // namespace whereof::claim
