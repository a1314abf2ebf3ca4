// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "claim/comparison_cues.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// A word, a phrase that is one cue, a number or a sign of a sentence.
struct CompareToken {
    Span span;
    std::string term;  ///< index term (text/terms.hpp); of a phrase or sign empty
    std::uint32_t cues = 0;
    char sign = '\0';  ///< ',' ';' '.' '(' ')' '<' '>' '=' '%' '+' (for ±) '-'; else 0
    bool is_number = false;
    bool has_unit = false;  ///< of a number behind a ratio: "5 minutes" is none of it
    double value = 0.0;     ///< below 0 behind a minus
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
    /// "is", "were", "been"
    [[nodiscard]] bool is_being(std::size_t i) const;

    std::string_view sentence_;
    const std::vector<CompareToken>& tokens_;
};

/// The first token of the run with one of the cues; kNoToken.
[[nodiscard]] std::size_t find_cue(const std::vector<CompareToken>& tokens, TokenRun run, std::uint32_t cues);

/// "Is it this or that?" of an index term.
[[nodiscard]] bool is_one_of(std::string_view term, std::initializer_list<std::string_view> list);

/// A word, in small letters, that sets one half of a sentence against the other: "but", "albeit".
[[nodiscard]] bool is_turning_word(std::string_view lower);

/// At most this many tokens of a sentence are looked at; longer ones are tables and lists.
inline constexpr std::size_t kMostCompareTokens = 400;

/// Linear; any bytes.
std::vector<CompareToken> read_compare_tokens(std::string_view sentence);

/// The same, but nothing when no word of the sentence compares or tells of a change: most sentences, quickly.
std::vector<CompareToken> read_comparing_tokens(std::string_view sentence);

}  // namespace whereof::claim
