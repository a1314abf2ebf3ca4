// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Of "fewer patients fell" and "patients on A were more likely to fall" the fall is an outcome and no
/// change: takes the cues from "fall", "fell" and "fallen" where a statement speaks of people. Linear.
void free_falls(std::string_view sentence, std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
