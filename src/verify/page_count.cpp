// SPDX-License-Identifier: MIT
#include "verify/page_count.hpp"

#include "text/utf8.hpp"
#include "verify/page_range.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace whereof::verify {
namespace {

using bib::Field;

/// What stands behind a number of pages. Lower case; one letter alone may be glued to a page's number
/// ("1747S") and needs a blank before it.
constexpr std::array<std::string_view, 14> kWords{"p",      "pp",      "pg",     "pgs",  "pag",
                                                  "pags",   "page",    "pages",  "págs", "s",
                                                  "seiten", "páginas", "pagine", "sider"};

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text.substr(at, 2) == "\u00A0")) {
        at += text[at] == ' ' ? 1U : 2U;
    }
    return at;
}

bool is_word_byte(char c) { return text::is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Does the number that ends at `end` have the word for pages behind it, and no other number behind that?
bool has_word_behind(std::string_view text, std::size_t end) {
    const auto begin = skip_blanks(text, end);
    auto at = begin;
    while (at < text.size() && is_word_byte(text[at]) && !text::is_ascii_digit(text[at]) &&
           text.substr(at, 2) != "\u00A0") {
        ++at;
    }
    const auto word = text::ascii_lower(text.substr(begin, at - begin));
    if (std::ranges::find(kWords, word) == kWords.end() || (word.size() == 1 && begin == end)) {
        return false;
    }
    // "12 pages. 2017": only an abbreviation's full stop leads on to a number.
    const bool is_stopped = word.size() > 4 && at < text.size() && text[at] == '.';
    while (at < text.size() && (text[at] == '.' || text[at] == ':' || text[at] == ' ')) {
        ++at;
    }
    return at == text.size() || !text::is_ascii_digit(text[at]) || is_stopped;
}

/// "736-747", "e12", "1,245", "3.12": the number belongs to what is before it. Requires valid UTF-8.
bool is_joined_before(std::string_view text, std::size_t begin) {
    if (begin == 0) {
        return false;
    }
    auto at = begin;
    while (at > 0 && text[at - 1] == ' ') {
        --at;
    }
    if (at > 0 && text::is_dash(text::previous_code_point(text, at))) {
        return true;
    }
    return text::is_ascii_alnum(text[begin - 1]) || ((text[begin - 1] == ',' || text[begin - 1] == '.') &&
                                                     begin > 1 && text::is_ascii_digit(text[begin - 2]));
}

std::size_t value(std::string_view digits) {
    std::size_t out = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
}

}  // namespace

std::vector<std::string> page_counts(std::string_view text) {
    std::vector<std::string> out;
    const std::string valid = text::make_valid_utf8(text);
    for (std::size_t at = 0; at < valid.size();) {
        if (!text::is_ascii_digit(valid[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < valid.size() && text::is_ascii_digit(valid[at])) {
            ++at;
        }
        constexpr std::size_t kMostDigits = 5;
        if (at - begin <= kMostDigits && has_word_behind(valid, at) && !is_joined_before(valid, begin)) {
            out.push_back(page_numbers(std::string_view(valid).substr(begin, at - begin)).front());
        }
    }
    return out;
}

bool is_page_count(std::string_view page) {
    return page_numbers(page).size() == 1 && page_counts(page).size() == 1;
}

std::size_t page_extent(std::string_view page) {
    const auto range = page_range(page);
    const auto first = value(range.first);
    const auto last = value(range.last);
    return range.last.empty() || last < first ? 0 : last - first + 1;
}

void support_page_counts(const Citation& citation, const bib::Item& found, Comparison& comparison) {
    std::vector<std::string> counts;
    for (const auto field : {Field::volume, Field::issue, Field::page}) {
        auto* match = comparison.of(field);
        if (match == nullptr || !match->differs()) {
            continue;
        }
        counts = counts.empty() ? page_counts(citation.raw) : counts;
        const auto numbers = page_numbers(match->cited);
        if (numbers.size() != 1 || std::ranges::find(counts, numbers.front()) == counts.end() ||
            std::ranges::count(citation.numbers, numbers.front()) !=
                std::ranges::count(counts, numbers.front())) {
            continue;
        }
        match->agreement = Agreement::absent;
        match->closeness = 0.0;
        match->note = kPageCount;
        if (field == Field::page && value(numbers.front()) == page_extent(found.page)) {
            match->agreement = Agreement::variant;
            match->closeness = 1.0;
        }
    }
}

}  // namespace whereof::verify
