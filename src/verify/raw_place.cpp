// SPDX-License-Identifier: MIT
#include "verify/raw_place.hpp"

#include "base/span.hpp"
#include "bib/dates.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/page_range.hpp"
#include "verify/raw_support.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace whereof::verify {
namespace {

using bib::Field;

bool holds(const Citation& citation, const std::string& number) {
    return std::ranges::find(citation.numbers, number) != citation.numbers.end();
}

/// Where `number` stands as a whole run of digits from `from` on, and where it ends.
std::optional<Span> find_number(std::string_view raw, std::string_view number, std::size_t from) {
    for (auto at = raw.find(number, from); at != std::string_view::npos; at = raw.find(number, at + 1)) {
        const auto end = at + number.size();
        if ((at == 0 || !text::is_ascii_digit(raw[at - 1])) &&
            (end == raw.size() || !text::is_ascii_digit(raw[end]))) {
            return Span{at, end};
        }
    }
    return std::nullopt;
}

/// Does the string itself say what the number is: "736(10)" a volume, ":389-747" the pages? Then nobody
/// exchanged it for another.
bool role_is_written(std::string_view raw, Field field, std::string_view cited) {
    const auto numbers = page_numbers(cited);
    if (numbers.empty() || (field == Field::page && numbers.size() < 2)) {
        return false;
    }
    std::size_t from = 0;
    while (const auto found = find_number(raw, numbers.front(), from)) {
        from = found->end;
        const auto behind = raw.find_first_not_of(' ', found->end);
        const auto before =
            found->begin == 0 ? std::string_view::npos : raw.find_last_not_of(' ', found->begin - 1);
        if (field == Field::volume && behind != std::string_view::npos && raw[behind] == '(') {
            return true;
        }
        if (field == Field::page && before != std::string_view::npos && raw[before] == ':') {
            return true;
        }
    }
    return false;
}

/// Numbers whose roles the parser may have exchanged: the record's value stands in the string, and what was
/// read in its place is another of the record's numbers or nothing.
void support_numbers(const Citation& citation, const bib::Item& found, Comparison& comparison) {
    const auto pages = page_numbers(found.page);
    const auto volume = page_numbers(found.volume);
    const auto issue = page_numbers(found.issue);
    std::vector<std::string> own = pages;
    own.insert(own.end(), volume.begin(), volume.end());
    own.insert(own.end(), issue.begin(), issue.end());
    own.push_back(std::to_string(found.issued.year));
    const auto exchanged = [&](std::string_view cited) {
        const auto numbers = page_numbers(cited);
        return numbers.empty() || std::ranges::find(own, numbers.front()) != own.end() ||
               !holds(citation, numbers.front());
    };
    const auto try_field = [&](Field field, const std::vector<std::string>& numbers,
                               const std::string& value) {
        if (numbers.empty() || comparison.agrees(field) || !holds(citation, numbers.front())) {
            return;
        }
        const auto* match = comparison.of(field);
        if (match == nullptr || (exchanged(match->cited) && match->closeness < 0.8 &&
                                 !role_is_written(citation.raw, field, match->cited))) {
            agree_as_written(comparison, field, value, value);
        }
    };
    const bool is_year = found.volume == std::to_string(found.issued.year);
    if (!is_year || std::ranges::count(citation.numbers, found.volume) > 1) {
        try_field(Field::volume, volume, found.volume);
    }
    try_field(Field::page, pages, found.page);
    const auto* issue_match = comparison.of(Field::issue);
    if (issue_match != nullptr) {
        try_field(Field::issue, issue, found.issue);
    }
}

constexpr std::size_t kPlace = 12;  ///< words that a year, month, volume, issue and pages take at most

/// The pages that begin at word `at`: a second number joined to the first is the last page.
std::string pages_at(const Citation& citation, std::size_t at) {
    const auto& words = citation.raw_words;
    const bool range = at + 1 < words.size() && !citation.breaks[at] && has_digit(words[at + 1]);
    return range ? words[at] + "-" + words[at + 1] : words[at];
}

bool announces_number(std::string_view word) {
    constexpr std::array<std::string_view, 13> kCues{"art", "article", "e", "iss",  "issue", "no", "nr",
                                                     "num", "number",  "p", "page", "pages", "pp"};
    return std::ranges::find(kCues, word) != kCues.end();
}

/// Are all numbers of a place the record's own? Others make it another place. Between the journal and the
/// pages, and directly behind these; a day beside its month and an issue that the record lacks may stand
/// there.
bool is_explained(const Citation& citation, const bib::Item& found, std::size_t from, std::size_t volume,
                  std::size_t page) {
    const auto& words = citation.raw_words;
    auto own = page_numbers(found.page);
    const auto range = page_range(found.page);
    own.push_back(range.last);
    for (const auto* text : {&found.volume, &found.issue}) {
        std::ranges::copy(page_numbers(*text), std::back_inserter(own));
    }
    own.push_back(std::to_string(found.issued.year));
    const auto end = std::min(words.size(), page + kPlace);
    bool year_stands = false;
    for (auto at = from; at < end; ++at) {
        if (!has_digit(words[at])) {
            if (at > page && !announces_number(words[at])) {
                break;
            }
            continue;
        }
        if (at != volume && at < page) {
            year_stands = year_stands || words[at] == own.back();
        }
        const auto numbers = page_numbers(words[at]);
        const bool is_own = std::ranges::find(own, numbers.front()) != own.end() ||
                            (at == page + 1 && range.last.ends_with(numbers.front()));
        const bool month_beside = (at > 0 && bib::month_of(words[at - 1]) != 0) ||
                                  (at + 1 < words.size() && bib::month_of(words[at + 1]) != 0);
        const bool other_issue = found.issue.empty() && at == volume + 1 && at < page;
        const bool other_year =
            at < page && words[at].size() == 4 && words[at] >= "1800" && words[at] <= "2100";
        if (!is_own && !month_beside && !other_issue && !other_year) {
            return false;
        }
    }
    return found.volume != own.back() || year_stands;  // else the volume found is the year
}

/// Where the record's volume and behind it its pages stand, closely behind word `from`.
std::optional<Window> find_place(const Citation& citation, const bib::Item& found, std::size_t from) {
    const auto& words = citation.raw_words;
    const auto end = std::min(words.size(), from + kPlace);
    for (auto volume = from; volume < end; ++volume) {
        if (!has_digit(words[volume]) || !compare_volume(words[volume], found.volume).agrees()) {
            continue;
        }
        for (auto page = volume + 1; page < end; ++page) {
            if (has_digit(words[page]) && compare_page(pages_at(citation, page), found.page).agrees() &&
                is_explained(citation, found, from, volume, page)) {
                return Window{from, page + 1};
            }
        }
    }
    return std::nullopt;
}

/// The record's journal, volume and pages in a row.
std::optional<Window> find_journal_and_place(const Citation& citation, const bib::Item& found,
                                             std::size_t from, const Comparison& comparison) {
    std::vector<std::string> names{found.container_title, found.container_title_short};
    if (comparison.agrees(Field::container_title)) {
        names.push_back(citation.item.container_title);
    }
    for (const auto& name : names) {
        const auto key = text::fold_key(name);
        for (auto journal = find_key(citation, key, from); journal;
             journal = find_key(citation, key, journal->begin + 1)) {
            if (const auto place = find_place(citation, found, journal->end)) {
                return place;
            }
        }
    }
    return std::nullopt;
}

void agree_on_place(const Citation& citation, const bib::Item& found, const Window& place,
                    Comparison& comparison) {
    const auto begin = citation.raw_words.begin() + static_cast<std::ptrdiff_t>(place.begin);
    const auto end = citation.raw_words.begin() + static_cast<std::ptrdiff_t>(place.end);
    const auto stands = [&](const std::string& word) { return std::find(begin, end, word) != end; };
    for (const auto field : {Field::volume, Field::page}) {
        if (!comparison.agrees(field)) {
            agree_as_written(comparison, field, found.text(field), found.text(field));
        }
    }
    auto* issue = comparison.of(Field::issue);
    if (issue != nullptr && issue->differs()) {
        const auto numbers = page_numbers(found.issue);
        const auto cited = page_numbers(issue->cited);
        if (!numbers.empty() && stands(numbers.front())) {
            agree_as_written(comparison, Field::issue, found.issue, found.issue);
        } else if (!cited.empty() && !stands(cited.front())) {
            issue->agreement = Agreement::absent;
            issue->note = "stands elsewhere in the citation";
        }
    }
    const auto year = std::to_string(found.issued.year);
    if (comparison.differs(Field::issued) && year != found.volume && stands(year)) {
        agree_as_written(comparison, Field::issued, year, year);
    }
}

/// Words that say that an article has not its place in an issue yet. Folded.
bool is_ahead_of_print(std::string_view raw) {
    constexpr std::array<std::string_view, 14> kSigns{
        "ahead of print", "aheadofprint",     "in press",     "online first", "onlinefirst",
        "epub before",    "advance online",   "early view",   "early online", "advance access",
        "forthcoming",    "published online", "online ahead", "publish ahead"};
    const auto folded = text::fold(raw);
    return std::ranges::any_of(kSigns,
                               [&](std::string_view sign) { return folded.find(sign) != std::string::npos; });
}

/// A page that is the end of the work's own DOI: "269215518800000" of 10.1177/0269215518800000.
bool is_part_of_DOI(std::string_view page, std::string_view DOI) {
    constexpr std::size_t kShortest = 6;
    const auto numbers = page_numbers(page);
    const auto in_DOI = page_numbers(DOI.substr(std::min(DOI.size(), DOI.find('/'))));
    return numbers.size() == 1 && numbers.front().size() >= kShortest && !in_DOI.empty() &&
           std::ranges::find(in_DOI, numbers.front()) != in_DOI.end();
}

/// Is the number a day: "Oct 9", "9 Oct"?
bool is_day(const Citation& citation, std::string_view number) {
    const auto& words = citation.raw_words;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool month = (at > 0 && bib::month_of(words[at - 1]) != 0) ||
                           (at + 1 < words.size() && bib::month_of(words[at + 1]) != 0);
        if (words[at] == number && month) {
            return true;
        }
    }
    return false;
}

