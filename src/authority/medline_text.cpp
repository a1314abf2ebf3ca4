// SPDX-License-Identifier: MIT
#include "authority/medline_text.hpp"

#include "authority/json_fields.hpp"
#include "bib/numbers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace whereof::authority {
namespace {

using text::is_ascii_digit;

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

int month_of(std::string_view word) {
    if (!word.empty() && is_ascii_digit(word.front())) {
        int number = 0;
        std::from_chars(word.data(), word.data() + word.size(), number);
        return number >= 1 && number <= 12 ? number : 0;
    }
    const std::string lower = text::ascii_lower(word.substr(0, 3));
    const auto found = std::ranges::find(kMonths, lower);
    return found != kMonths.end() ? static_cast<int>(found - kMonths.begin()) + 1 : 0;
}

/// The next run of letters or digits, taken off `text`.
std::string_view take_word(std::string_view& text) {
    const auto begin = std::ranges::find_if(text, text::is_ascii_alnum);
    const auto end = std::find_if_not(begin, text.end(), text::is_ascii_alnum);
    const std::string_view word(begin, end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    return word;
}

bool is_year(std::string_view word) {
    return word.size() == 4 && std::ranges::all_of(word, is_ascii_digit) && word >= "1500" && word < "2100";
}

}  // namespace

std::string medline_pages(std::string_view text) {
    text = text::trim(text.substr(0, text.find_first_of(";,")));
    if (text.ends_with(" p") || text.ends_with(" p.")) {
        return {};
    }
    return bib::normalise_pages(text);
}

bib::Date medline_date(std::string_view text) {
    bib::Date date;
    while (!text.empty() && date.year == 0) {
        const std::string_view word = take_word(text);
        if (is_year(word)) {
            std::from_chars(word.data(), word.data() + word.size(), date.year);
        }
    }
    if (date.year == 0) {
        return date;
    }
    date.month = month_of(take_word(text));
    if (date.month != 0 && !text.starts_with('-')) {
        const std::string_view word = take_word(text);
        int day = 0;
        if (word.size() <= 2 && !word.empty() && is_ascii_digit(word.front())) {
            std::from_chars(word.data(), word.data() + word.size(), day);
        }
        date.day = day >= 1 && day <= 31 ? day : 0;
    }
    return date;
}

bib::Date date_in_source(std::string_view text) { return medline_date(text.substr(0, text.find(';'))); }

std::string doi_in_source(std::string_view text) {
    const std::size_t at = text.find("10.");
    if (at == std::string_view::npos || text.find("doi") == std::string_view::npos) {
        return {};
    }
    std::string_view doi = text.substr(at);
    doi = doi.substr(0, doi.find_first_of(" \t\n"));
    while (doi.ends_with('.') || doi.ends_with(';') || doi.ends_with(',')) {
        doi.remove_suffix(1);
    }
    return canonical_DOI(doi);
}

}  // namespace whereof::authority
