// SPDX-License-Identifier: MIT
#include "text/fold.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cassert>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace whereof::text {
namespace {

/// Letters that carry no combining mark to drop, in plain letters.
const char* plain_letters(char32_t c) noexcept {
    switch (c) {
        case U'ł':
            return "l";
        case U'ø':
            return "o";
        case U'đ':
            return "d";
        case U'æ':
            return "ae";
        case U'œ':
            return "oe";
        case U'ß':
            return "ss";
        case U'ı':
            return "i";
        case U'þ':
            return "th";
        case U'ð':
            return "d";
        case U'ħ':
            return "h";
        default:
            return nullptr;
    }
}

bool is_single_quote(char32_t c) noexcept {
    return (c >= U'\u2018' && c <= U'\u201B') || c == U'`' || c == U'\u00B4' || c == U'\u02BC' ||
           c == U'\u2032';
}
bool is_double_quote(char32_t c) noexcept {
    return (c >= U'\u201C' && c <= U'\u201F') || c == U'\u00AB' || c == U'\u00BB' || c == U'\u2033';
}
bool is_ignorable(char32_t c) noexcept {
    return c == U'\u00AD' || (c >= U'\u200B' && c <= U'\u200F') || c == U'\u2060' || c == U'\uFEFF';
}

/// Calls put(code point) for each of the folded text, before white space is squeezed.
template <typename Put>
void fold_unicode(std::string_view utf8, Put put) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    assert(U_SUCCESS(status));
    const auto source = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    const auto folded = decompose->normalize(casefold->normalize(source, status), status);
    for (std::int32_t i = 0; i < folded.length();) {
        const UChar32 c = folded.char32At(i);
        i += U16_LENGTH(c);
        if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK) {
            continue;
        }
        put(static_cast<char32_t>(c));
    }
}

void fold_code_point(std::string& out, char32_t c) {
    if (is_ignorable(c)) {
        return;
    }
    if (is_space(c)) {
        if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    } else if (is_dash(c)) {
        out.push_back('-');
    } else if (is_single_quote(c)) {
        out.push_back('\'');
    } else if (is_double_quote(c)) {
        out.push_back('"');
    } else if (const char* plain = plain_letters(c)) {
        out += plain;
    } else {
        append_code_point(out, c);
    }
}

/// What fold_code_point() does to text that is all ASCII, without asking Unicode about each letter.
void fold_ascii(std::string& out, std::string_view ascii) {
    for (const char c : ascii) {
        if (!is_ascii_space(c)) {
            out.push_back(c == '`' ? '\'' : ascii_lower(c));
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
}

/// Calls word(view) for each maximal run of letters and digits in folded text, and other(code point) for
/// all that is none.
template <typename Word, typename Other>
void divide_folded(std::string_view folded, Word word, Other other) {
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        char32_t c = 0;
        std::size_t end = at;
        while (at < folded.size()) {
            if (is_ascii_alnum(folded[at])) {
                end = ++at;
                continue;
            }
            c = next_code_point(folded, at);
            if (c < 0x80 || (!is_letter(c) && !is_digit(c))) {
                break;
            }
            end = at;
        }
        if (end > begin) {
            word(folded.substr(begin, end - begin));
        }
        if (end < at) {
            other(c);
        }
    }
}

/// Folds at most this much at once, so that ICU's buffers stay small on a 100 MB text; cuts at ASCII blanks.
constexpr std::size_t kPiece = std::size_t{1} << 20U;

}  // namespace

std::string fold(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    const bool ascii = std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        fold_ascii(out, utf8);
    }
    while (!ascii && !utf8.empty()) {
        std::size_t size = std::min(utf8.size(), kPiece);
        while (size < utf8.size() && size > kPiece / 2 && !is_ascii_space(utf8[size])) {
            --size;
        }
        while (size < utf8.size() && (static_cast<unsigned char>(utf8[size]) & 0xC0U) == 0x80U) {
            ++size;
        }
        fold_unicode(utf8.substr(0, size), [&out](char32_t c) { fold_code_point(out, c); });
        utf8.remove_prefix(size);
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string fold_key(std::string_view utf8) {
    const std::string folded = fold(utf8);
    std::string out;
    out.reserve(folded.size());
    divide_folded(
        folded, [&out](std::string_view word) { out += word; }, [](char32_t) {});
    return out;
}

std::vector<std::string> fold_words(std::string_view utf8) {
    const std::string folded = fold(utf8);
    std::vector<std::string> out;
    bool joined = false;  // by an apostrophe to the word before
    divide_folded(
        folded,
        [&](std::string_view word) {
            if (joined) {
                out.back() += word;
            } else {
                out.emplace_back(word);
            }
            joined = true;
        },
        [&](char32_t c) { joined = joined && c == U'\''; });
    return out;
}

}  // namespace whereof::text
