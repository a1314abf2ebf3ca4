// SPDX-License-Identifier: MIT
#include "verify/raw_support.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/misread.hpp"
#include "verify/page_count.hpp"
#include "verify/person.hpp"
#include "verify/raw_place.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace whereof::verify {
namespace {

using bib::Field;

bool divided_before(const Citation& citation, std::size_t at) {
    const auto is_divided = [&](std::size_t i) {
        return i == 0 || citation.breaks[i - 1] || has_digit(citation.raw_words[i - 1]);
    };
    // "… of a trial. The Lancet": the article belongs to no title.
    return is_divided(at) || (citation.raw_words[at - 1] == "the" && is_divided(at - 1));
}
bool divided_after(const Citation& citation, std::size_t end) {
    return end == citation.raw_words.size() || citation.breaks[end - 1] || has_digit(citation.raw_words[end]);
}

/// Where the title stands, with a few slips allowed: a window that begins or ends with its first or last
/// words.
std::optional<Window> find_title(const Citation& citation, std::string_view title) {
    if (auto exact = find_key(citation, text::fold_key(without_markup(title)), 0)) {
        return exact;
    }
    const auto wanted = text::fold_words(without_markup(title));
    const auto& words = citation.raw_words;
    if (wanted.size() < 3) {
        return std::nullopt;
    }
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        const bool starts =
            words[begin] == wanted[0] || (begin + 1 < words.size() && words[begin + 1] == wanted[1]);
        if (!starts || !divided_before(citation, begin)) {
            continue;
        }
        const auto shortest = begin + wanted.size() - std::min<std::size_t>(2, wanted.size() / 4);
        const auto longest = std::min(words.size(), begin + wanted.size() + 3);
        for (auto end = shortest; end <= longest; ++end) {
            if (!divided_after(citation, end)) {
                continue;
            }
            std::string text;
            for (auto at = begin; at < end; ++at) {
                text += words[at] + " ";
            }
            const auto match = compare_title(text, title);
            if (match.agrees()) {
                return Window{begin, end};
            }
        }
    }
    return std::nullopt;
}

/// The initials written next to word `at` on one side, run together ("jm"); empty when there are none.
std::string initials_beside(const Citation& citation, std::size_t at, bool after, std::size_t end) {
    std::string out;
    if (after) {
        for (auto i = at + 1; i < end && citation.initials[i]; ++i) {
            out += citation.raw_words[i];
        }
    } else {
        // "Underwood, MD, R. Buchbinder": a degree behind the name before is nobody's initials, if any
        // follow.
        for (auto i = at; i > 0 && citation.initials[i - 1]; --i) {
            if (!out.empty() && is_title_or_degree(citation.raw_words[i - 1])) {
                break;
            }
            out.insert(0, citation.raw_words[i - 1]);
        }
    }
    return out;
}

bool bears_initials(const Person& person, const std::string& initials) {
    Person cited = person;
    cited.given.clear();
    for (std::size_t at = 0; at < initials.size();) {
        const auto begin = at;
        text::next_code_point(initials, at);
        cited.given.push_back(initials.substr(begin, at - begin));
    }
    cited.all = cited.family;
    cited.all.insert(cited.all.end(), cited.given.begin(), cited.given.end());
    return same_person(cited, person) != SamePerson::other_given;
}

/// Are the initials beside a person's surname another's? They stand before it or behind it; a given name or a
/// particle of the person's own between them shows whose they are.
bool has_other_initials(const Citation& citation, const Person& person, std::size_t at, std::size_t end) {
    const auto& words = citation.raw_words;
    const auto is_own = [&](std::size_t i) {
        return words[i].size() > 1 && !citation.initials[i] &&
               std::ranges::find(person.all, words[i]) != person.all.end();
    };
    auto first = at;
    while (first > 0 && is_own(first - 1)) {
        --first;
        if (std::ranges::find(person.given, words[first]) != person.given.end()) {
            return false;
        }
    }
    if (at + 1 < end && is_own(at + 1)) {
        return false;
    }
    const auto before = initials_beside(citation, first, false, end);
    const auto behind = initials_beside(citation, at, true, end);
    const bool fits = (!before.empty() && bears_initials(person, before)) ||
                      (!behind.empty() && bears_initials(person, behind));
    return !fits && (!before.empty() || !behind.empty());
}

