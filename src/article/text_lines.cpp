// SPDX-License-Identifier: MIT
#include "article/text_lines.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace whereof::article {
namespace {

/// Bullets that nobody writes inside a sentence; these need no blank after them.
constexpr std::u32string_view kPlainBullets = U"•◦▪▫‣⁃●○■□►▸➢➤✓✔✅";
/// These are bullets only before a blank.
constexpr std::u32string_view kDashBullets = U"-*+·–—";

bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        std::size_t after = at;
        if (!text::is_space(text::next_code_point(line, after))) {
            break;
        }
        at = after;
    }
    return at;
}

/// The bytes of one bullet at `at` without the white space after it; 0 when there is none.
std::size_t bullet_size(std::string_view line, std::size_t at) {
    if (at >= line.size()) {
        return 0;
    }
    std::size_t after = at;
    const char32_t c = text::next_code_point(line, after);
    const bool before_blank = skip_blanks(line, after) > after;
    const bool is_bullet = kPlainBullets.find(c) != std::u32string_view::npos ||
                           (before_blank && kDashBullets.find(c) != std::u32string_view::npos);
    return is_bullet ? after - at : 0;
}

bool may_be_label(std::string_view digits, std::uint32_t expected) {
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return digits.size() <= 3 || (digits.size() == 4 && digits[0] == '1' && digits[1] < '5') ||
           (number == expected && expected != 0);
}

/// "3. ", "[3] ", "[3]Smith", "(3) ", "3) ", "3<tab>", "a) ".
ItemLabel read_number(std::string_view line, std::size_t start, std::uint32_t expected) {
    std::size_t at = start;
    const char open = at < line.size() && (line[at] == '[' || line[at] == '(') ? line[at++] : '\0';
    const std::size_t digits = at;
    while (at < line.size() && text::is_ascii_digit(line[at])) {
        ++at;
    }
    const bool is_letter = at == digits && open == '\0' && at < line.size() && text::is_ascii_lower(line[at]);
    at += is_letter ? 1U : 0U;
    if (at == digits || !may_be_label(line.substr(digits, at - digits), expected) || at >= line.size()) {
        return {};
    }
    const char close = line[at];
    const bool closed = open == '['                ? close == ']'
                        : open == '(' || is_letter ? close == ')'
                                                   : close == '.' || close == ')';
    const bool tab = open == '\0' && !is_letter && close == '\t';
    if (!closed && !tab) {
        return {};
    }
    const std::size_t after = closed ? at + 1 : at;
    const std::size_t end = skip_blanks(line, after);
    if ((end == after && open != '[') || end == line.size()) {
        return {};
    }
    ItemLabel found{std::string(line.substr(digits, at - digits)), end, 0, true};
    if (is_letter) {
        found.label += ')';
    } else {
        std::from_chars(line.data() + digits, line.data() + at, found.number);
    }
    return found;
}

std::size_t first_word_size(std::string_view line) {
    return std::min(line.find_first_of(" \t"), line.size());
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The last character that is no closing quote, bracket or superscript digit.
char32_t last_character(std::string_view line) {
    constexpr std::u32string_view kClosing = U"\"'”’»)]}¹²³⁰⁴⁵⁶⁷⁸⁹";
    for (std::size_t at = line.size(); at > 0;) {
        const char32_t c = text::previous_code_point(line, at);
        if (kClosing.find(c) == std::u32string_view::npos) {
            return c;
        }
    }
    return 0;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    bool after_blank = true;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find_first_of("\n\r", at);
        end = end == std::string_view::npos ? text.size() : end;
        std::size_t begin = at;
        std::size_t indent = 0;
        while (begin < end) {
            std::size_t after = begin;
            const char32_t c = text::next_code_point(text, after);
            if (c > ' ' && !text::is_space(c) && c != 0xFEFF && c != 0x200B) {
                break;
            }
            indent += c == '\t' ? 4U : 1U;
            begin = after;
        }
        std::size_t stop = end;
        while (stop > begin) {
            std::size_t before = stop;
            const char32_t c = text::previous_code_point(text, before);
            if (c > ' ' && !text::is_space(c)) {
                break;
            }
            stop = before;
        }
        if (stop > begin) {
            lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop - begin),
                             static_cast<std::uint16_t>(std::min<std::size_t>(indent, UINT16_MAX)),
                             after_blank});
        }
        after_blank = stop <= begin;
        at = end + (text.substr(end).starts_with("\r\n") ? 2U : 1U);
    }
    return lines;
}

ItemLabel read_item_label(std::string_view line, std::uint32_t expected) {
    ItemLabel found;
    constexpr int kMostBullets = 3;
    for (int bullets = 0; bullets < kMostBullets && found.size < line.size(); ++bullets) {
        const std::size_t size = bullet_size(line, found.size);
        const std::size_t after = skip_blanks(line, found.size + size);
        if (size == 0 || after == line.size()) {
            break;
        }
        found.label += (found.label.empty() ? "" : " ") + std::string(line.substr(found.size, size));
        found.size = after;
    }
    auto numbered = read_number(line, found.size, expected);
    return numbered.size > 0 ? numbered : found;
}

std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
    constexpr std::size_t kShortest = 40;
    constexpr std::size_t kLongest = 120;
    std::array<std::size_t, kLongest + 1> lengths{};
    std::size_t broken = 0;
    std::size_t longer = 0;
    const auto counts = [&](std::size_t index) {
        return index + 1 < lines.size() && !lines[index + 1].after_blank &&
               read_item_label(lines[index + 1].of(text).substr(0, 16)).size == 0;
    };
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (counts(index)) {
            ++broken;
            ++(lines[index].size <= kLongest ? lengths[lines[index].size] : longer);
        }
    }
    if (broken < 3 || longer * 20 > broken) {
        return 0;
    }
    std::size_t width = kLongest;
    for (std::size_t above = longer; width > kShortest && (above + lengths[width]) * 20 <= broken; --width) {
        above += lengths[width];
    }
    std::size_t full = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        full += counts(index) && lines[index].size + 1 + first_word_size(lines[index + 1].of(text)) > width
                    ? 1U
                    : 0U;
    }
    return width > kShortest && full * 2 >= broken ? width : 0;
}

bool ends_sentence(std::string_view line) {
    const char32_t last = last_character(line);
    return last == '.' || last == '!' || last == '?' || last == U'…' || last == U'。';
}

bool is_rule(std::string_view line) {
    return line.size() >= 3 && std::string_view("-=*_~").find(line[0]) != std::string_view::npos &&
           line.find_first_not_of(std::string{line[0], ' '}) == std::string_view::npos;
}

bool is_pipe_rule(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool is_pipe_row(std::string_view line) {
    return std::count(line.begin(), line.end(), '|') >= 2 || is_pipe_rule(line);
}

bool looks_like_heading(std::string_view line) {
    constexpr std::size_t kMostCharacters = 100;
    constexpr std::ptrdiff_t kMostBlanks = 14;
    if (line.size() > 3 * kMostCharacters || code_points(line) > kMostCharacters ||
        std::count_if(line.begin(), line.end(), is_blank) > kMostBlanks ||
        line.find("://") != std::string_view::npos) {
        return false;
    }
    std::size_t at = 0;
    if (text::is_lower(text::next_code_point(line, at))) {
        return false;
    }
    const char32_t last = last_character(line);
    const bool has_letter = std::any_of(line.begin(), line.end(), [](char c) {
        return text::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    return has_letter && last != '.' && last != ';' && last != ':' && last != ',' && last != U'…';
}

}  // namespace whereof::article
