// SPDX-License-Identifier: MIT
#include "formats/written_values.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

namespace whereof::formats {
namespace {

/// Visible ASCII with single blanks inside.
bool is_plain_line(std::string_view value) {
    char before = ' ';
    for (const char c : value) {
        if (c < 0x20 || c > 0x7E || (c == ' ' && before == ' ')) {
            return false;
        }
        before = c;
    }
    return value.empty() || before != ' ';
}

}  // namespace

std::string on_one_line(std::string_view value) {
    if (is_plain_line(value)) {
        return std::string(value);  // as most are
    }
    std::string out;
    out.reserve(value.size());
    for (std::size_t at = 0; at < value.size();) {
        const char32_t c = text::next_code_point(value, at);
        const bool blank = c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029;
        if (!blank) {
            text::append_code_point(out, c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

std::string iso_date(const bib::Date& date) {
    if (date.year == 0) {
        return date.literal;
    }
    std::string out = fmt::format("{:04}", date.year);
    if (date.month > 0) {
        out += fmt::format("-{:02}", date.month);
        out += date.day > 0 ? fmt::format("-{:02}", date.day) : "";
    }
    return out;
}

}  // namespace whereof::formats
