// SPDX-License-Identifier: MIT
#pragma once

#include "article/comparison.hpp"
#include "search/synonyms.hpp"

#include <set>
#include <string>
#include <string_view>

namespace whereof::search {

/// Index terms of a side, outcome or population, each once.
using ScopeTerms = std::set<std::string>;

/// The terms of what is compared: without the words that only measure it ("pain intensity" and "pain relief"
/// are "pain"); of a comparison that names no outcome, what its words mean by themselves ("cheaper": cost).
ScopeTerms outcome_terms(const article::Comparison& comparison);

/// Can both be said of one outcome? One that is not named may be any but costs and harms.
[[nodiscard]] bool may_be_one_outcome(const ScopeTerms& a, const ScopeTerms& b);

/// Can both be said of the same people? "adults with knee pain" and "knee pain" may be the same; other ages,
/// sexes, acute and chronic, and diseases that have a word of their own each, are not. One that is not told
/// may be any.
[[nodiscard]] bool may_be_one_population(std::string_view a, std::string_view b, const Synonyms& synonyms);

}  // namespace whereof::search
