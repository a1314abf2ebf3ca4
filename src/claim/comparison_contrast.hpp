// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Makes the "not" of "A, not B, improved O", "A but not B improved O" and "Not B but A improved O" a
/// contrast as "unlike" is one: it excludes a side and denies nothing. Linear.
void mark_exclusions(std::string_view sentence, std::vector<CompareToken>& tokens);

/// Of "Unlike B, A was better than C" and "A, but not B, was better than C" the tokens of "A was better than
/// C": where a statement says what it compares with, what it contrasts is not that. Linear.
std::vector<CompareToken> without_contrasts(const std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
