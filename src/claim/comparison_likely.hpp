// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Puts what is likely before what it is compared with: "more likely than B to cure pain" reads as "more
/// likely to cure pain than B", "twice as likely as B to cure" as "twice as likely to cure as B". Tokens of
/// the sentence with their cues; linear.
void bring_likely_together(std::string_view sentence, std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
