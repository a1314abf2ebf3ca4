// SPDX-License-Identifier: MIT
#include "claim/numbers.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 27> kWords{
    {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
     {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
     {"eighty", 80},  {"ninety", 90}}};

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text::is_ascii_digit(text[at]);
}

/// Exactly three digits, and no fourth.
bool is_group(std::string_view text, std::size_t at) {
    return is_digit_at(text, at) && is_digit_at(text, at + 1) && is_digit_at(text, at + 2) &&
           !is_digit_at(text, at + 3);
}

/// May `c` stand between the digits of thousands: "3,400", "3 400", also with a plain blank?
bool divides_thousands(char32_t c, char32_t before, std::string_view digits) {
    constexpr std::size_t kFirstGroup = 3;
    constexpr std::size_t kMostDigits = 12;
    if (digits.empty() || digits.size() > kMostDigits || digits.front() == '0') {
        return false;
    }
    const bool blank = c == U'\u00A0' || c == U'\u2007' || c == U'\u2009' || c == U'\u202F';
    // "in 2019 300 patients": a plain blank divides what begins with no more than three digits
    return c == U',' || blank || (c == U' ' && (digits.size() <= kFirstGroup ? before == 0 : before == c));
}

std::string_view letters_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text::is_ascii_letter(text[end])) {
        ++end;
    }
    return text.substr(at, end - at);
}

int value_of_word(std::string_view word) {
    const std::string lower = text::ascii_lower(word);
    const auto* const found =
        std::ranges::find(kWords, std::string_view(lower), &std::pair<std::string_view, int>::first);
    return found == kWords.end() ? 0 : found->second;
}

}  // namespace

std::optional<FoundNumber> read_number(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    std::string digits;
    bool fraction = false;
    char32_t divider = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = text::next_code_point(text, next);
        if (c < 128 && text::is_ascii_digit(static_cast<char>(c))) {
            digits += static_cast<char>(c);
        } else if ((c == U'.' || c == U'·' || (c == U',' && digits == "0")) && !fraction &&
                   is_digit_at(text, next)) {  // "p < 0,05": no thousands begin with 0
            digits += '.';
            fraction = true;
        } else if (!fraction && divides_thousands(c, divider, digits) && is_group(text, next)) {
            divider = c;
        } else {
            break;
        }
        at = next;
    }
    constexpr std::size_t kMostDigits = 16;
    FoundNumber out;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out.value);
    if (digits.empty() || digits.size() > kMostDigits || error != std::errc()) {
        return std::nullopt;
    }
    constexpr std::size_t kDigitsOfYear = 4;
    out.end = at;
    out.plain = at - begin == kDigitsOfYear && !fraction;
    return out;
}

std::optional<FoundNumber> read_signed_number(std::string_view text, std::size_t at) {
    std::size_t next = at;
    if (at >= text.size()) {
        return std::nullopt;
    }
    const char32_t c = text::next_code_point(text, next);
    if (c == U'+') {
        return read_number(text, next);
    }
    if (!text::is_dash(c)) {
        return read_number(text, at);
    }
    if (at > 0) {
        std::size_t before = at;
        const char32_t previous = text::previous_code_point(text, before);
        if (!text::is_space(previous) && previous != U'(' && previous != U'[' && previous != U'=' &&
            previous != U'<' && previous != U'>' && !text::is_dash(previous) && previous != U',') {
            return std::nullopt;
        }
    }
    auto number = read_number(text, next);
    if (number) {
        number->value = -number->value;
        number->plain = false;
    }
    return number;
}

std::optional<FoundNumber> read_number_words(std::string_view text, std::size_t at) {
    const std::string_view word = letters_at(text, at);
    const int first = value_of_word(word);
    if (first == 0) {
        return std::nullopt;
    }
    FoundNumber out{static_cast<double>(first), at + word.size(), false};
    constexpr int kTwenty = 20;
    if (first >= kTwenty && out.end < text.size() && text[out.end] == '-') {
        const std::string_view rest = letters_at(text, out.end + 1);
        if (const int ones = value_of_word(rest); ones > 0 && ones < 10) {
            out.value += ones;
            out.end += 1 + rest.size();
        }
    }
    return out;
}

}  // namespace whereof::claim
