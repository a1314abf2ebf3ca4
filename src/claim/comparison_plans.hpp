// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// Do tokens [begin, end) tell how a study was made or began rather than what came of it: "80 % power to
/// detect", "at baseline the groups did not differ", "were randomised to A or B"?
bool is_plan(const std::vector<CompareToken>& tokens, std::size_t begin, std::size_t end);

/// Do tokens [begin, end) ask or suppose what they say rather than assert it: "it is unclear whether", "we
/// hypothesised that", "no evidence that", "it is a myth that", "were A better", "some say so, others not",
/// "the advantage was lost", "was not noninferior", a question mark? "As hypothesised" asserts.
bool is_withheld(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin,
                 std::size_t end);

/// Is what token `event` says a trait of whom the statement speaks: "patients with worse pain were given A
/// rather than B"?
bool is_trait(std::string_view sentence, const std::vector<CompareToken>& tokens, TokenRun statement,
              std::size_t event);

}  // namespace whereof::claim