/// The first word of the string that may be of a name: behind "See also", "cf.", "E.g.".
std::size_t behind_lead(const Citation& citation) {
    constexpr std::array<std::string_view, 14> kLead{"adapted", "also",      "cf",   "compare", "e",
                                                     "eg",      "for",       "from", "example", "g",
                                                     "ref",     "reference", "see",  "source"};
    std::size_t at = 0;
    while (at < citation.raw_words.size() &&
           std::ranges::find(kLead, citation.raw_words[at]) != kLead.end()) {
        ++at;
    }
    return at;
}

/// Every record author (up to "et al.") stands in the words from `begin` to the title, in order, and nobody
/// else does.
bool authors_stand_between(const Citation& citation, const bib::Item& found, std::size_t begin,
                           std::size_t title_begin) {
    std::vector<std::string> explained;
    auto last = begin;
    std::size_t seen = 0;
    bool gap = false;
    bool elided = citation.item.authors_elided;
    for (auto i = begin; i + 1 < title_begin; ++i) {
        elided = elided || (citation.raw_words[i] == "et" && citation.raw_words[i + 1] == "al");
    }
    for (const auto& name : found.author) {
        if (is_elision(name)) {
            continue;
        }
        const auto person = person_of(name);
        std::ranges::copy(person.all, std::back_inserter(explained));
        if (person.collective || person.family.empty()) {
            continue;
        }
        auto at = last;
        while (at < title_begin && citation.raw_words[at] != person.family.back()) {
            ++at;
        }
        if (at == title_begin) {
            gap = true;
            continue;
        }
        if (has_other_initials(citation, person, at, title_begin)) {
            return false;
        }
        if (gap && (!elided || &name != &found.author.back())) {
            return false;
        }
        last = at + 1;
        ++seen;
    }
    if (seen == 0 || (gap && !elided)) {
        return false;
    }
    for (auto i = begin; i < title_begin; ++i) {
        const auto& word = citation.raw_words[i];
        const bool known = citation.initials[i] || has_digit(word) || is_stop_word(word) || word == "al" ||
                           is_title_or_degree(word) || std::ranges::find(explained, word) != explained.end();
        if (!known) {
            return false;
        }
    }
    return true;
}

/// The authors stand before the title: at the head of the string, or behind another reference, of which a
/// year and some words are left.
bool authors_stand_before(const Citation& citation, const bib::Item& found, std::size_t title_begin) {
    constexpr std::size_t kShortestReference = 8;
    const auto lead = behind_lead(citation);
    if (authors_stand_between(citation, found, lead, title_begin)) {
        return true;
    }
    const auto& words = citation.raw_words;
    const auto first =
        std::ranges::find_if(found.author, [](const bib::Name& name) { return !is_elision(name); });
    if (first == found.author.end()) {
        return false;
    }
    const auto person = person_of(*first);
    bool year = false;
    for (std::size_t at = 0; at < title_begin; ++at) {
        const bool begins = std::ranges::find(person.all, words[at]) != person.all.end();
        if (year && begins && at >= kShortestReference && citation.breaks[at - 1]) {
            return authors_stand_between(citation, found, at, title_begin);
        }
        year = year || (words[at].size() == 4 && std::ranges::any_of(citation.years, [&](int one) {
                            return std::to_string(one) == words[at];
                        }));
    }
    return false;
}

/// The authors were cited well, whatever the parser made of them; shown as parsed, else as the first `end`
/// words.
void agree_on_authors(Comparison& comparison, const Citation& citation, const bib::Item& found,
                      std::size_t end) {
    std::string cited;
    if (const auto* match = comparison.of(Field::author)) {
        cited = match->cited;
    }
    const bool parsed = !cited.empty();
    for (std::size_t i = 0; i < end && !parsed; ++i) {
        cited += (i == 0 ? "" : " ") + citation.raw_words[i];
    }
    agree_as_written(comparison, Field::author, cited, compare_authors(found, found, true).found);
}

/// Where the record's title stands, when title, authors or journal need it: not within a longer one.
std::optional<Window> find_needed_title(const Citation& citation, const bib::Item& found,
                                        const Comparison& comparison) {
    const bool needed = !comparison.agrees(Field::title) || !comparison.agrees(Field::author) ||
                        !comparison.agrees(Field::container_title);
    if (!needed || found.title.empty() ||
        (comparison.differs(Field::title) && is_within_longer_title(citation.item, found))) {
        return std::nullopt;
    }
    return find_title(citation, found.title);
}

