// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// The two statements of a sentence that says two things of one pair, each whole: of "A was better than B in
/// men but worse in women" the tokens of "A was better than B in men" and "A was worse than B in women"; of
/// "A is more effective but more toxic than B", "A reduced O but increased P compared with B" likewise. The
/// tokens alone when it says one thing. Spans stay those of the sentence and may go back. Linear.
std::vector<std::vector<CompareToken>> comparison_halves(std::string_view sentence,
                                                         const std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
