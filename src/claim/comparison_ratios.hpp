// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_words.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// The upper limit of a ratio; more is another number.
inline constexpr double kMostRatio = 100.0;

/// Gives the short forms "HR", "OR" and the like kRatio where their number follows, none of a unit ("in the
/// OR 5 minutes after"), and "MD" and "mean difference" kRatio and kDiffer where their interval does; marks
/// the numbers behind a ratio that have a unit, and makes the "with" of "the OR comparing A with B" a kThan.
/// Linear.
void mark_ratios(std::string_view sentence, std::vector<CompareToken>& tokens);

/// "the hazard ratio for death with A versus B was 0.72 (95 % CI 0.60 to 0.86)" among tokens [begin, end):
/// below 1, of a difference below 0, is less; an interval that holds it is no difference. Without an interval
/// a P value decides. Absent when neither is told or it is not sure which number is which. `ignored` as in
/// find_events().
std::optional<CompareEvent> find_ratio(const std::vector<CompareToken>& tokens, std::size_t begin,
                                       std::size_t end, const std::vector<bool>& ignored);

}  // namespace whereof::claim
