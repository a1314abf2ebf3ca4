// SPDX-License-Identifier: MIT
#include "verify/one_work.hpp"

#include "bib/identifiers.hpp"
#include "bib/names.hpp"
#include "text/fold.hpp"
#include "verify/cited_pair.hpp"
#include "verify/compare.hpp"
#include "verify/page_range.hpp"
#include "verify/words.hpp"
#include "verify/work_keys.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

using bib::Field;

/// Words by which a title tells a work from the one that it belongs to.
constexpr auto kMarks = std::to_array<std::string_view>(
    {"abstract",   "abstracts",     "addendum",   "answer",     "appendix",    "comment",    "commentary",
     "comments",   "corrected",     "correction", "corrigenda", "corrigendum", "editorial",  "errata",
     "erratum",    "followup",      "letter",     "part",       "pilot",       "poster",     "preprint",
     "protocol",   "protocols",     "reply",      "response",   "retracted",   "retraction", "summary",
     "supplement", "supplementary", "update",     "updated",    "withdrawn"});

/// Those of them that no subtitle left out of one record explains: what they stand in is never the work
/// itself.
constexpr auto kSureMarks =
    std::to_array<std::string_view>({"comment", "comments", "correction", "corrigenda", "corrigendum",
                                     "errata", "erratum", "protocol", "protocols", "reply", "retraction"});

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

/// What two records say of one place and time.
struct Place {
    Place(const bib::Item& a, const bib::Item& b)
        : journal(compare_container(a, b)),
          volume(compare_volume(a.volume, b.volume)),
          issue(compare_issue(a.issue, b.issue)),
          page(compare_page(a.page, b.page)),
          years_known(a.issued.year != 0 && b.issued.year != 0),
          years_apart(years_known ? std::abs(a.issued.year - b.issued.year) : 0) {
        const auto first = page_range(a.page);
        const auto second = page_range(b.page);
        other_page = page.differs() && first.first != second.first;
        // "e12" is the twelfth article, "12" a page.
        other_page = other_page || (page.agrees() && first.prefix != second.prefix);
    }

    [[nodiscard]] bool same_spot() const { return volume.agrees() && page.agrees() && !other_page; }
    [[nodiscard]] bool same() const {
        return same_spot() && journal.agrees() && years_known && years_apart <= 1;
    }
    [[nodiscard]] bool contradicts() const {
        return other_page || journal.differs() || volume.differs() || years_apart > 1 ||
               (issue.differs() && !page.agrees());
    }

    FieldMatch journal;
    FieldMatch volume;
    FieldMatch issue;
    FieldMatch page;
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
        for (std::string& word : text::fold_words(without_markup(title))) {
            const auto* named = std::ranges::find(kNumberWords, word, &NumberWord::word);
            const bool follows_part = last == "part" || last == "phase";
            if (named != kNumberWords.end()) {
                numbers.emplace_back(named->digits);
            } else if (follows_part && (word == "i" || word == "v")) {
                numbers.emplace_back(word == "i" ? "1" : "5");
            } else if (has_digit(word) || (follows_part && word.size() == 1)) {
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

std::vector<std::string> sure_marks(std::vector<std::string> marks) {
    std::erase_if(marks, [](const std::string& mark) {
        return std::ranges::find(kSureMarks, mark) == kSureMarks.end();
    });
    return marks;
}

/// `sure`: more than the title says that the works are one, so that one may leave a subtitle out.
bool titles_forbid(const bib::Item& a, const bib::Item& b, bool sure) {
    if (a.title.empty() || b.title.empty()) {
        return false;
    }
    const Distinctions here(a.title);
    const Distinctions there(b.title);
    const bool one_within_other = std::ranges::includes(here.numbers, there.numbers) ||
                                  std::ranges::includes(there.numbers, here.numbers);
    return sure ? !one_within_other || sure_marks(here.marks) != sure_marks(there.marks)
                : here.marks != there.marks || here.numbers != there.numbers;
}

bool are_other_editions(const bib::Item& a, const bib::Item& b) {
    const auto here = page_numbers(a.edition);
    const auto there = page_numbers(b.edition);
    return !here.empty() && !there.empty() && here.front() != there.front();
}

std::string first_author(const bib::Item& item) {
    return item.author.empty() ? std::string() : text::fold_key(bib::surname(item.author.front()));
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
    add(place.journal.agrees(), "journal");
    add(place.years_known && place.years_apart == 0, "year");
    add(place.volume.agrees(), "volume");
    add(place.page.agrees(), "pages");
    const std::string_view last = same.back();
    same.pop_back();
    return same.empty() ? fmt::format("same {}", last)
                        : fmt::format("same {} and {}", fmt::join(same, ", "), last);
}

}  // namespace

std::string why_one_work(const bib::Item& a, const bib::Item& b) {
    const auto* shared = std::ranges::find_if(kWorkIdentifiers, [&](Field field) {
        const std::string value = work_identifier(field, a);
        return !value.empty() && value == work_identifier(field, b);
    });
    const bool is_shared = shared != kWorkIdentifiers.end();
    const Place place(a, b);
    // Where DOI and place agree, a number of PubMed's is a slip of one of them.
    const bool by_DOI = is_shared && *shared == Field::DOI && place.same();
    const bool other_identifier = !by_DOI && std::ranges::any_of(kWorkIdentifiers, [&](Field field) {
        const std::string here = bib::canonical(field, a.text(field));
        const std::string there = bib::canonical(field, b.text(field));
        return field != Field::PII && !here.empty() && !there.empty() && here != there;
    });
    if (other_identifier || are_other_editions(a, b) || (!is_shared && place.contradicts()) ||
        titles_forbid(a, b, is_shared && !place.contradicts() && place.same_spot())) {
        return {};
    }
    const bool described = !a.title.empty() && !b.title.empty();
    const bool same_work = described && hold_side_by_side(a, b).same_work;
    if (is_shared) {
        return same_work || !described ? fmt::format("same {}", bib::csl_name(*shared)) : std::string();
    }
    const auto authors = compare_authors(a, b, a.authors_elided || b.authors_elided);
    const bool same_people = !a.author.empty() && !b.author.empty() && authors.closeness > 0.0;
    const bool no_people = a.author.empty() || b.author.empty();
    const std::string key = text::fold_key(a.title);
    const bool same_words = described && (key.empty() ? a.title == b.title : key == text::fold_key(b.title));
    const bool same_title = same_words || (described && compare_title(a.title, b.title).agrees());
    const bool foreign = same_words && is_long_foreign_title(a.title) && same_people &&
                         (place.years_known || place.journal.agrees());
    const bool there = place.same() && (same_title ? same_people || no_people : !described && same_people);
    return same_work || foreign || there ? reason(a, b, place) : std::string();
}

}  // namespace whereof::verify
