// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// Does what the tokens from `begin` to `end` say hold of one time alone, as the sentence says otherwise of
/// another: "better at 6 weeks, but not at one year", "lower at first; by 6 months this had reversed"? Of
/// "similar at first, but lower at 6 weeks" the direction remains. Linear.
[[nodiscard]] bool changes_with_time(std::string_view sentence, const std::vector<CompareToken>& tokens,
                                     std::size_t begin, std::size_t end);

}  // namespace whereof::claim
