// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace whereof::claim {

/// What a word or phrase does in a comparison, by corpus/words/comparison_words.tsv.
enum Cue : std::uint32_t {
    kMore = 1U << 0U,           ///< more of the outcome: "increased", "longer"
    kLess = 1U << 1U,           ///< less of it: "reduced", "shorter"
    kBetter = 1U << 2U,         ///< for the patient: "improved", "superior"
    kWorse = 1U << 3U,          ///< for the patient: "impaired", "inferior"
    kSame = 1U << 4U,           ///< no difference: "similar", "no better"
    kDiffer = 1U << 5U,         ///< what a "no" before it denies: "difference", "effect"
    kSmall = 1U << 6U,          ///< how much of a change, before it or behind: "smaller", "less"
    kLarge = 1U << 7U,          ///< the same: "greater", "more"
    kSignificant = 1U << 8U,    ///< of a test: "significantly"
    kInsignificant = 1U << 9U,  ///< of a test: "not significant"
    kNegation = 1U << 10U,      ///< "no", "not", "without"
    kHedge = 1U << 11U,         ///< "may", "tended"
    kThan = 1U << 12U,          ///< what is compared with stands behind it: "than", "versus"
    kGroup = 1U << 13U,         ///< an arm of a study: "group", "recipients"
    kBefore = 1U << 14U,        ///< an earlier time of one arm: "baseline"
    kVerb = 1U << 15U,          ///< ends a subject: "was", "showed"
    kStop = 1U << 16U,          ///< ends what is compared: "because", "who"
    kClause = 1U << 17U,        ///< begins another statement: "whereas", "but"
    kPlace = 1U << 18U,         ///< before an arm or an outcome: "in", "with", "receiving"
    kNoun = 1U << 19U,          ///< a change named as a thing: "reduction"
    kPValue = 1U << 20U,        ///< "p < 0.001", one token, also kSignificant or kInsignificant
    kBeats = 1U << 21U,         ///< one side stands before it, the other behind: "outperforms", "superior"
    kAsked = 1U << 22U,         ///< what the statement says is asked or supposed: "whether", "hypothesised"
    kPeople = 1U << 23U,        ///< whom a statement speaks of: "adults"
    kAlong = 1U << 24U,         ///< a second outcome stands behind it: "along with"
    kPrefer = 1U << 25U,        ///< what is taken stands behind: "preferred R over S"
    kContrast = 1U << 26U,      ///< also kThan, but a "no" behind it holds of one side alone: "unlike"
    kPlan = 1U << 27U,          ///< of a study's design: "sample size"
    kExample = 1U << 28U,       ///< what follows is among what stands before: "such as"
    kWork = 1U << 29U,          ///< a study or what it says, no side of a comparison: "trial"
    kRatio = 1U << 30U,         ///< of the risks of two sides, one token: "hazard ratio", "OR"
    kMaker = 1U << 31U,         ///< who studies or gives what is compared: "trials", "teachers"
};
inline constexpr std::uint32_t kChange = kMore | kLess | kBetter | kWorse;

/// What a word or phrase of the list does, folded and divided by blanks, which may be nothing; absent when
/// the list has it not.
[[nodiscard]] std::optional<std::uint32_t> find_cues(std::string_view phrase);

/// How many words the longest phrase of the list that begins with this one has; 0 when none does.
[[nodiscard]] std::size_t longest_cue(std::string_view first_word);

}  // namespace whereof::claim
