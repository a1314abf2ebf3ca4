// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// The folded words of a title in which Greek letters are words of their own under their names ("TNFα" is
/// "tnf", "alpha"; whole words of Greek stay), Roman numerals are Arabic ("II" is "2"; a single letter only
/// beside a word like "phase"), and the numbers from one to twelve are written in digits. Only for comparing:
/// both titles must go through it.
struct SymbolWords {
    std::vector<std::string> words;
    bool greek = false;              ///< were there Greek letters, which a text may have lost?
    std::vector<Span> divided = {};  ///< words that were one with several Greek letters ("α11β1")
};
SymbolWords spell_symbols(const std::vector<std::string>& folded_words);

/// Writes out in `words` what stands there for a Greek letter of `other` that is no word of its own: "tnfa",
/// "tnfalpha" and, where `other` had the letter itself, "tnf1" for "TNFα1".
void write_out_greek(const SymbolWords& other, std::vector<std::string>& words);

/// Is it a Greek letter's name?
[[nodiscard]] bool is_greek_name(std::string_view word);

/// Does a Latin letter stand for the Greek one of that name ("a" for "alpha", "u" for "mu")?
[[nodiscard]] bool stands_for_greek(std::string_view letter, std::string_view name);

}  // namespace whereof::verify
