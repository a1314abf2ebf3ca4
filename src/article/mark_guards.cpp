// SPDX-License-Identifier: MIT
#include "article/mark_guards.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace whereof::article {
namespace {

using text::is_ascii_alnum;
using text::is_ascii_digit;
using text::is_ascii_letter;
using text::is_ascii_lower;
using text::next_code_point;

/// Words before which a number names a part of the article or a kind of thing, not a reference.
constexpr std::string_view kNumbered[] = {
    "table",   "tables",  "figure",  "figures",   "fig", "figs",   "equation", "equations", "eq",   "eqs",
    "step",    "section", "chapter", "type",      "box", "panel",  "appendix", "formula",   "no",   "nr",
    "theorem", "lemma",   "tabelle", "abbildung", "abb", "tabela", "figura",   "n",         "item", "vol",
};
/// More of them where plain digits follow: "in week 12", "group 2".
constexpr std::string_view kCounted[] = {
    "tab",      "pp",    "page",   "pages", "day",   "days",    "week",  "weeks", "month", "months", "year",
    "years",    "score", "visit",  "wave",  "aim",   "study",   "trial", "grade", "phase", "stage",  "level",
    "part",     "group", "groups", "case",  "model", "version", "items", "steps", "types", "age",    "aged",
    "question", "hour",  "hours",  "site",  "arm",   "cycle",   "than",  "least", "about", "of",
};

std::string word_before(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '.')) {
        --at;
    }
    std::size_t begin = at;
    while (begin > 0 && at - begin < 16 && is_ascii_letter(text[begin - 1])) {
        --begin;
    }
    return text::ascii_lower(text.substr(begin, at - begin));
}

bool names_a_number(std::string_view word) {
    return std::find(std::begin(kNumbered), std::end(kNumbered), word) != std::end(kNumbered);
}

bool is_counted(std::string_view word) {
    return names_a_number(word) ||
           std::find(std::begin(kCounted), std::end(kCounted), word) != std::end(kCounted);
}

/// The number that ends just before `at`, or -1. "12.5" gives 12.
long number_before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 12 && (is_ascii_digit(text[begin - 1]) || text[begin - 1] == '.')) {
        --begin;
    }
    if (begin == at || !is_ascii_digit(text[begin]) || (begin > 0 && is_ascii_letter(text[begin - 1]))) {
        return -1;
    }
    long value = 0;
    for (std::size_t i = begin; i < at && is_ascii_digit(text[i]); ++i) {
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') {
        --at;
    }
    return at;
}

bool is_year(long value) { return value >= 1500 && value <= 2100; }

char32_t before(std::string_view text, std::size_t at) {
    if (at == 0) {
        return U'\0';
    }
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
        --begin;
    }
    return next_code_point(text, begin);
}

char32_t after(std::string_view text, std::size_t at) {
    return at < text.size() ? next_code_point(text, at) : U'\0';
}

bool is_ascii_digit_point(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Whether the round bracket that closes before `at` holds a formula or a unit, "(x − y)", "(m)", and no
/// words.
bool closes_formula(std::string_view text, std::size_t at) {
    std::size_t letters = 0;
    for (std::size_t i = at - 1; i > 0 && at - i < 14; --i) {
        if (text[i - 1] == '(') {
            return true;
        }
        letters = is_ascii_letter(text[i - 1]) ? letters + 1 : 0;
        if (letters > 1 || text[i - 1] == '=' || text[i - 1] == '<' || text[i - 1] == '>') {
            return false;
        }
    }
    return false;
}

/// Whether the number before `at` is one that takes exponents: 10, or a single digit that stands alone.
bool is_base(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 4 && is_ascii_digit(text[begin - 1])) {
        --begin;
    }
    const bool decimal =
        begin > 0 && (text[begin - 1] == '.' || text[begin - 1] == ',' || text[begin - 1] == '-');
    return !decimal && (at - begin == 1 || text.substr(begin, at - begin) == "10");
}

