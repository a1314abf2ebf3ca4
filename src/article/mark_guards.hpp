// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace whereof::article {

/// The value of a decimal digit, plain or raised, or -1.
int digit_value(char32_t code_point) noexcept;

/// Whether numbers in square brackets are the interval or range of the number before them: "12 [10–20]".
bool is_interval(std::string_view text, Span span, const std::vector<std::uint32_t>& numbers);

/// Whether raised digits are an exponent ("10³"), a unit's power ("m²"), a statistic's ("R²") or an isotope's
/// number ("¹³C").
bool is_exponent(std::string_view text, Span span, const std::vector<std::uint32_t>& numbers);

/// How sure it is that numbers mean references, once the article is known to write them so.
enum class Trust : std::uint8_t {
    none,
    weak,      ///< they may as well be something else
    counting,  ///< a word follows: none if the paragraph counts from (1) on in this way, else full
    full,
};

/// For numbers in round brackets: none for a year, a count behind a number ("45 (12)"), an equation's or
/// table's number.
Trust parenthesis_trust(std::string_view text, Span span, const std::vector<std::uint32_t>& numbers);

/// Whether what stands before "(2)" lets it open the next item of an enumeration: punctuation, "and", a
/// line's beginning.
bool opens_item(std::string_view text, std::size_t mark);

/// How plain digits stand behind a word.
struct PlainPlace {
    enum class Kind : std::uint8_t { none, glued, spaced };
    Kind kind = Kind::none;
    bool weak = false;      ///< glued to the word itself, or in mid-sentence
    std::size_t begin = 0;  ///< of the marker: blanks before spaced digits go with it
};
PlainPlace plain_place(std::string_view text, std::size_t digits);

/// Where a list of plain numbers that begins at `at` ends.
std::size_t plain_list_end(std::string_view text, std::size_t at, bool spaced);

/// Whether what follows plain digits lets them be a marker.
bool plain_may_end(std::string_view text, std::size_t end, bool spaced);

}  // namespace whereof::article
