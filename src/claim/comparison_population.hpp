// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Whom a statement speaks of: "in people with chronic low back pain".
struct Population {
    TokenRun whole;  ///< with its preposition
    TokenRun name;   ///< "people with chronic low back pain"; empty of "in patients", which says nothing
};

/// The populations that a sentence names behind "in", "among" or "for", by place. Patients "receiving" or
/// "randomised to" something are an arm, "in women than in men" are sides: neither is one. Linear.
std::vector<Population> find_populations(std::string_view sentence, const std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
