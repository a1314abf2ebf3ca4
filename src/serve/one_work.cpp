// SPDX-License-Identifier: MIT
#include "serve/one_work.hpp"

#include "bib/identifiers.hpp"
#include "bib/journal.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/cited_pair.hpp"
#include "verify/compare.hpp"
#include "verify/page_range.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

namespace whereof::serve {
namespace {

using bib::Field;
using finding::Agreement;

/// Of these a work has one each.
constexpr std::array kUnique{Field::DOI, Field::PMID, Field::PMCID, Field::arXiv};
constexpr std::array kShared{Field::DOI, Field::PMID, Field::PMCID, Field::arXiv, Field::PII};

/// Words by which a title tells a work from the one that it belongs to.
constexpr auto kMarks = std::to_array<std::string_view>(
    {"abstract",   "abstracts",     "addendum",   "answer",     "appendix",    "comment",    "commentary",
     "comments",   "corrected",     "correction", "corrigenda", "corrigendum", "editorial",  "errata",
     "erratum",    "followup",      "letter",     "part",       "pilot",       "poster",     "preprint",
     "protocol",   "protocols",     "reply",      "response",   "retracted",   "retraction", "summary",
     "supplement", "supplementary", "update",     "updated",    "withdrawn"});

/// Roman numerals and number words, in which parts and phases are counted; "i" and "v" are too often letters.
struct NumberWord {
    std::string_view word;
    std::string_view digits;
};
constexpr auto kNumberWords = std::to_array<NumberWord>({{"ii", "2"},
                                                         {"iii", "3"},
                                                         {"iv", "4"},
                                                         {"vi", "6"},
                                                         {"vii", "7"},
                                                         {"viii", "8"},
                                                         {"ix", "9"},
                                                         {"one", "1"},
                                                         {"two", "2"},
                                                         {"three", "3"},
                                                         {"four", "4"},
                                                         {"five", "5"},
                                                         {"first", "1"},
                                                         {"second", "2"},
                                                         {"third", "3"},
                                                         {"fourth", "4"},
                                                         {"fifth", "5"}});

std::string valid(Field field, const bib::Item& item) {
    const auto parsed = bib::parse_identifier(field, item.text(field));
    return parsed ? text::ascii_lower(*parsed) : std::string();
}

bool agrees(const verify::FieldMatch& match) {
    return match.agreement == Agreement::same || match.agreement == Agreement::variant;
}

/// What two records say of one place and time.
struct Place {
    Place(const bib::Item& a, const bib::Item& b)
        : journal(verify::compare_container(a, b)),
          volume(verify::compare_volume(a.volume, b.volume)),
          issue(verify::compare_issue(a.issue, b.issue)),
          page(verify::compare_page(a.page, b.page)),
          years_known(a.issued.year != 0 && b.issued.year != 0),
          years_apart(years_known ? std::abs(a.issued.year - b.issued.year) : 0) {
        const auto first = verify::page_range(a.page);
        const auto second = verify::page_range(b.page);
        other_page = page.agreement == Agreement::different && first.first != second.first;
        // "e12" is the twelfth article, "12" a page.
        other_page = other_page || (agrees(page) && first.prefix != second.prefix);
    }

    [[nodiscard]] bool same_spot() const { return agrees(volume) && agrees(page) && !other_page; }
    [[nodiscard]] bool same() const {
        return same_spot() && agrees(journal) && years_known && years_apart <= 1;
    }
    [[nodiscard]] bool contradicts() const {
        return other_page || journal.agreement == Agreement::different ||
               volume.agreement == Agreement::different || years_apart > 1 ||
               (issue.agreement == Agreement::different && !agrees(page));
    }

    verify::FieldMatch journal;
    verify::FieldMatch volume;
    verify::FieldMatch issue;
    verify::FieldMatch page;
    bool years_known;
    int years_apart;
    bool other_page = false;
};

/// What of a title tells works of one series apart, sorted.
struct Distinctions {
    std::vector<std::string> marks;
    std::vector<std::string> numbers;

