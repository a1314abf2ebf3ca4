// SPDX-License-Identifier: MIT
#include "bib/list_label.hpp"

#include "bib/letters.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

using text::is_ascii_alnum;
using text::is_ascii_digit;
using text::is_ascii_letter;
using text::is_ascii_space;

std::size_t skip_blanks(std::string_view entry, std::size_t at) noexcept {
    while (at < entry.size()) {
        std::size_t after = at;
        const Kind kind = letter(text::next_code_point(entry, after)).kind;
        if (kind != Kind::space && kind != Kind::ignorable) {
            break;
        }
        at = after;
    }
    return at;
}

/// 0 to 9 for a superscript digit, -1 for anything else.
int superscript(char32_t c) noexcept {
    if (c == U'\u00B9') {
        return 1;
    }
    if (c == U'\u00B2' || c == U'\u00B3') {
        return static_cast<int>(c - U'\u00B0');
    }
    return c == U'\u2070' || (c >= U'\u2074' && c <= U'\u2079') ? static_cast<int>(c - U'\u2070') : -1;
}

ListLabel superscript_label(std::string_view entry, std::size_t at) {
    ListLabel out;
    while (at < entry.size()) {
        std::size_t after = at;
        const int digit = superscript(text::next_code_point(entry, after));
        if (digit < 0) {
            break;
        }
        out.text.push_back(static_cast<char>('0' + digit));
        at = after;
    }
    out.size = out.text.empty() ? 0 : at;
    return out;
}

/// Does a name seem to begin here: a capital, and then a comma, an initial or another capital?
bool looks_like_name(std::string_view entry, std::size_t at) noexcept {
    std::size_t after = at;
    if (at >= entry.size() || letter(text::next_code_point(entry, after)).kind != Kind::upper) {
        return false;
    }
    std::size_t end = after;
    while (end < entry.size() && letter(static_cast<unsigned char>(entry[end])).kind != Kind::space &&
           entry[end] != ',' && entry[end] != '.') {
        ++end;
    }
    if (end >= entry.size() || entry[end] == ',' || entry[end] == '.') {
        return end < entry.size();
    }
    end = skip_blanks(entry, end);
    if (end >= entry.size()) {
        return false;
    }
    std::size_t next = end;
    return letter(text::next_code_point(entry, next)).kind == Kind::upper;
}

/// Do the four digits at `at` rather say when? Outside 1900 to 2039 not where a name follows: "1640. Smith
/// J".
bool may_be_year(std::string_view entry, std::size_t at, std::size_t end) noexcept {
    if (entry[at] != '1' && entry[at] != '2') {
        return false;
    }
    const std::string_view digits = entry.substr(at, 4);
    const bool usual = digits.starts_with("19") || (digits >= "2000" && digits < "2040");
    return usual || end >= entry.size() || !looks_like_name(entry, skip_blanks(entry, end + 1));
}

/// "[12]", "(3)", "[WM89]", "[12a]"; "(2019)" is a year.
ListLabel bracketed_label(std::string_view entry, std::size_t at) {
    const char open = entry[at];
    const char close = open == '[' ? ']' : ')';
    std::size_t end = at + 1;
    bool digits = false;
    bool only_digits = true;
    while (end < entry.size() && end - at < 16 &&
           (is_ascii_alnum(entry[end]) || entry[end] == '+' ||
            (end > at + 1 && (entry[end] == '-' || entry[end] == '.')))) {
        digits = digits || is_ascii_digit(entry[end]);
        only_digits = only_digits && is_ascii_digit(entry[end]);
        ++end;
    }
    const std::size_t size = end - at - 1;
    if (end >= entry.size() || entry[end] != close || size == 0) {
        return {};
    }
    const bool year = open == '(' && only_digits && size == 4 && may_be_year(entry, at + 1, end);
    const bool number = digits && (only_digits ? size <= 4 && !year : open == '[');
    const bool letter_only = !digits && size == 1;
    if (!number && !letter_only) {
        return {};
    }
    return {std::string(entry.substr(at + 1, size)), end + 1};
}

