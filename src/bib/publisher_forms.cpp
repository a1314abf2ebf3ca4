// SPDX-License-Identifier: MIT
#include "bib/publisher_forms.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

using text::is_ascii_digit;

std::string dashed(std::string_view eight) {
    return std::string(eight.substr(0, 4)) + "-" + std::string(eight.substr(4, 3)) +
           (eight[7] == 'x' ? 'X' : eight[7]);
}

bool is_issn_like(std::string_view eight) {
    return eight.size() == 8 && all_digits(eight.substr(0, 7)) &&
           (is_ascii_digit(eight[7]) || eight[7] == 'x');
}

/// "IIII-IIII." or "IIII-IIII/" behind `lead`.
std::string hyphenated_issn(std::string_view suffix, std::string_view lead, char mark) {
    if (!suffix.starts_with(lead)) {
        return {};
    }
    suffix.remove_prefix(lead.size());
    if (suffix.size() < 10 || suffix[4] != '-' || suffix[9] != mark) {
        return {};
    }
    const std::string eight = std::string(suffix.substr(0, 4)) + std::string(suffix.substr(5, 4));
    return is_issn_like(eight) ? dashed(eight) : std::string();
}

}  // namespace

std::string_view suffix_of(const Item& item, std::string_view registrant) {
    const std::string_view doi = item.DOI;
    const bool own =
        doi.size() > registrant.size() && doi.starts_with(registrant) && doi[registrant.size()] == '/';
    return own ? doi.substr(registrant.size() + 1) : std::string_view();
}

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_ascii_digit); }

int small_number(std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, 8)) {
        value = value * 10 + (c - '0');
    }
    return value;
}

bool has_form(std::string_view text, std::string_view pattern) {
    return std::ranges::equal(text, pattern, [](char c, char form) {
        switch (form) {
            case '9':
                return is_ascii_digit(c);
            case 'A':
                return text::is_ascii_lower(c);
            case 'X':
                return is_ascii_digit(c) || c == 'x';
            case 'C':
                return is_ascii_digit(c) || (c >= 'w' && c <= 'z');
            default:
                return c == form;
        }
    });
}

std::vector<Pii> piis_of(const Item& item) {
    std::vector<Pii> found;
    constexpr std::size_t kLength = 17;
    if (const std::string_view suffix = suffix_of(item, "10.1016"); suffix.starts_with('s')) {
        std::string bare;
        for (const char c : suffix) {
            if (c != '-' && c != '(' && c != ')') {
                bare += c == 's' ? 'S' : c == 'x' ? 'X' : c;
            }
        }
        if (bare.size() == kLength && all_digits(std::string_view(bare).substr(1, kLength - 2))) {
            found.push_back({Field::DOI, item.DOI, bare});
        }
    }
    const std::string_view pii = item.PII;
    if (pii.size() == kLength && pii.starts_with('S') && all_digits(pii.substr(1, kLength - 2)) &&
        (found.empty() || found[0].bare != pii)) {
        found.push_back({Field::PII, item.PII, item.PII});
    }
    return found;
}

std::string issn_of(const Pii& pii) { return pii.bare.substr(1, 4) + "-" + pii.bare.substr(5, 4); }

std::optional<ElsevierCode> elsevier_code(const Item& item) {
    std::string_view rest = suffix_of(item, "10.1016");
    if (!rest.starts_with("j.")) {
        return std::nullopt;
    }
    rest.remove_prefix(2);
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos || dot == 0) {
        return std::nullopt;
    }
    rest.remove_prefix(dot + 1);
    const bool whole = rest.size() > 8 && all_digits(rest.substr(0, 4)) && rest[4] == '.' &&
                       all_digits(rest.substr(5, 2)) && rest[7] == '.';
    return whole
               ? std::optional(ElsevierCode{small_number(rest.substr(0, 4)), small_number(rest.substr(5, 2))})
               : std::nullopt;
}

std::string tandf_issn(const Item& item) {
    const std::string_view suffix = suffix_of(item, "10.1080");
    const bool own = suffix.size() > 14 && is_issn_like(suffix.substr(0, 8)) && suffix[8] == '.' &&
                     all_digits(suffix.substr(9, 4)) && suffix[13] == '.';
    return own ? dashed(suffix.substr(0, 8)) : std::string();
}

std::string sage_issn(const Item& item) {
    constexpr std::size_t kLength = 16;
    const std::string_view suffix = suffix_of(item, "10.1177");
    const bool own = suffix.size() == kLength && is_issn_like(suffix.substr(0, 8)) &&
                     all_digits(suffix.substr(8, kLength - 8));
    return own ? dashed(suffix.substr(0, 8)) : std::string();
}

std::string blackwell_issn(const Item& item) {
    return hyphenated_issn(suffix_of(item, "10.1111"), "j.", '.');
}
std::string iop_issn(const Item& item) { return hyphenated_issn(suffix_of(item, "10.1088"), "", '/'); }

}  // namespace whereof::bib