    explicit Distinctions(std::string_view title) {
        std::string last;
        for (std::string& word : text::fold_words(verify::without_markup(title))) {
            const auto* named = std::ranges::find(kNumberWords, word, &NumberWord::word);
            const bool follows_part = last == "part" || last == "phase";
            if (named != kNumberWords.end()) {
                numbers.emplace_back(named->digits);
            } else if (follows_part && (word == "i" || word == "v")) {
                numbers.emplace_back(word == "i" ? "1" : "5");
            } else if (verify::has_digit(word) || (follows_part && word.size() == 1)) {
                numbers.push_back(word);
            } else if (std::ranges::find(kMarks, word) != kMarks.end()) {
                marks.push_back(word);
            }
            last = std::move(word);
        }
        std::ranges::sort(marks);
        std::ranges::sort(numbers);
    }
};

/// `sure`: more than the title says that the works are one, so that one may leave a subtitle out.
bool titles_forbid(const bib::Item& a, const bib::Item& b, bool sure) {
    if (a.title.empty() || b.title.empty()) {
        return false;
    }
    const Distinctions here(a.title);
    const Distinctions there(b.title);
    const bool one_within_other = std::ranges::includes(here.numbers, there.numbers) ||
                                  std::ranges::includes(there.numbers, here.numbers);
    return sure ? !one_within_other : here.marks != there.marks || here.numbers != there.numbers;
}

bool are_other_editions(const bib::Item& a, const bib::Item& b) {
    const auto here = verify::page_numbers(a.edition);
    const auto there = verify::page_numbers(b.edition);
    return !here.empty() && !there.empty() && here.front() != there.front();
}

std::string first_author(const bib::Item& item) {
    if (item.author.empty()) {
        return {};
    }
    const bib::Name& name = item.author.front();
    return text::fold_key(name.family.empty() ? name.literal : name.family);
}

/// A title in a script without blanks, too long to be that of many works.
bool is_long_foreign(std::string_view title) {
    constexpr std::size_t kLeastBytes = 24;
    const std::string key = text::fold_key(title);
    return key.size() >= kLeastBytes && std::ranges::any_of(key, [](char c) { return (c & 0x80) != 0; });
}

std::string reason(const bib::Item& a, const bib::Item& b, const Place& place) {
    std::vector<std::string_view> same;
    const auto add = [&](bool agreed, std::string_view what) {
        if (agreed) {
            same.push_back(what);
        }
    };
    add(!a.title.empty() && !b.title.empty(), "title");
    const std::string author = first_author(a);
    add(!author.empty() && author == first_author(b), "first author");
    add(agrees(place.journal), "journal");
    add(place.years_known && place.years_apart == 0, "year");
    add(agrees(place.volume), "volume");
    add(agrees(place.page), "pages");
    const std::string_view last = same.back();
    same.pop_back();
    return same.empty() ? fmt::format("same {}", last)
                        : fmt::format("same {} and {}", fmt::join(same, ", "), last);
}

}  // namespace

std::string why_one_work(const bib::Item& a, const bib::Item& b) {
    const auto shared = std::ranges::find_if(kShared, [&](Field field) {
        const std::string value = valid(field, a);
        const bool same = !value.empty() && value == valid(field, b);
        return same || (!a.text(field).empty() && a.text(field) == b.text(field));
    });
    const bool is_shared = shared != kShared.end();
    const Place place(a, b);
    // Where DOI and place agree, a number of PubMed's is a slip of one of them.
    const bool by_DOI = is_shared && *shared == Field::DOI && place.same();
    const bool other_identifier = std::ranges::any_of(kUnique, [&](Field field) {
        const std::string here = valid(field, a);
        const std::string there = valid(field, b);
        return !by_DOI && !here.empty() && !there.empty() && here != there;
    });
    if (other_identifier || are_other_editions(a, b) || (!is_shared && place.contradicts()) ||
        titles_forbid(a, b, is_shared && !place.contradicts() && place.same_spot())) {
        return {};
    }
    const bool described = !a.title.empty() && !b.title.empty();
    const bool same_work = described && verify::hold_side_by_side(a, b).same_work;
    if (is_shared) {
        return same_work || !described ? fmt::format("same {}", bib::csl_name(*shared)) : std::string();
    }
    const auto authors = verify::compare_authors(a, b, a.authors_elided || b.authors_elided);
    const bool same_people = !a.author.empty() && !b.author.empty() && authors.closeness > 0.0;
    const bool no_people = a.author.empty() || b.author.empty();
    const std::string key = text::fold_key(a.title);
    const bool same_words = described && (key.empty() ? a.title == b.title : key == text::fold_key(b.title));
    const bool same_title = same_words || (described && agrees(verify::compare_title(a.title, b.title)));
    const bool foreign =
        same_words && is_long_foreign(a.title) && same_people && (place.years_known || agrees(place.journal));
    const bool there = place.same() && (same_title ? same_people || no_people : !described && same_people);
    return same_work || foreign || there ? reason(a, b, place) : std::string();
}

std::vector<std::string> one_work_keys(const bib::Item& item) {
    std::vector<std::string> out = verify::work_keys(item);
    const std::string& journal =
        item.container_title.empty() ? item.container_title_short : item.container_title;
    const std::string page = verify::page_range(item.page).first;
    const auto volume = verify::page_numbers(item.volume);
    if (!journal.empty() && !page.empty() && !item.volume.empty()) {
        out.push_back(fmt::format("place:{}:{}:{}", bib::journal_key(journal),
                                  volume.empty() ? text::fold_key(item.volume) : volume.front(), page));
    }
    if (is_long_foreign(item.title)) {
        out.push_back("whole:" + text::fold_key(item.title));
    }
    return out;
}

bool complete(bib::Item& item, const bib::Item& other) {
    const bib::Item before = item;
    for (std::size_t i = 0; i < bib::kFieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        if (std::string* value = item.text(field); value != nullptr && value->empty()) {
            *value = other.text(field);
        }
    }
    for (const Field field : kShared) {
        const std::string line = fmt::format("{}: {}", bib::csl_name(field), other.text(field));
        if (!other.text(field).empty() && *item.text(field) != other.text(field) &&
            item.note.find(line) == std::string::npos) {
            item.note += (item.note.empty() ? "" : "\n") + line;
        }
    }
    if (!other.note.empty() && item.note.find(other.note) == std::string::npos) {
        item.note += (item.note.empty() ? "" : "\n") + other.note;
    }
    for (auto member : {&bib::Item::container_title_short, &bib::Item::language}) {
        if ((item.*member).empty()) {
            item.*member = other.*member;
        }
    }
    const auto longer = verify::page_range(other.page);
    const auto own = verify::page_range(item.page);
    if (own.first == longer.first && own.last.empty() && !longer.last.empty()) {
        item.page = other.page;
    }
    if (item.author.empty() || (item.authors_elided && other.author.size() > item.author.size())) {
        item.author = other.author;
        item.authors_elided = other.authors_elided;
    }
    if (item.editor.empty() || (item.editors_elided && other.editor.size() > item.editor.size())) {
        item.editor = other.editor;
        item.editors_elided = other.editors_elided;
    }
    for (auto member : {&bib::Item::issued, &bib::Item::epub, &bib::Item::accessed}) {
        bib::Date& date = item.*member;
        const bib::Date& more = other.*member;
        const bool same_start = date.year == more.year && (date.month == 0 || date.month == more.month);
        if (date.empty() || (same_start && date.day == 0 && date.literal.empty() && more.month != 0)) {
            date = more;
        }
    }
    if (item.type == bib::ItemType::document) {
        item.type = other.type;
    }
    return item != before;
}

}  // namespace whereof::serve
