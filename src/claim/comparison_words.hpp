// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// What a word or phrase does in a comparison, by corpus/words/comparison_words.tsv.
enum Cue : std::uint32_t {
    kMore = 1U << 0U,
    kLess = 1U << 1U,
    kBetter = 1U << 2U,
    kWorse = 1U << 3U,
    kSame = 1U << 4U,
    kDiffer = 1U << 5U,
    kSmall = 1U << 6U,
    kLarge = 1U << 7U,
    kSignificant = 1U << 8U,
    kInsignificant = 1U << 9U,
    kNegation = 1U << 10U,
    kHedge = 1U << 11U,
    kThan = 1U << 12U,
    kGroup = 1U << 13U,
    kBefore = 1U << 14U,
    kVerb = 1U << 15U,
    kStop = 1U << 16U,
    kClause = 1U << 17U,
    kPlace = 1U << 18U,
    kBeats = 1U << 21U,     ///< one side stands before it, the other behind: "outperforms", "superior"
    kNoun = 1U << 19U,      ///< a change named as a thing: "reduction"
    kAsked = 1U << 22U,     ///< what the statement says is asked or supposed: "whether", "hypothesised"
    kPeople = 1U << 23U,    ///< whom a statement speaks of: "adults"
    kAlong = 1U << 24U,     ///< a second outcome stands behind it: "along with"
    kPrefer = 1U << 25U,    ///< "preferred R over S": what is taken stands behind
    kContrast = 1U << 26U,  ///< also kThan: "unlike"
    kPlan = 1U << 27U,      ///< of a study's design: "sample size"
    kExample = 1U << 28U,   ///< "such as"
    kWork = 1U << 29U,      ///< a study or what it says, no side of a comparison
    kPValue = 1U << 20U,    ///< "p < 0.001", one token, also kSignificant or kInsignificant
};
inline constexpr std::uint32_t kChange = kMore | kLess | kBetter | kWorse;

/// A word, a phrase that is one cue, a number or a sign of a sentence.
struct CompareToken {
    Span span;
    std::string term;  ///< index term (text/terms.hpp); of a phrase or sign empty
    std::uint32_t cues = 0;
    char sign = '\0';  ///< ',' ';' '.' '(' ')' '<' '>' '=' '%' '+' (for ±) '-'; else 0
    bool is_number = false;
    double value = 0.0;
    [[nodiscard]] bool has(std::uint32_t cue) const noexcept { return (cues & cue) != 0; }
};

inline constexpr std::size_t kLongestName = 16;  ///< tokens; more is not a name of something

/// Tokens [begin, end) of a sentence.
struct TokenRun {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const noexcept { return begin >= end; }
};

inline constexpr std::size_t kNoToken = static_cast<std::size_t>(-1);
/// The first token of the run with one of the cues; kNoToken.
[[nodiscard]] std::size_t find_cue(const std::vector<CompareToken>& tokens, TokenRun run, std::uint32_t cues);

/// At most this many tokens of a sentence are looked at; longer ones are tables and lists.
inline constexpr std::size_t kMostCompareTokens = 400;

/// Linear; any bytes.
std::vector<CompareToken> read_compare_tokens(std::string_view sentence);

/// The same, but nothing when no word of the sentence compares or tells of a change: most sentences, quickly.
std::vector<CompareToken> read_comparing_tokens(std::string_view sentence);

}  // namespace whereof::claim