/// The journal's name, behind the title where that was found.
void support_container(const Citation& citation, const bib::Item& found, const std::optional<Window>& title,
                       Comparison& comparison) {
    if (comparison.agrees(Field::container_title)) {
        return;
    }
    for (const auto* name : {&found.container_title, &found.container_title_short}) {
        const auto window = find_key(citation, text::fold_key(*name), title ? title->end : 1);
        if (window && (!title || window->begin >= title->end)) {
            agree_as_written(comparison, Field::container_title, *name, *name);
            return;
        }
    }
}

/// Parsing found no author: the record's first one at the head of the string is a support, no more.
void support_first_author(const Citation& citation, const bib::Item& found, Comparison& comparison) {
    if (comparison.of(Field::author) != nullptr || found.author.empty()) {
        return;
    }
    const auto person = person_of(found.author.front());
    const auto head = std::min<std::size_t>(citation.raw_words.size(), 4);
    const auto end = citation.raw_words.begin() + static_cast<std::ptrdiff_t>(head);
    const auto at =
        person.family.empty() ? end : std::find(citation.raw_words.begin(), end, person.family.back());
    if (at != end && !has_other_initials(citation, person,
                                         static_cast<std::size_t>(at - citation.raw_words.begin()), head)) {
        agree_on_authors(comparison, citation, found, head);
    }
}

void support_year(const Citation& citation, const bib::Item& found, Comparison& comparison) {
    const bool year_stands = std::ranges::find(citation.years, found.issued.year) != citation.years.end();
    const auto year = std::to_string(found.issued.year);
    const auto mentions = std::ranges::count(citation.numbers, year);
    const bool only_volume = found.volume == year && mentions < 2;
    if (year_stands && !only_volume && !comparison.agrees(Field::issued) &&
        found.title.find(year) == std::string::npos) {
        agree_as_written(comparison, Field::issued, year, year);
    }
}

}  // namespace

std::optional<Window> find_key(const Citation& citation, std::string_view key, std::size_t from) {
    const auto& words = citation.raw_words;
    if (key.size() < 2) {
        return std::nullopt;
    }
    for (auto begin = from; begin < words.size(); ++begin) {
        if (!divided_before(citation, begin) || !key.starts_with(words[begin].substr(0, 1))) {
            continue;
        }
        std::size_t at = 0;
        auto end = begin;
        while (end < words.size() && at < key.size() && key.substr(at).starts_with(words[end])) {
            at += words[end].size();
            ++end;
        }
        if (at == key.size() && divided_after(citation, end)) {
            return Window{begin, end};
        }
    }
    return std::nullopt;
}

void agree_as_written(Comparison& comparison, Field field, const std::string& cited,
                      const std::string& found) {
    auto* match = comparison.of(field);
    if (match == nullptr) {
        FieldMatch added;
        added.field = field;
        comparison.fields.push_back(std::move(added));
        std::ranges::sort(comparison.fields, {}, &FieldMatch::field);
        match = comparison.of(field);
    }
    match->agreement = Agreement::variant;
    match->closeness = 1.0;
    match->cited = cited;
    match->found = found;
    match->note = kAsWritten;
}

void support_from_raw(const Citation& citation, const authority::Record& record, Comparison& comparison) {
    const auto& found = record.item;
    const auto title = find_needed_title(citation, found, comparison);
    if (title && !comparison.agrees(Field::title)) {
        agree_as_written(comparison, Field::title, found.title, found.title);
    }
    if (title && !comparison.agrees(Field::author) && !found.author.empty() &&
        authors_stand_before(citation, found, title->begin)) {
        agree_on_authors(comparison, citation, found, title->begin);
    }
    support_container(citation, found, title, comparison);
    if (title) {
        leave_out_pieces(citation, found, *title, comparison);
    }
    support_first_author(citation, found, comparison);
    support_year(citation, found, comparison);
    support_place(citation, found, title ? title->end : 0, comparison);
    support_ahead_of_print(citation, found, comparison);
    support_page_counts(citation, found, comparison);
    allow_translated_title(citation.item, found, comparison);
}

}  // namespace whereof::verify
