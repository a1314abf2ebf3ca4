// SPDX-License-Identifier: MIT
#pragma once

#include "bib/identifiers.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// What a token looks like. The order is part of the weights' format: append only, and train again.
enum class Look : std::uint8_t {
    edge,  ///< before the first and behind the last token
    period,
    comma,
    semicolon,
    colon,
    open_round,
    close_round,
    open_square,
    close_square,
    open_quote,
    close_quote,
    hyphen,
    dash,
    slash,
    ampersand,
    question,  ///< '?' and '!'
    apostrophe,
    symbol,
    initial,       ///< one capital: "J"
    capitals_few,  ///< "JM", "WHO"
    capitals,      ///< "BAKHTIN"
    capitalised,   ///< "Smith"
    mixed_case,    ///< "McKay", "eLife"
    lower_short,   ///< up to three letters: "of"
    lower,
    other_script,  ///< letters without case
    year,          ///< 1500 to 2039
    year_letter,   ///< "2020a"
    digits_few,    ///< one or two digits
    digits_some,   ///< three or four
    digits_many,
    letter_digits,  ///< "e1234", "S34", "CD006929"
    digits_letter,  ///< "15S", "2nd"
    month,
    doi,
    url,
    identifier,
    unreadable,  ///< not UTF-8, or a control character
};
inline constexpr std::size_t kLookCount = static_cast<std::size_t>(Look::unreadable) + 1;

/// A word, a number, a punctuation mark or a whole identifier.
struct Token {
    Span span;
    Look look = Look::edge;
    bool glued = false;        ///< no white space before it
    bool in_quotes = false;    ///< between an opening and a closing quotation mark
    std::uint8_t depth = 0;    ///< of round and square brackets, at most 3
    std::uint8_t letters = 0;  ///< code points, at most 255
    std::uint8_t cue = 0;      ///< what the word announces (cues.hpp), 0 for nothing
    std::uint32_t word = 0;    ///< hash of the folded spelling; digits count by their number only
    std::uint32_t prefix = 0;  ///< hash of the first three folded letters
    std::uint32_t suffix = 0;  ///< of the last three
    std::uint32_t ending = 0;  ///< of the last two
};

/// "editors", "Hrsg."; and "ed." behind a bracket or comma, where it is no edition's: says that names are
/// editors'.
[[nodiscard]] bool is_role(const Token& token, const Token& left) noexcept;

/// Longer lists of tokens are cut: no reference has as many.
inline constexpr std::size_t kMostTokens = 2500;

/// Divides a text at white space and at every punctuation mark; a hyphen or apostrophe between two letters
/// stays inside its word. Each of `identifiers`, which are in order, is one token. Replaces what `out` holds;
/// stops after kMostTokens. Never allocates when `out` has room. Linear.
void tokenize(std::string_view text, std::span<const FoundIdentifier> identifiers, std::vector<Token>& out);

/// The hash that `Token::word` has for a word, for the word lists.
std::uint32_t word_hash(std::string_view word);

/// Folds one more value into a hash.
[[nodiscard]] constexpr std::uint32_t mix(std::uint32_t hash, std::uint32_t value) noexcept {
    hash = (hash ^ value) * 0x9E3779B1U;
    return hash ^ (hash >> 15U);
}

}  // namespace whereof::bib
