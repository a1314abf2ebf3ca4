// SPDX-License-Identifier: MIT
#include "verify/title_language.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/vocabulary.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>

namespace whereof::verify {
namespace {

/// Small words of German, Dutch, French, Spanish, Italian, Portuguese, Danish and Polish that no English
/// title has. Folded.
constexpr auto kForeignWords = std::to_array<std::string_view>(
    {"aan",   "auf",   "avec", "av",  "bei",  "com",  "con",  "dans", "das",   "degli", "del",
     "della", "delle", "der",  "des", "di",   "dos",  "een",  "eine", "einer", "el",    "en",
     "entre", "het",   "hos",  "im",  "las",  "les",  "los",  "med",  "mit",   "nach",  "nel",
     "nella", "nicht", "och",  "og",  "oder", "op",   "para", "per",  "por",   "pour",  "przy",
     "sur",   "til",   "und",  "une", "van",  "voor", "vom",  "von",  "w",     "zum",   "zur"});

/// What a title shows of the language it is in.
struct Language {
    bool english = false;  ///< it has small words that only English has
    bool plain = false;    ///< or else every word is known, and in ASCII
    bool foreign = false;  ///< it is made of words that English titles lack
    bool marked = false;   ///< and has letters or small words that English lacks
};

/// Letters beyond Latin and Greek; Greek ones stand in English titles.
std::size_t count_other_script(std::string_view title) {
    constexpr char32_t kCyrillic = 0x400;
    std::size_t out = 0;
    for (std::size_t at = 0; at < title.size();) {
        const char32_t c = text::next_code_point(title, at);
        out += c >= kCyrillic && text::is_letter(c) && !(c >= 0x1E00 && c < 0x2E80) ? 1U : 0U;
    }
    return out;
}

bool has_accented_letter(std::string_view title) {
    for (std::size_t at = 0; at < title.size();) {
        const char32_t c = text::next_code_point(title, at);
        if (c >= 0xC0 && c < 0x250 && text::is_letter(c)) {
            return true;
        }
    }
    return false;
}

Language language_of(std::string_view title) {
    constexpr std::array<std::string_view, 4> kEnglish{"and", "of", "the", "with"};
    constexpr std::size_t kOtherScript = 4;  ///< letters that are no symbol
    const auto words = text::fold_words(title);
    const auto is_among = [&words](const auto& list) {
        return std::ranges::any_of(words, [&](const std::string& word) {
            return std::ranges::find(list, word) != std::ranges::end(list);
        });
    };
    const auto unknown = static_cast<std::size_t>(std::ranges::count_if(words, [](const std::string& word) {
        return word.size() > 3 && !has_digit(word) && !is_known_word(word);
    }));
    const bool other_script = count_other_script(title) >= kOtherScript;
    const bool foreign_sign = is_among(kForeignWords) || has_accented_letter(title);
    Language out;
    out.english = is_among(kEnglish);
    out.plain = !other_script && unknown == 0 && !foreign_sign;
    out.foreign = !out.english && (other_script || (unknown >= 2 && unknown * 3 >= words.size()));
    out.marked =
        !out.english && (other_script || (unknown >= 1 && unknown * 3 >= words.size() && foreign_sign));
    return out;
}

}  // namespace

bool are_in_two_languages(std::string_view a, std::string_view b) {
    const auto of_a = language_of(a);
    const auto of_b = language_of(b);
    const auto is_pair = [](const Language& english, const Language& other) {
        return (english.english && (other.foreign || other.marked)) || (english.plain && other.marked);
    };
    return is_pair(of_a, of_b) || is_pair(of_b, of_a);
}

}  // namespace whereof::verify