/// Letters and units that are squared and cubed.
bool takes_power(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 6 && is_ascii_letter(text[begin - 1])) {
        --begin;
    }
    const std::string_view word = text.substr(begin, at - begin);
    if (word.empty()) {
        const char32_t c = before(text, at);
        return (c >= U'\u0370' && c <= U'\u03FF') || (c == U')' && closes_formula(text, at));  // χ², (x − y)²
    }
    const bool alone = begin == 0 || !is_ascii_alnum(text[begin - 1]);
    const bool unit_slash = begin > 0 && (text[begin - 1] == '/' || is_ascii_digit(text[begin - 1]));
    for (const std::string_view unit :
         {"m",  "cm", "mm", "km", "dm", "nm", "ft",  "in", "s",  "sec", "kg", "R",
          "r",  "x",  "y",  "t",  "p",  "z",  "n",   "d",  "k",  "min", "h",  "L",
          "dL", "mL", "Q",  "T",  "f",  "I",  "adj", "yd", "mi", "g"}) {
        if (word == unit && (alone || unit_slash)) {
            return true;
        }
    }
    return static_cast<unsigned char>(begin > 0 ? text[begin - 1] : 'x') >= 0x80 && word == "m";  // µm²
}

}  // namespace

int digit_value(char32_t c) noexcept {
    if (is_ascii_digit_point(c)) {
        return static_cast<int>(c - U'0');
    }
    if (c == U'¹') {
        return 1;
    }
    if (c == U'²' || c == U'³') {
        return c == U'²' ? 2 : 3;
    }
    return c == U'⁰' ? 0 : (c >= U'⁴' && c <= U'⁹' ? static_cast<int>(c - U'⁰') : -1);
}

bool is_interval(std::string_view text, Span span, const std::vector<std::uint32_t>& numbers) {
    const std::size_t next = text.substr(span.end, 2).find_first_not_of(' ');
    if (next != std::string_view::npos && text[span.end + next] == '=') {
        return true;  // "F[1,22] = 265"
    }
    if (numbers.size() < 2 || span.begin == 0 || text[span.begin - 1] != ' ') {
        return false;
    }
    constexpr std::string_view kIntervals[] = {"ci",    "cri",       "iqr",   "interval",
                                               "range", "intervals", "ranges"};
    if (std::ranges::find(kIntervals, word_before(text, skip_blanks_back(text, span.begin))) !=
        std::end(kIntervals)) {
        return true;  // "95% CI [1, 4]"
    }
    const long value = number_before(text, skip_blanks_back(text, span.begin));
    return value >= 0 && !is_year(value) && value >= static_cast<long>(numbers.front()) &&
           value <= static_cast<long>(numbers.back());
}

bool is_exponent(std::string_view text, Span span, const std::vector<std::uint32_t>& numbers) {
    const char32_t left = before(text, span.begin);
    const char32_t right = after(text, span.end);
    if (left == U'⁻' || left == U'⁺' || left == U'−' || left == U'^') {
        return true;
    }
    if (is_ascii_digit_point(left)) {
        return is_base(text, span.begin);
    }
    if (numbers.size() == 1 && numbers.front() <= 6 && takes_power(text, span.begin)) {
        return true;
    }
    const bool free_left =
        left == U'\0' || text::is_space(left) || left == U'[' || left == U'(' || text::is_dash(left);
    return free_left && (text::is_letter(right) && !text::is_lower(right));  // "¹³C", "¹Department"
}

Trust parenthesis_trust(std::string_view text, Span span, const std::vector<std::uint32_t>& numbers) {
    const std::size_t left = skip_blanks_back(text, span.begin);
    const char last = left > 0 ? text[left - 1] : '\n';
    const char32_t right = after(text, span.end);
    const std::string word = word_before(text, left);
    // Of things that are numbered two are named at once, a range perhaps; more numbers are references again.
    const bool named = names_a_number(word) && numbers.size() <= 3;
    if (is_year(static_cast<long>(numbers.front())) || last == '=' || named) {
        return Trust::none;
    }
    const auto inside = text.substr(span.begin, span.end - span.begin);
    const bool listed = std::count(inside.begin(), inside.end(), ',') >= 2;  // "by day 4 (6, 29, 30)"
    if (is_ascii_digit(last) && !listed && !is_year(number_before(text, left))) {
        // "45 (12)" is a count and its share; at a phrase's end it may be a marker.
        const bool ends = right == U'.' || right == U',' || right == U';' || right == U')';
        return ends ? Trust::weak : Trust::none;
    }
    if ((right < 128 && is_ascii_alnum(static_cast<char>(right))) || right == U'(' || right == U'=') {
        return Trust::none;  // "25(3)45", "f(1)x"
    }
    const std::size_t next_at = text.find_first_not_of(' ', span.end);
    if (next_at != std::string_view::npos &&
        std::string_view("=<>").find(text[next_at]) != std::string_view::npos) {
        return Trust::none;  // "F (1, 22) = 265", "t (30) < 2"
    }
    const bool glued = left == span.begin && left > 0;
    if (glued && is_ascii_letter(last) && (left < 2 || !is_ascii_letter(text[left - 2]))) {
        return Trust::none;  // "f(1)", "H(2)"
    }
    if (numbers.size() > 1 || right != U' ' || span.end + 1 >= text.size()) {
        return Trust::full;
    }
    const char32_t next = after(text, span.end + 1);
    const bool opens = text::is_letter(next) || next == U'“' || next == U'"' || next == U'‘';
    return opens ? Trust::counting : Trust::full;
}

