// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace whereof::text {

/// The form in which two spellings of one text are equal: NFKC case folding (ICU), combining marks dropped,
/// ł ø đ æ œ ß ı þ ð spelled in plain letters, every dash '-', every single quote ' and double quote ",
/// soft hyphens and zero-width characters gone, runs of white space one blank, none at the ends.
/// Invalid UTF-8 counts as U+FFFD. fold(fold(x)) == fold(x).
std::string fold(std::string_view utf8);

/// fold() without anything but letters and digits: "Low-back pain." and "low back  pain" both give
/// "lowbackpain".
std::string fold_key(std::string_view utf8);

/// The words of fold(utf8): maximal runs of letters and digits, in order. An apostrophe inside a word is
/// dropped
/// ("O'Sullivan" is "osullivan"), a hyphen divides.
std::vector<std::string> fold_words(std::string_view utf8);

}  // namespace whereof::text