void leave_unsaid(FieldMatch* match, std::string_view why) {
    if (match != nullptr && match->differs()) {
        match->agreement = Agreement::absent;
        match->closeness = 0.0;
        match->note = why;
    }
}

}  // namespace

void support_place(const Citation& citation, const bib::Item& found, std::size_t from,
                   Comparison& comparison) {
    const bool differs =
        std::ranges::any_of(std::array{Field::volume, Field::issue, Field::page, Field::issued},
                            [&](Field field) { return comparison.differs(field); });
    if (differs && !found.volume.empty() && !found.page.empty()) {
        if (const auto place = find_journal_and_place(citation, found, from, comparison)) {
            agree_on_place(citation, found, *place, comparison);
        }
    }
    support_numbers(citation, found, comparison);
}

void support_ahead_of_print(const Citation& citation, const bib::Item& found, Comparison& comparison) {
    constexpr std::string_view kAhead = "cited ahead of print";
    auto* year = comparison.of(Field::issued);
    auto* page = comparison.of(Field::page);
    auto* volume = comparison.of(Field::volume);
    const bool DOI_as_page = page != nullptr && page->differs() && is_part_of_DOI(page->cited, found.DOI);
    if (DOI_as_page) {
        leave_unsaid(page, kAhead);
    }
    if (DOI_as_page && volume != nullptr && is_day(citation, volume->cited)) {
        leave_unsaid(volume, kAhead);
    }
    const bool has_place = volume != nullptr && volume->agreement != Agreement::absent;
    const auto cited_year = citation.item.issued.year;
    if (!has_place && (DOI_as_page || is_ahead_of_print(citation.raw)) && cited_year != 0 &&
        (cited_year == found.issued.year - 1 || cited_year == found.issued.year + 1)) {
        leave_unsaid(year, kAhead);
    }
    const auto written = std::to_string(cited_year);
    const bool once = std::ranges::count(citation.numbers, written) == 1;
    const auto holds_year = [&](const std::string& text) { return text.find(written) != std::string::npos; };
    if (once && comparison.agrees(Field::title) && holds_year(found.title)) {
        leave_unsaid(year, "the year is part of the title");
    }
    // "Spine (Phila Pa 1976)"
    if (once && comparison.agrees(Field::container_title) &&
        (holds_year(found.container_title) || holds_year(found.container_title_short))) {
        leave_unsaid(year, "the year is part of the journal's name");
    }
}

}  // namespace whereof::verify
