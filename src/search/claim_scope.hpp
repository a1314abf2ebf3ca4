// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison.hpp"
#include "search/synonyms.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace whereof::search {

/// Index terms of a side, outcome or population, each once.
using ScopeTerms = std::set<std::string>;

/// The telling terms of a text.
ScopeTerms scope_terms(std::string_view text);

[[nodiscard]] std::size_t count_shared(const ScopeTerms& a, const ScopeTerms& b);

/// Is it a word for people who are given something or of whom something is said: "patients", "smokers"?
[[nodiscard]] bool is_people_word(std::string_view folded);

/// The terms of what is compared: without the words that only measure it ("pain intensity" and "pain relief"
/// are "pain"); of a comparison that names no outcome, what its words mean by themselves ("cheaper": cost).
ScopeTerms outcome_terms(const claim::Comparison& comparison);

/// The terms of a text, each way to say one thing the same ("LBP" and "low back pain").
ScopeTerms concept_terms(std::string_view text, const Synonyms& synonyms);

/// Of what, of whom and of when a claim speaks.
struct ClaimScope {
    ScopeTerms outcome;
    ScopeTerms population;  ///< what tells it from others
    /// Of what there are opposed kinds, those that are named, a bit each: "acute" and "chronic", "oral" and
    /// "topical", "high" and "low" dose.
    std::map<std::string, unsigned> kinds;
    std::set<unsigned> times;  ///< days: "at 4 weeks"
    auto operator<=>(const ClaimScope&) const = default;
};

/// `text`: the whole claim. "for acute back pain" and "oral iron" tell whom and what it speaks of, too.
ClaimScope read_scope(const claim::Comparison& comparison, std::string_view text, const Synonyms& synonyms);

/// Can both be said of one thing? What is not told may be any, but an outcome that is not named is no cost
/// or harm. Another outcome, other people, another time, and only other kinds of a thing are not the same.
[[nodiscard]] bool may_be_one_scope(const ClaimScope& a, const ClaimScope& b);

}  // namespace whereof::search
