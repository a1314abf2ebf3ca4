// SPDX-License-Identifier: MIT
#include "bib/identifier_forms.hpp"

#include "bib/identifier_checks.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

using text::ascii_lower;
using text::is_ascii_alnum;
using text::is_ascii_digit;
using text::is_ascii_letter;

bool ends_word(std::string_view text, std::size_t at) {
    return at >= text.size() || !is_ascii_alnum(text[at]);
}

std::string_view digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) {
        ++end;
    }
    return text.substr(std::min(at, text.size()), end - at);
}

/// Length of a hyphen at `at`: ASCII, one of U+2010 to U+2015, or a blank when `blank`; 0 when there is none.
std::size_t hyphen_at(std::string_view text, std::size_t at, bool blank) {
    if (at >= text.size()) {
        return 0;
    }
    if (text[at] == '-' || (blank && text[at] == ' ')) {
        return 1;
    }
    std::size_t next = at;
    return text::is_dash(text::next_code_point(text, next)) ? next - at : 0;
}

}  // namespace

bool starts_with_folded(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(),
                                                     [](char a, char b) { return a == ascii_lower(b); });
}

std::optional<FormText> read_pmid(std::string_view text, std::size_t at) {
    std::string_view digits = digits_at(text, at);
    const std::size_t end = at + digits.size();
    constexpr std::size_t kMostDigits = 8;
    while (digits.starts_with('0')) {
        digits.remove_prefix(1);
    }
    const bool letter = end < text.size() && is_ascii_letter(text[end]);
    if (digits.empty() || digits.size() > kMostDigits || letter) {
        return std::nullopt;
    }
    return FormText{std::string(digits), end};
}

std::optional<FormText> read_pmcid(std::string_view text, std::size_t at) {
    if (!starts_with_folded(text.substr(std::min(at, text.size())), "pmc")) {
        return std::nullopt;
    }
    at += 3;
    auto number = read_pmid(text, at);
    if (!number) {
        return std::nullopt;
    }
    return FormText{"PMC" + number->value, number->end};
}

std::optional<FormText> read_arxiv(std::string_view text, std::size_t at) {
    constexpr std::size_t kYearMonth = 4;
    constexpr std::size_t kOldNumber = 7;
    const std::size_t begin = at;
    const auto behind_version = [&](std::size_t end) {
        if (end + 1 < text.size() && ascii_lower(text[end]) == 'v' && is_ascii_digit(text[end + 1])) {
            end += 1 + digits_at(text, end + 1).size();
        }
        return end;
    };
    const std::string_view head = digits_at(text, at);
    if (head.size() == kYearMonth && at + kYearMonth < text.size() && text[at + kYearMonth] == '.') {
        const std::string_view number = digits_at(text, at + kYearMonth + 1);
        const std::size_t end = at + kYearMonth + 1 + number.size();
        if (number.size() < 4 || number.size() > 5 || !ends_word(text, behind_version(end))) {
            return std::nullopt;
        }
        return FormText{std::string(text.substr(begin, end - begin)), behind_version(end)};
    }
    while (at < text.size() && (is_ascii_letter(text[at]) || text[at] == '-' || text[at] == '.')) {
        ++at;
    }
    constexpr std::size_t kLongestArchive = 20;
    if (at == begin || at - begin > kLongestArchive || at >= text.size() || text[at] != '/' ||
        digits_at(text, at + 1).size() != kOldNumber) {
        return std::nullopt;
    }
    const std::size_t end = at + 1 + kOldNumber;
    return FormText{text::ascii_lower(text.substr(begin, end - begin)), behind_version(end)};
}

std::optional<FormText> read_isbn(std::string_view text, std::size_t at) {
    std::string number;
    std::size_t end = at;
    while (at < text.size()) {
        const char c = text[at];
        if (is_ascii_digit(c) || (ascii_lower(c) == 'x' && number.size() == 9)) {
            number += is_ascii_digit(c) ? c : 'X';
            end = ++at;
            if (number.size() == 13 || number.back() == 'X') {
                break;
            }
            continue;
        }
        const std::size_t hyphen = number.empty() ? 0 : hyphen_at(text, at, true);
        const bool whole_ten =
            number.size() == 10 && !number.starts_with("978") && !number.starts_with("979");
        if (hyphen == 0 || whole_ten) {
            break;
        }
        at += hyphen;
    }
    if (!ends_word(text, end)) {
        return std::nullopt;
    }
    if (number.size() == 13) {
        return FormText{std::move(number), end};
    }
    if (number.size() != 10) {
        return std::nullopt;
    }
    return FormText{has_isbn_check(number) ? isbn13_of_isbn10(number) : number, end};
}

std::optional<FormText> read_issn(std::string_view text, std::size_t at) {
    const std::string_view first = digits_at(text, at);
    std::string_view four = first.substr(0, std::min<std::size_t>(4, first.size()));
    std::size_t end = at + four.size();
    end += hyphen_at(text, end, false);
    const std::string_view three = digits_at(text, end);
    if (four.size() != 4 || three.size() < 3 || end + 3 >= text.size()) {
        return std::nullopt;
    }
    const char check = ascii_lower(text[end + 3]);
    if ((!is_ascii_digit(check) && check != 'x') || !ends_word(text, end + 4)) {
        return std::nullopt;
    }
    return FormText{std::string(four) + "-" + std::string(three.substr(0, 3)) + (check == 'x' ? 'X' : check),
                    end + 4};
}

std::optional<FormText> read_pii(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return std::nullopt;
    }
    std::string value;
    const char lead = ascii_lower(text[at]);
    if (lead == 's' || lead == 'b') {
        value += lead == 's' ? 'S' : 'B';
        ++at;
    }
    // A serial's PII has 16 characters behind the S, a book's 19 behind the B (ISBN-13, five digits, check).
    const std::size_t length = value == "B" ? 19 : 16;
    std::size_t count = 0;
    while (at < text.size() && count < length) {
        const char c = text[at];
        const bool mark = c == '-' || c == '(' || c == ')' || c == '.';
        if (is_ascii_digit(c) || (ascii_lower(c) == 'x' && count + 1 == length)) {
            value += is_ascii_digit(c) ? c : 'X';
            ++count;
            ++at;
        } else if (mark && count > 0) {
            ++at;
        } else if (const std::size_t hyphen = count > 0 ? hyphen_at(text, at, false) : 0; hyphen > 0) {
            at += hyphen;
        } else {
            break;
        }
    }
    if (count != length || !ends_word(text, at)) {
        return std::nullopt;
    }
    return FormText{std::move(value), at};
}

std::optional<FormText> read_trial(std::string_view text, std::size_t at) {
    constexpr std::size_t kDigits = 8;
    const std::string_view rest = text.substr(std::min(at, text.size()));
    for (const std::string_view registry : {"nct", "isrctn"}) {
        if (!starts_with_folded(rest, registry)) {
            continue;
        }
        std::size_t begin = at + registry.size();
        if (begin < text.size() && (text[begin] == ' ' || text[begin] == '-')) {
            ++begin;
        }
        if (digits_at(text, begin).size() != kDigits || !ends_word(text, begin + kDigits)) {
            return std::nullopt;
        }
        return FormText{(registry == "nct" ? "NCT" : "ISRCTN") + std::string(text.substr(begin, kDigits)),
                        begin + kDigits};
    }
    return std::nullopt;
}

}  // namespace whereof::bib
