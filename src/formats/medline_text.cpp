// SPDX-License-Identifier: MIT
#include "formats/medline_text.hpp"

#include "bib/numbers.hpp"
#include "bib/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace whereof::formats {
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

std::string medline_title(std::string_view value) {
    // [Brackets] say that the title is a translation.
    std::string title(value);
    if (title.starts_with('[') && (title.ends_with("].") || title.ends_with(']'))) {
        title = title.substr(1, title.rfind(']') - 1);
    }
    return bib::clean_title(title).title;
}

}  // namespace whereof::formats
