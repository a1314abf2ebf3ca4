// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Takes the cues from words of time where they say nothing of an outcome: from the "delayed" of "delayed
/// surgery" and "a delay in", which is no "A delayed relapse"; from the "earlier" of "earlier surgery" and
/// "two years later", which is no "recovered earlier with A". Linear.
void free_timing(std::string_view sentence, std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
