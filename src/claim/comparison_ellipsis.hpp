// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Of "A reduced O, whereas B did not", "B did not reduce O, but A did" and "B reduced O, but A reduced it
/// more" the tokens of "A, unlike B, reduced O", of "A reduced O, but less so than B" those of "A reduced O
/// less than B"; other tokens as they are. Spans stay those of the sentence and may go back. Linear.
std::vector<CompareToken> without_ellipsis(std::string_view sentence, std::vector<CompareToken> tokens);

}  // namespace whereof::claim
