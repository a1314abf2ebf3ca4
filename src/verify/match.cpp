// SPDX-License-Identifier: MIT
#include "verify/match.hpp"

#include "text/fold.hpp"
#include "verify/misread.hpp"
#include "verify/raw_support.hpp"
#include "verify/sibling.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

using bib::Field;

/// What agreement and disagreement of a field weigh. Rare facts weigh more: a first page tells apart what a
/// year does not.
struct Weight {
    Field field;
    double agrees;
    double differs;
};
constexpr std::array kWeights{Weight{Field::title, 4.0, -3.0},
                              Weight{Field::author, 3.0, -2.0},
                              Weight{Field::container_title, 1.0, -0.5},
                              Weight{Field::issued, 1.0, -0.7},
                              Weight{Field::volume, 1.2, -0.7},
                              Weight{Field::issue, 0.5, -0.2},
                              Weight{Field::page, 2.0, -0.8}};

/// Fields that support a description independently of each other.
constexpr std::array kSupports{Field::title,  Field::author, Field::container_title,
                               Field::issued, Field::volume, Field::page};

double weight_of(const FieldMatch& match, const Weight& weight) {
    switch (match.agreement) {
        case Agreement::same:
            return weight.agrees;
        case Agreement::variant:
            return weight.agrees * 0.97;
        case Agreement::different:
            // A near miss is no contradiction: between the two weights, by closeness.
            return weight.differs +
                   (weight.agrees - weight.differs) * 0.8 * match.closeness * match.closeness;
        case Agreement::absent:
            return 0.0;
    }
    return 0.0;
}

double closeness(const Comparison& comparison, Field field) {
    const auto* match = comparison.of(field);
    return match == nullptr ? 0.0 : match->closeness;
}

/// Titles of which a journal has many ("Editorial", "Low back pain").
bool is_common_title(std::string_view title) { return count_content(title) < 4; }

}  // namespace

void weigh(const Citation& citation, Candidate& candidate) {
    candidate.comparison = compare(citation.item, candidate.record);
    if (citation.raw_is_read) {
        support_from_raw(citation, candidate.record, candidate.comparison);
    }
    read_journal_for_title(citation, candidate.record, candidate.comparison);
    // A record cut off where its source had markup does not contradict a citation that has its place right.
    auto* title = candidate.comparison.of(Field::title);
    if (title != nullptr && title->note == kCutTitle && candidate.comparison.agrees(Field::page) &&
        candidate.comparison.agrees(Field::volume) && !candidate.comparison.differs(Field::author)) {
        title->agreement = Agreement::absent;
    }
    candidate.score = 0.0;
    candidate.supports = 0;
    for (const auto& weight : kWeights) {
        if (const auto* match = candidate.comparison.of(weight.field)) {
            candidate.score += weight_of(*match, weight);
        }
    }
    for (const auto field : kSupports) {
        candidate.supports += candidate.comparison.agrees(field) ? 1U : 0U;
    }
}

bool is_described(const Citation& citation, const Candidate& candidate, bool by_identifier) {
    const auto& comparison = candidate.comparison;
    const bool title = comparison.agrees(Field::title);
    const bool author = comparison.agrees(Field::author);
    const bool year = comparison.agrees(Field::issued);
    const bool container = comparison.agrees(Field::container_title);
    const bool volume = comparison.agrees(Field::volume);
    const bool page = comparison.agrees(Field::page);
    const double near_title = closeness(comparison, Field::title);
    const double near_author = closeness(comparison, Field::author);
    const auto place = static_cast<unsigned>(year) + static_cast<unsigned>(container) +
                       static_cast<unsigned>(volume) + static_cast<unsigned>(page);
    const bool other_page = comparison.differs(Field::page);

    // The identifiers say another work, and neither title nor authors say this one.
    const bool other_identifier = comparison.differs(Field::DOI) || comparison.differs(Field::PMID);
    if (other_identifier && !title && !author && !by_identifier) {
        return false;
    }
    const auto differing = static_cast<unsigned>(comparison.differs(Field::issued)) +
                           static_cast<unsigned>(comparison.differs(Field::volume)) +
                           static_cast<unsigned>(comparison.differs(Field::page));
    // Year, volume and page contradict each other throughout: works that share a title (a reply, a yearly
    // report, a series in two journals), not one work with three slips.
    if (differing >= 2 && !year && !volume && !page && !by_identifier) {
        return false;
    }
    const auto relation = relation_of(citation, candidate);
    if (relation == Sibling::erratum || relation == Sibling::comment || relation == Sibling::dataset) {
        return false;
    }
    if (title) {
        if (author) {
            return place >= 1 || (!other_page && !is_common_title(citation.item.title)) || by_identifier;
        }
        const bool no_author = !comparison.differs(Field::author);
        // All others wrote it, on another page or under another identifier: a comment that bears its title.
        if (!no_author && near_author < 0.34 && (other_page || (other_identifier && !by_identifier))) {
            return false;
        }
        if (by_identifier && (no_author || !is_common_title(citation.item.title))) {
            return true;
        }
        if (is_common_title(citation.item.title)) {
            return (page && place >= 2) || (by_identifier && place >= 1) || (no_author && place >= 3);
        }
        return place >= 2 || (no_author && place >= 1) || (by_identifier && place >= 1) ||
               (near_author >= 0.5 && place >= 1);
    }
    if (page && volume && author) {
        return year || container || by_identifier;
    }
    if (page && author && year) {
        return container || by_identifier || near_title >= 0.3;
    }
    const bool other_place = comparison.differs(Field::issue) || comparison.differs(Field::container_title);
    if (page && volume && (year || container) && !other_place &&
        (near_title >= 0.5 || (near_author >= 0.5 && near_title >= 0.2))) {
        return true;
    }
    const bool related = author || near_author >= 0.5;
    if (near_title >= 0.55 && related && place >= 1 && !(other_page && near_title < 0.85)) {
        const auto* match = comparison.of(Field::title);
        return by_identifier || match->note != "a number differs" || page;
    }
    if (near_title >= 0.8 && place >= 2 && !other_page) {
        return true;
    }
    if (!by_identifier) {
        return false;
    }
    // Another title, and another year and page or identifier: the authors' other work, under a wrong
    // identifier.
    const bool other_title = comparison.differs(Field::title) && near_title < 0.5;
    if (other_title && (differing >= 2 || (other_identifier && other_page))) {
        return false;
    }
    // What the identifier led to may be meant although much is wrong, or little is cited.
    const bool anything_differs =
        std::ranges::any_of(kSupports, [&](Field field) { return comparison.differs(field); });
    return (author && place >= 1) || near_title >= 0.6 || (page && volume) ||
           ((comparison.of(Field::title) == nullptr || is_misread(*comparison.of(Field::title))) &&
            !comparison.differs(Field::author) && (candidate.supports >= 1 || !anything_differs));
}

bool is_same_work(const bib::Item& a, const bib::Item& b) {
    if (!compare_title(a.title, b.title).agrees() || compare_DOI(a.DOI, b.DOI).differs() ||
        compare_identifier(Field::PMID, a.PMID, b.PMID).differs()) {
        return false;
    }
    const auto page = compare_page(a.page, b.page);
    const auto volume = compare_volume(a.volume, b.volume);
    const auto authors = compare_authors(a, b, true);
    const bool same_place = page.agrees() && volume.agrees();
    return same_place || ((authors.agrees() || authors.closeness >= 0.5) && !page.differs() &&
                          !volume.differs() && !compare_year(a, b).differs());
}

}  // namespace whereof::verify
