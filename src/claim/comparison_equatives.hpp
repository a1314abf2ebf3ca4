// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// Joins "as safe as", "just as good as", "not nearly as effective as", "half as good as" to one token that
/// says the same, worse or better; of "twice as common with A as with B" the second "as" becomes a "than".
/// Only of words that have a value or count. Linear.
void join_equatives(std::string_view sentence, std::vector<CompareToken>& tokens);

/// Is token i the joined "twice" of "the rate with A was twice that with B"? Its outcome is its own subject.
[[nodiscard]] bool is_multiple(std::string_view sentence, const std::vector<CompareToken>& tokens,
                               std::size_t i);

}  // namespace whereof::claim