bool opens_item(std::string_view text, std::size_t mark) {
    std::size_t left = skip_blanks_back(text, mark);
    if (text.substr(0, left).ends_with("”") || text.substr(0, left).ends_with("’")) {
        left -= std::string_view("”").size();
    } else if (left > 0 && text[left - 1] == '"') {
        --left;
    }
    const char last = left > 0 ? text[left - 1] : '\n';
    const std::string word = word_before(text, left);
    if (last == '.' && word == "al") {
        return false;  // "Banz et al. (1) and Ibanez et al. (14)"
    }
    return last == ':' || last == ';' || last == ',' || last == '\n' || last == '.' || word == "and" ||
           word == "or" || word == "und" || word == "e" || word == "y" || word == "et" || word == "then";
}

PlainPlace plain_place(std::string_view text, std::size_t digits) {
    PlainPlace place;
    place.begin = digits;
    if (digits < 2) {
        return place;
    }
    std::size_t at = digits;
    const bool spaced = text[digits - 1] == ' ';
    at = spaced ? skip_blanks_back(text, digits) : digits;
    if (at == 0 || digits - at > 3) {
        return place;
    }
    const std::size_t stop = at;
    char32_t c = before(text, at);
    const bool punctuation = c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' ||
                             c == U')' || c == U'"' || c == U'”' || c == U'’' || c == U'\'';
    while (at > 0 && (c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' ||
                      c == U')' || c == U'"' || c == U'”' || c == U'’' || c == U'\'')) {
        at -= c < 128 ? 1U : (c < 0x800 ? 2U : 3U);
        c = before(text, at);
    }
    std::size_t word = at;
    while (word > 0 && at - word < 32 &&
           (is_ascii_alnum(text[word - 1]) || static_cast<unsigned char>(text[word - 1]) >= 0x80)) {
        --word;
    }
    const std::string_view name = text.substr(word, at - word);
    const bool address =
        word > 0 && (text[word - 1] == '/' || text[word - 1] == '@' || text[word - 1] == '.' ||
                     text[word - 1] == '_' || text[word - 1] == '=');
    const bool bracket_word = stop != at && before(text, stop) == U')';
    if (address || ((name.size() < 2 || is_ascii_digit(name.back())) && !bracket_word) ||
        is_counted(text::ascii_lower(name))) {
        return place;
    }
    if (spaced) {
        place.kind = PlainPlace::Kind::spaced;
        place.weak = !punctuation;
    } else {
        place.weak = !punctuation;
        const bool lower_word = name.size() >= 4 && std::all_of(name.begin(), name.end(), [](char b) {
                                    return is_ascii_lower(b) || static_cast<unsigned char>(b) >= 0x80;
                                });
        place.kind = punctuation || lower_word ? PlainPlace::Kind::glued : PlainPlace::Kind::none;
    }
    return place;
}

std::size_t plain_list_end(std::string_view text, std::size_t at, bool spaced) {
    std::size_t end = at;
    for (std::size_t i = at; i < text.size() && i - at < 80;) {
        std::size_t next = i;
        const char32_t c = next_code_point(text, next);
        if (is_ascii_digit_point(c)) {
            end = next;
        } else if (c != U',' && !text::is_dash(c) && !(spaced && c == U' ' && i != end + 2)) {
            break;
        }
        i = next;
    }
    return end;
}

bool plain_may_end(std::string_view text, std::size_t end, bool spaced) {
    const char32_t right = after(text, end);
    if (right == U'\0' || right == U'\n') {
        return true;
    }
    if (spaced) {
        if (right != U' ') {
            return right == U'.' || right == U',' || right == U';' || right == U')';
        }
        const char32_t next = after(text, end + 1);
        return next == U' ' || next == U',' || next == U';' || next == U'.' || next == U'(' ||
               text::is_upper(next);
    }
    return text::is_space(right) || right == U')' || right == U']' || right == U'.' || right == U',' ||
           right == U';' || right == U':' || right == U'”' || right == U'"';
}

}  // namespace whereof::article
