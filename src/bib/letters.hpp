// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace whereof::bib {

/// The parser's own quick view of a code point; text::fold would be ten times slower than the tagger.
enum class Kind : std::uint8_t {
    space,
    upper,
    lower,
    caseless,
    digit,
    mark,
    ignorable,
    punctuation,
    control
};

struct Letter {
    Kind kind = Kind::control;
    char32_t plain = 0;  ///< lower case, and for Latin letters without accent
};

/// Classifies a code point by table for Latin scripts, by the Unicode database for the others.
[[nodiscard]] Letter letter(char32_t code_point) noexcept;

}  // namespace whereof::bib
