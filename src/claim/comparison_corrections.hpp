// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Takes what a sentence corrects out of its tokens: of "not better but worse than B", "no better, and in
/// fact worse, than B", "no better than B and in fact worse" and "worse, not better, than B" the "worse than
/// B" stays. Spans stay those of the sentence and may go back. Linear.
void drop_corrected(std::string_view sentence, std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
