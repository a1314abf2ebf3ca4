// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::text {

constexpr char32_t kReplacement = U'\uFFFD';

/// Reads the code point at `at` and moves `at` past it. A malformed sequence gives U+FFFD once per maximal
/// subpart, as the Unicode Standard advises (3.9, "U+FFFD Substitution of Maximal Subparts"), and never moves
/// past the end. Requires at < bytes.size().
char32_t next_code_point(std::string_view bytes, std::size_t& at) noexcept;

/// The code point that ends just before `at`, which moves to its first byte. Requires valid UTF-8 and at > 0.
char32_t previous_code_point(std::string_view bytes, std::size_t& at) noexcept;

void append_code_point(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes) noexcept;

/// `bytes` with every malformed sequence replaced by U+FFFD and every NUL by U+FFFD.
std::string make_valid_utf8(std::string_view bytes);

/// Classes of code points, by the Unicode database.
[[nodiscard]] bool is_letter(char32_t code_point) noexcept;
[[nodiscard]] bool is_digit(char32_t code_point) noexcept;  ///< decimal digits of any script
[[nodiscard]] bool is_upper(char32_t code_point) noexcept;  ///< upper or title case letters
[[nodiscard]] bool is_lower(char32_t code_point) noexcept;
/// The capital of a letter, one code point; others come back as they are.
[[nodiscard]] char32_t to_upper(char32_t code_point) noexcept;
[[nodiscard]] bool is_space(char32_t code_point) noexcept;  ///< white space, no-break spaces included
[[nodiscard]] bool is_dash(
    char32_t code_point) noexcept;  ///< '-', U+2010..U+2015, U+2212 and their small forms

/// ASCII only, without locale: for identifiers and syntax.
[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept {
    return is_ascii_upper(c) || is_ascii_lower(c);
}
[[nodiscard]] constexpr bool is_ascii_alnum(char c) noexcept {
    return is_ascii_letter(c) || is_ascii_digit(c);
}
[[nodiscard]] constexpr bool is_ascii_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
[[nodiscard]] constexpr char ascii_lower(char c) noexcept {
    return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string ascii_lower(std::string_view text);
std::string ascii_upper(std::string_view text);

/// The beginning of `text`, at most `most` bytes of it: whole words, or whole code points where no blank
/// divides words. Requires valid UTF-8 for the latter.
std::string_view first_words(std::string_view text, std::size_t most) noexcept;

/// Without ASCII white space at either end.
std::string_view trim(std::string_view text) noexcept;

}  // namespace whereof::text
