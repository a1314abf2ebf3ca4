// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "text/word_list.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// A sentence is looked at no further: longer ones are tables and lists.
inline constexpr std::size_t kMostClaimWords = 400;

/// A maximal run of letters and digits, folded ("doesn't" is two).
struct ClaimWord {
    std::string folded;
    Span span;  ///< of the text that was read
};

/// The first kMostClaimWords words of a text, in order. Linear; any bytes.
std::vector<ClaimWord> read_claim_words(std::string_view text);

/// A phrase of a word list among the words of a text.
struct FoundPhrase {
    std::string_view kind;  ///< its class in the list; empty when no phrase begins there
    std::size_t end = 0;    ///< past its last word
};

/// The longest phrase of the list that begins at word `i`, of at most six words.
FoundPhrase phrase_at(const std::vector<ClaimWord>& words, std::size_t i, const text::WordList& list);

}  // namespace whereof::claim
