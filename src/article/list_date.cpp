// SPDX-License-Identifier: MIT
#include "article/list_date.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace whereof::article {
namespace {

using text::is_ascii_digit;
using text::is_ascii_lower;

/// Lower-case letters alone, by language: English, German, Spanish, French, Portuguese, Italian, Dutch,
/// Russian.
constexpr std::string_view kYearless[] = {
    "nd",       "nodate",    "undated",  "inpress",  "inprint",      "forthcoming", "submitted",
    "accepted", "oj",        "ohnejahr", "imdruck",  "imerscheinen", "erscheint",   "sf",
    "sinfecha", "enprensa",  "sd",       "sansdate", "souspresse",   "àparaître",   "semdata",
    "noprelo",  "senzadata", "instampa", "indruk",   "zj",           "бг",          "впечати"};

/// The letters of "In press" and "n. d."; empty when anything else but blanks and stops stands there.
std::string letters_of(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool letter = text::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
        if (!letter && c != ' ' && c != '.') {
            return {};
        }
        if (letter) {
            out += text::ascii_lower(c);
        }
    }
    return out;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) {
        ++end;
    }
    return end - at;
}

/// What may stand behind the year: "", "a", ", March 4", "/2004", "–98", "-a".
bool ends_date(std::string_view rest) {
    if (rest.empty() || (rest.size() == 1 && is_ascii_lower(rest[0]))) {
        return true;
    }
    std::size_t at = 0;
    const char32_t c = text::next_code_point(rest, at);
    const std::string_view behind = text::trim(rest.substr(at));
    if (c == U',') {
        std::size_t word = 0;
        return !behind.empty() && text::is_letter(text::next_code_point(behind, word));
    }
    const bool joined = c == U'/' || text::is_dash(c);
    const std::size_t digits = digits_at(behind, 0);
    return joined && ((digits == behind.size() && (digits == 2 || digits == 4)) ||
                      (behind.size() == 1 && is_ascii_lower(behind[0])));
}

}  // namespace

bool stands_for_year(std::string_view inside) {
    inside = text::trim(inside.substr(0, kLongestListDate + 1));
    // "n.d.-a", "in press-b": two works of one author.
    if (inside.size() > 2 && inside[inside.size() - 2] == '-' && is_ascii_lower(inside.back())) {
        inside.remove_suffix(2);
    }
    return inside.size() <= kLongestListDate &&
           std::ranges::find(kYearless, letters_of(inside)) != std::end(kYearless);
}

bool is_list_date(std::string_view inside) {
    inside = text::trim(inside);
    if (inside.size() > kLongestListDate) {
        return false;
    }
    for (const std::string_view about : {"ca. ", "c. ", "um ", "vers "}) {
        inside.remove_prefix(inside.starts_with(about) ? about.size() : 0);
    }
    const bool year = digits_at(inside, 0) == 4 && (inside[0] == '1' || inside[0] == '2');
    return year ? ends_date(inside.substr(4)) : stands_for_year(inside);
}

}  // namespace whereof::article
