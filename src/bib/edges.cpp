// SPDX-License-Identifier: MIT
#include "bib/edges.hpp"

#include "bib/letters.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

/// The marks that may enclose a field; straight quotation marks are their own partners.
struct Pair {
    char32_t open;
    char32_t close;
};
constexpr Pair kPairs[]{{'(', ')'},
                        {'[', ']'},
                        {'{', '}'},
                        {'<', '>'},
                        {U'\u201C', U'\u201D'},
                        {U'\u201E', U'\u201C'},
                        {U'\u201E', U'\u201D'},
                        {U'\u00AB', U'\u00BB'},
                        {U'\u2018', U'\u2019'},
                        {'"', '"'},
                        {'\'', '\''},
                        {U'\u201D', U'\u201D'}};

std::size_t count(std::string_view text, char32_t wanted) noexcept {
    if (wanted < 0x80) {
        return static_cast<std::size_t>(std::ranges::count(text, static_cast<char>(wanted)));
    }
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size();) {
        out += text::next_code_point(text, at) == wanted ? 1U : 0U;
    }
    return out;
}

bool divides(char32_t c) noexcept {
    switch (c) {
        case '.':
        case ',':
        case ';':
        case ':':
        case '-':
        case '/':
        case '|':
        case '*':
        case '_':
        case '=':
        case U'\u2013':
        case U'\u2014':
        case U'\u00B7':
        case U'\u2022':
        case U'\u2026':
            return true;
        default:
            return false;
    }
}

bool is_blank(char32_t c) noexcept {
    const Kind kind = letter(c).kind;
    return kind == Kind::space || kind == Kind::ignorable || kind == Kind::control;
}

bool is_ascii_word(char32_t c) noexcept { return c < 0x80 && text::is_ascii_alnum(static_cast<char>(c)); }

/// Does a mark at an end of `inside` have no partner there?
bool is_lonely(char32_t mark, std::string_view inside) noexcept {
    if (is_ascii_word(mark)) {
        return false;
    }
    bool paired = false;
    for (const auto& [open, close] : kPairs) {
        if (open == close && mark == open) {
            return count(inside, mark) % 2 == 1;
        }
        if (mark == open || mark == close) {
            paired = true;
            if (count(inside, open) == count(inside, close) && count(inside, open) > 0) {
                return false;
            }
        }
    }
    return paired;
}

bool encloses(char32_t first, char32_t last, std::string_view inside) noexcept {
    if (first == '[' || is_ascii_word(first)) {
        return false;
    }
    return std::ranges::any_of(kPairs, [&](const Pair& pair) {
        return pair.open == first && pair.close == last &&
               count(inside, pair.open) == (pair.open == pair.close ? 2U : 1U);
    });
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
    while (!span.empty()) {
        std::size_t after = span.begin;
        const char32_t first = text::next_code_point(text.substr(0, span.end), after);
        std::size_t before = span.end;
        const char32_t last = text::previous_code_point(text, before);
        const std::string_view inside = span.of(text);
        if (is_blank(first) || divides(first) || is_lonely(first, inside)) {
            span.begin = after;
        } else if (is_blank(last) || divides(last) || is_lonely(last, inside)) {
            span.end = std::max(before, span.begin);
        } else if (after < before && encloses(first, last, inside)) {
            span = {after, before};
        } else {
            break;
        }
    }
    return span;
}

std::string readable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && is_ascii_word(static_cast<unsigned char>(text[at]))) {
            ++at;
        }
        if (at > begin) {
            if (blank) {
                out.push_back(' ');
            }
            blank = false;
            out += text.substr(begin, at - begin);
            continue;
        }
        const char32_t c = text::next_code_point(text, at);
        const Kind kind = letter(c).kind;
        if (kind == Kind::space) {
            blank = !out.empty();
        } else if (kind != Kind::ignorable && c != 0) {
            if (blank) {
                out.push_back(' ');
            }
            blank = false;
            text::append_code_point(out, c);
        }
    }
    return out;
}

}  // namespace whereof::bib
