// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// `text` without HTML or JATS tags and TeX's braces and accents, character references resolved to what they
/// mean (Greek letters to their names) or to a blank.
std::string without_markup(std::string_view text);

/// The words of a title in the form in which British and American spellings are equal. Only for comparing:
/// "oedema" and "edema" both give "edema", but so would a misspelt "oedema" of another word.
std::vector<std::string> title_words(std::string_view title);
std::string spelling_form(std::string_view folded_word);

/// Optimal string alignment distance (edits and swaps of neighbours), or `limit` + 1 when it is more.
std::size_t typing_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Is `a` a slip of the pen for `b`? One edit or swap in words of four letters or more, two from nine
/// letters; never where a digit differs, nor between two words of their own (vocabulary.hpp).
bool is_typo_of(std::string_view a, std::string_view b);

[[nodiscard]] bool has_digit(std::string_view text) noexcept;
[[nodiscard]] bool is_stop_word(std::string_view folded_word) noexcept;

/// How many words of a title say something: all but the stop words.
[[nodiscard]] std::size_t count_content(std::string_view title);

/// The words joined without anything between them.
std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end);
inline std::string joined(const std::vector<std::string>& words) { return joined(words, 0, words.size()); }

}  // namespace whereof::verify
