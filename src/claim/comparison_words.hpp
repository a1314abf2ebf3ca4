// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

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
};
inline constexpr std::uint32_t kChange = kMore | kLess | kBetter | kWorse;

/// A word, a phrase that is one cue, a number or a sign of a sentence.
struct CompareToken {
    Span span;
    std::string term;  ///< index term (text/terms.hpp); of a phrase or sign empty
    std::uint32_t cues = 0;
    char sign = '\0';  ///< ',' ';' '.' '(' ')' '<' '>' '=' '%' '+' (for ±) '-'; else 0
    bool is_number = false;
    double value = 0.0;  ///< below 0 behind a minus
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

/// The base of those who read a sentence by its tokens; both outlive it. Nothing stands past the end.
class TokenReader {
  protected:
    TokenReader(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : sentence_(sentence), tokens_(tokens) {}

    /// Has the token at a place one of the cues?
    [[nodiscard]] bool has(std::size_t i, std::uint32_t cues) const {
        return i < tokens_.size() && tokens_[i].has(cues);
    }
    /// As the sentence has it; of a phrase all its words.
    [[nodiscard]] std::string_view word(std::size_t i) const {
        return i < tokens_.size() ? tokens_[i].span.of(sentence_) : std::string_view();
    }
    [[nodiscard]] std::string lower_word(std::size_t i) const { return text::ascii_lower(word(i)); }

    std::string_view sentence_;
    const std::vector<CompareToken>& tokens_;
};

/// The first token of the run with one of the cues; kNoToken.
[[nodiscard]] std::size_t find_cue(const std::vector<CompareToken>& tokens, TokenRun run, std::uint32_t cues);

/// "Is it this or that?" of an index term.
[[nodiscard]] bool is_one_of(std::string_view term, std::initializer_list<std::string_view> list);

/// What a word or phrase of the list does, folded and divided by blanks; 0 when the list has it not.
[[nodiscard]] std::uint32_t cues_of(std::string_view phrase);

/// A word, in small letters, that sets one half of a sentence against the other: "but", "albeit".
[[nodiscard]] bool is_turning_word(std::string_view lower);

/// At most this many tokens of a sentence are looked at; longer ones are tables and lists.
inline constexpr std::size_t kMostCompareTokens = 400;

/// Linear; any bytes.
std::vector<CompareToken> read_compare_tokens(std::string_view sentence);

/// The same, but nothing when no word of the sentence compares or tells of a change: most sentences, quickly.
std::vector<CompareToken> read_comparing_tokens(std::string_view sentence);

}  // namespace whereof::claim
