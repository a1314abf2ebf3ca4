// SPDX-License-Identifier: MIT
#include "article/entry_label.hpp"

#include "text/utf8.hpp"

namespace whereof::article {
namespace {

using text::is_ascii_digit;
using text::next_code_point;

/// Lists are shorter; a longer number is a telephone's.
constexpr std::size_t kMostDigits = 5;
constexpr std::size_t kLongestName = 24;

int superscript_value(char32_t c) {
    switch (c) {
        case U'⁰':
            return 0;
        case U'¹':
            return 1;
        case U'²':
            return 2;
        case U'³':
            return 3;
        default:
            return c >= U'⁴' && c <= U'⁹' ? static_cast<int>(c - U'⁰') : -1;
    }
}

char32_t code_point_at(std::string_view line, std::size_t at) {
    return at < line.size() ? next_code_point(line, at) : U'\0';
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        std::size_t next = at;
        if (!text::is_space(next_code_point(line, next))) {
            break;
        }
        at = next;
    }
    return at;
}

/// Past bullets that blanks follow; "• * Chou" has two.
std::size_t skip_bullets(std::string_view line, std::size_t at) {
    for (;;) {
        std::size_t next = at;
        const char32_t c = at < line.size() ? next_code_point(line, next) : U'\0';
        const bool sure = c == U'•' || c == U'◦' || c == U'▪' || c == U'‣' || c == U'●' || c == U'·' ||
                          c == U'■' || c == U'\uF0B7' || c == U'►' || c == U'→' || c == U'↑' || c == U'^';
        const bool maybe = c == U'*' || c == U'-' || c == U'+' || c == U'–' || c == U'—';
        const bool blank_follows = text::is_space(code_point_at(line, next));
        if (!sure && !(maybe && blank_follows)) {
            return at;
        }
        at = skip_blanks(line, next);
    }
}

std::uint32_t digits_value(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits) {
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

std::size_t digits_end(std::string_view line, std::size_t at) {
    while (at < line.size() && is_ascii_digit(line[at])) {
        ++at;
    }
    return at;
}

EntryLabel superscript_label(std::string_view line, std::size_t at) {
    EntryLabel label;
    std::size_t end = at;
    while (end < line.size()) {
        std::size_t next = end;
        const int value = superscript_value(next_code_point(line, next));
        if (value < 0 || label.text.size() == kMostDigits) {
            break;
        }
        label.text += static_cast<char>('0' + value);
        end = next;
    }
    if (end != at) {
        label.kind = LabelKind::superscript;
        label.number = digits_value(label.text);
        label.length = skip_blanks(line, end);
    }
    return label;
}

/// "[12]" or "[Smi90]" at `at`.
EntryLabel bracket_label(std::string_view line, std::size_t at) {
    EntryLabel label;
    const std::size_t close = line.substr(at, kLongestName + 2).find(']');
    if (close == std::string_view::npos || close < 2) {
        return label;
    }
    const std::string_view inner = text::trim(line.substr(at + 1, close - 1));
    const std::size_t digits = digits_end(inner, 0);
    bool plain = !inner.empty();
    bool upper = false;
    for (const char c : inner) {
        plain = plain && (text::is_ascii_alnum(c) || c == '+' || c == '-' || c == '.' || c == ':');
        upper = upper || text::is_ascii_upper(c);
    }
    if (inner.empty() || (digits == inner.size() && digits > kMostDigits)) {
        return label;
    }
    if (digits == inner.size()) {
        label.kind = LabelKind::bracket;
        label.number = digits_value(inner);
    } else if (plain && upper &&
               is_ascii_digit(inner.back() == '+' || !is_ascii_digit(inner.back())
                                  ? inner[inner.size() > 1 ? inner.size() - 2 : 0]
                                  : inner.back())) {
        label.kind = LabelKind::name;
    } else {
        return label;
    }
    label.text = inner;
    std::size_t after = at + close + 1;
    if (after < line.size() && (line[after] == '.' || line[after] == ':')) {
        ++after;
    }
    label.length = skip_blanks(line, after);
    return label;
}

/// A label or two may be missing.
bool comes_next(std::uint32_t number, std::uint32_t expected) {
    constexpr std::uint32_t kMissing = 2;
    return expected != 0 && number >= expected && number <= expected + kMissing;
}

/// "12.", "12)", "(12)", "12 Smith" at `at`.
EntryLabel number_label(std::string_view line, std::size_t at, std::uint32_t expected) {
    EntryLabel label;
    const bool open = line[at] == '(';
    const std::size_t begin = at + (open ? 1 : 0);
    const std::size_t end = digits_end(line, begin);
    if (end == begin || end - begin > kMostDigits || end >= line.size()) {
        return label;
    }
    std::size_t after = end + 1;
    const char32_t next = code_point_at(line, after);
    if (line[end] == ')') {
        label.kind = LabelKind::parenthesis;
        after += after < line.size() && line[after] == '.' ? 1U : 0U;
    } else if (!open && (line[end] == '.' || line[end] == ':') &&
               !(next < 128 && is_ascii_digit(static_cast<char>(next)))) {
        label.kind = LabelKind::dot;
        after += after < line.size() && line[after] == ')' ? 1U : 0U;
    } else if (!open &&
               (end - begin < 4 || comes_next(digits_value(line.substr(begin, end - begin)), expected)) &&
               text::is_space(code_point_at(line, end)) &&
               text::is_upper(code_point_at(line, skip_blanks(line, end)))) {
        label.kind = LabelKind::plain;
        after = end;
    } else {
        return label;
    }
    label.text = line.substr(begin, end - begin);
    label.number = digits_value(label.text);
    label.length = skip_blanks(line, after);
    return label;
}

}  // namespace

EntryLabel read_entry_label(std::string_view line, std::uint32_t expected) {
    const std::size_t start = skip_blanks(line, 0);
    const std::size_t at = skip_bullets(line, start);
    if (at == line.size()) {
        return {};
    }
    EntryLabel label = line[at] == '[' ? bracket_label(line, at) : superscript_label(line, at);
    if (label.kind == LabelKind::none && (line[at] == '(' || is_ascii_digit(line[at]))) {
        label = number_label(line, at, expected);
    }
    if (label.kind == LabelKind::none && at != start) {
        label.kind = LabelKind::bullet;
        label.length = at;
    }
    return label;
}

std::uint32_t number_of_label(std::string_view label) {
    const std::size_t begin = skip_blanks(label, 0);
    const EntryLabel scripted = superscript_label(label, begin);
    if (scripted.kind == LabelKind::superscript) {
        return scripted.number;
    }
    const std::size_t first = label.find_first_of("0123456789");
    if (first == std::string_view::npos) {
        return 0;
    }
    for (std::size_t i = begin; i < first; ++i) {
        if (text::is_ascii_letter(label[i])) {
            return 0;
        }
    }
    const std::size_t end = digits_end(label, first);
    return end - first > kMostDigits ? 0 : digits_value(label.substr(first, end - first));
}

}  // namespace whereof::article
