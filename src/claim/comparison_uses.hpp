// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace whereof::claim {

/// Is the index term what is lower or upper by its place in the body or on a scale: "limb", "quartile"?
[[nodiscard]] bool is_part(const std::string& term);

/// Does the "more" at token i, of tokens before `end`, tell how common a side is, not what it does: "more
/// often used in severe pain than B"?
[[nodiscard]] bool tells_of_use(const std::vector<CompareToken>& tokens, std::size_t i, std::size_t end);

/// Takes the cues from a change that a verb of change is told of: of "slowed cognitive decline" and "reduced
/// the increase" only the verb says something. Linear.
void free_objects(std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
