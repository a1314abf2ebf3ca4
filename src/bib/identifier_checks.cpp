// SPDX-License-Identifier: MIT
#include "bib/identifier_checks.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace whereof::bib {
namespace {

using text::is_ascii_digit;

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_ascii_digit); }
int digit(char c) { return c - '0'; }

char isbn13_check(std::string_view first12) {
    int sum = 0;
    for (std::size_t i = 0; i < first12.size(); ++i) {
        sum += digit(first12[i]) * (i % 2 == 0 ? 1 : 3);
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// The character of value 0 to 10 in ISBN-10, ISSN and PII.
char mod11_character(int value) { return value == 10 ? 'X' : static_cast<char>('0' + value); }

}  // namespace

bool has_isbn_check(std::string_view isbn) {
    if (isbn.size() == 13) {
        return all_digits(isbn) && isbn13_check(isbn.substr(0, 12)) == isbn[12];
    }
    if (isbn.size() != 10 || !all_digits(isbn.substr(0, 9))) {
        return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; ++i) {
        sum += digit(isbn[static_cast<std::size_t>(i)]) * (10 - i);
    }
    return mod11_character((11 - sum % 11) % 11) == isbn[9];
}

std::string isbn13_of_isbn10(std::string_view isbn10) {
    std::string out = "978" + std::string(isbn10.substr(0, 9));
    out += isbn13_check(out);
    return out;
}

char issn_check_character(std::string_view issn) {
    std::string bare(issn.substr(0, std::min<std::size_t>(4, issn.size())));
    bare += issn.size() == 9 && issn[4] == '-' ? issn.substr(5) : issn.substr(bare.size());
    if (bare.size() != 8 || !all_digits(std::string_view(bare).substr(0, 7))) {
        return '\0';
    }
    int sum = 0;
    for (int i = 0; i < 7; ++i) {
        sum += digit(bare[static_cast<std::size_t>(i)]) * (8 - i);
    }
    return mod11_character((11 - sum % 11) % 11);
}

bool has_issn_check(std::string_view issn) {
    const char expected = issn_check_character(issn);
    return expected != '\0' && (issn.back() == expected || (issn.back() == 'x' && expected == 'X'));
}

char pii_check_character(std::string_view pii) {
    constexpr std::array<int, 15> kPrimes = {2, 3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};
    if (pii.starts_with('S')) {
        pii.remove_prefix(1);
    }
    if (pii.size() != kPrimes.size() + 1 || !all_digits(pii.substr(0, kPrimes.size()))) {
        return '\0';
    }
    int sum = 0;
    for (std::size_t i = 0; i < kPrimes.size(); ++i) {
        sum += digit(pii[kPrimes.size() - 1 - i]) * kPrimes[i];
    }
    return mod11_character(sum % 11);
}

bool has_pii_check(std::string_view pii) {
    const char expected = pii_check_character(pii);
    return expected != '\0' && pii.back() == expected;
}

bool has_springer_shape(std::string_view suffix) {
    constexpr std::size_t kShort = 17;  // s12891-024-0710-x
    if (suffix.size() != kShort && suffix.size() != kShort + 1) {
        return false;
    }
    const std::size_t last_hyphen = suffix.size() - 2;
    const char check = suffix.back();
    return suffix[0] == 's' && suffix[6] == '-' && suffix[10] == '-' && suffix[last_hyphen] == '-' &&
           all_digits(suffix.substr(1, 5)) && all_digits(suffix.substr(7, 3)) &&
           all_digits(suffix.substr(11, last_hyphen - 11)) &&
           (is_ascii_digit(check) || (check >= 'w' && check <= 'z'));
}

char springer_check_character(std::string_view suffix) {
    if (!has_springer_shape(suffix)) {
        return '\0';
    }
    int sum = 0;
    int place = 0;
    for (const char c : suffix.substr(0, suffix.size() - 1)) {
        if (is_ascii_digit(c)) {
            sum += digit(c) * ++place;
        }
    }
    const int modulus = place + 1;  // 12 digits: 13; 13 digits: 14
    const int value = sum % modulus;
    const char first_letter = modulus == 13 ? 'x' : 'w';
    return value < 10 ? static_cast<char>('0' + value) : static_cast<char>(first_letter + (value - 10));
}

bool has_springer_check(std::string_view suffix) {
    const char expected = springer_check_character(suffix);
    return expected != '\0' && suffix.back() == expected;
}

}  // namespace whereof::bib