/// "12.", "12)", "a)", "12 Smith".
ListLabel plain_label(std::string_view entry, std::size_t at) {
    std::size_t end = at;
    while (end < entry.size() && end - at < 5 && is_ascii_digit(entry[end])) {
        ++end;
    }
    const std::size_t digits = end - at;
    if (digits == 0 && is_ascii_letter(entry[at]) && text::is_ascii_lower(entry[at])) {
        ++end;
        if (end < entry.size() && entry[end] == ')') {
            return {std::string(entry.substr(at, 1)), end + 1};
        }
        return {};
    }
    const bool year = digits == 4 && may_be_year(entry, at, end);
    if (digits == 0 || digits > 4 || year || end >= entry.size()) {
        return {};
    }
    const std::string label(entry.substr(at, digits));
    if (entry[end] == '.' || entry[end] == ')') {
        const std::size_t next = end + 1;
        const bool decimal = entry[end] == '.' && next < entry.size() && is_ascii_digit(entry[next]);
        return decimal ? ListLabel{} : ListLabel{label, next};
    }
    const bool initial = end + 1 < entry.size() && text::is_ascii_upper(entry[end]) && entry[end + 1] == '.';
    if (digits <= 3 && initial) {
        return {label, end};  // "11S. Silapunt": the blank was lost with a column
    }
    const std::size_t next = skip_blanks(entry, end);
    return digits <= 3 && next > end && looks_like_name(entry, next) ? ListLabel{label, end} : ListLabel{};
}

/// "Reference 3.", "Ref. 3:", "Figure 3.", "Table 3)". The number alone where it is the list's own.
ListLabel worded_label(std::string_view entry, std::size_t at) {
    struct Word {
        std::string_view text;
        bool counts_entries;
    };
    static constexpr Word kWords[] = {{"reference", true}, {"ref", true},  {"source", true},
                                      {"figure", false},   {"fig", false}, {"table", false}};
    std::size_t word_end = at;
    while (word_end < entry.size() && is_ascii_letter(entry[word_end])) {
        ++word_end;
    }
    const std::string word = text::ascii_lower(entry.substr(at, word_end - at));
    const auto* const known = std::ranges::find(kWords, word, &Word::text);
    if (known == std::end(kWords)) {
        return {};
    }
    const std::size_t digits =
        skip_blanks(entry, word_end + (entry.substr(word_end).starts_with('.') ? 1 : 0));
    std::size_t end = digits;
    while (end < entry.size() && is_ascii_digit(entry[end])) {
        ++end;
    }
    const bool stops = end < entry.size() &&
                       std::string_view(".:)").find(entry[end]) != std::string_view::npos &&
                       skip_blanks(entry, end + 1) > end + 1;
    if (end == digits || end - digits > 4 || !stops) {
        return {};
    }
    const std::size_t begin = known->counts_entries ? digits : at;
    return {std::string(entry.substr(begin, end - begin)), end + 1};
}

}  // namespace

ListLabel find_list_label(std::string_view entry) {
    const std::size_t at = skip_blanks(entry, 0);
    ListLabel out;
    if (at < entry.size()) {
        std::size_t after = at;
        const char32_t first = text::next_code_point(entry, after);
        if (superscript(first) >= 0) {
            out = superscript_label(entry, at);
        } else if (first == '[' || first == '(') {
            out = bracketed_label(entry, at);
        } else if (first == U'\u2022' || first == U'\u25CF' || first == U'\u25AA' || first == U'\u00B7') {
            out =
                plain_label(entry, skip_blanks(entry, after) < entry.size() ? skip_blanks(entry, after) : at);
            out.size = std::max(out.size, after);
        } else {
            out = plain_label(entry, at);
            out = out.size == 0 ? worded_label(entry, at) : out;
        }
    }
    out.size = skip_blanks(entry, std::max(out.size, at));
    return out.size < entry.size() ? out : ListLabel{{}, at};
}

}  // namespace whereof::bib
