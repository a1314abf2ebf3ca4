// SPDX-License-Identifier: MIT
#include "bib/name_words.hpp"

#include "bib/name_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace whereof::bib {
namespace {

using text::append_code_point;
using text::next_code_point;

// The Unicode database is asked about what is not ASCII only; names mostly are.
bool is_upper(char32_t c) { return c < 0x80 ? c >= U'A' && c <= U'Z' : text::is_upper(c); }
bool is_lower(char32_t c) { return c < 0x80 ? c >= U'a' && c <= U'z' : text::is_lower(c); }
bool is_letter(char32_t c) { return c < 0x80 ? is_upper(c) || is_lower(c) : text::is_letter(c); }
bool is_digit(char32_t c) { return c < 0x80 ? c >= U'0' && c <= U'9' : text::is_digit(c); }

bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// What a code point is read as: full-width punctuation as ASCII, ornaments and brackets as a blank.
char32_t plain(char32_t c) {
    switch (c) {
        case U'，':
        case U'、':
            return U',';
        case U'；':
            return U';';
        case U'＆':
            return U'&';
        case U'（':
            return U'(';
        case U'）':
            return U')';
        case U':':
        case U'"':
        case U'“':
        case U'”':
        case U'„':
        case U'«':
        case U'»':
        case U'<':
        case U'>':
        case U'[':
        case U']':
        case U'{':
        case U'}':
        case U'*':
        case U'†':
        case U'‡':
        case U'¶':
        case U'§':
            return U' ';
        default:
            return c < 0x20 || (c >= 0x80 && text::is_space(c)) ? U' ' : c;
    }
}

}  // namespace

std::string clean_names(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        if (is_invisible(c)) {
            continue;
        }
        c = plain(c);
        if (c == U' ') {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
            continue;
        }
        if ((c == U'.' || c == U',' || c == U';') && !out.empty() && out.back() == ' ') {
            out.pop_back();
        }
        if (c == U'.' && out.ends_with("…")) {
            continue;
        }
        if (c == U'.' && out.ends_with("..")) {
            out.resize(out.size() - 2);
            out += "…";
            continue;
        }
        append_code_point(out, c);
    }
    if (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

LetterCount count_letters(std::string_view word) {
    LetterCount n;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        const bool up = is_upper(c);
        const bool low = !up && is_lower(c);
        if (up || low || (c >= 0x80 && is_letter(c))) {
            n.first_upper = n.count == 0 ? up || !low : n.first_upper;
            n.uncased = n.uncased || (!up && !low);
            ++n.count;
            n.upper += up ? 1 : 0;
            n.lower += low ? 1 : 0;
        } else if (is_digit(c)) {
            n.digits = true;
        }
    }
    return n;
}

namespace {

/// Every chunk between full stops and hyphens is one to three letters, the first an upper case one, and every
/// chunk of more than one letter has a full stop behind it ("Th.", "J.-P.") or is all upper case ("JM").
bool looks_like_initials(std::string_view word, const LetterCount& whole) {
    if (whole.count == 1 && word.size() == 2 && word[1] == '.') {
        return true;  // "g." for "G."
    }
    if (whole.digits || whole.upper == 0 || whole.count > 8 || whole.uncased) {
        return false;
    }
    int letters = 0;
    int lowers = 0;
    bool first = true;
    bool dotted = false;
    const auto chunk_is_good = [&](bool stop) {
        const bool good =
            letters == 0 || letters == 1 || (stop && letters <= 3) || (lowers == 0 && letters <= 4);
        letters = 0;
        lowers = 0;
        first = false;
        return good;
    };
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        if (is_letter(c)) {
            if (first && letters == 0 && !is_upper(c)) {
                return false;
            }
            ++letters;
            lowers += is_lower(c) ? 1 : 0;
        } else if (c == U'.' || c == U'-' || (c >= 0x80 && text::is_dash(c))) {
            dotted = dotted || c == U'.';
            if (!chunk_is_good(c == U'.')) {
                return false;
            }
        } else if (c != U'\'' && c != U'’') {
            return false;
        }
    }
    if (chunk_is_good(false)) {
        return true;
    }
    // "YuA", "ChJ": two initials of which one is two letters.
    return !dotted && whole.count <= 4 && whole.upper >= 2 && whole.first_upper && is_upper([&] {
        std::size_t at = word.size();
        return text::previous_code_point(word, at);
    }());
}

}  // namespace

NameWord shape_word(std::string text, std::size_t begin, std::size_t end) {
    NameWord word;
    word.begin = begin;
    word.end = end;
    const LetterCount n = count_letters(text);
    const std::string key = lower_key(text);
    word.upper = n.first_upper;
    word.capitals = n.count >= 2 && n.lower == 0 && !n.uncased;
    word.suffix = is_suffix_word(text);
    word.particle = n.upper == 0 && is_particle(key);
    word.big_particle = n.first_upper && is_particle(key);
    word.initials = !word.suffix && looks_like_initials(text, n);
    word.ambiguous = word.initials && word.capitals && text.find('.') == std::string::npos;
    word.text = std::move(text);
    return word;
}

}  // namespace whereof::bib
