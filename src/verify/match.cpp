// SPDX-License-Identifier: MIT
#include "verify/match.hpp"

#include "text/fold.hpp"
#include "verify/misread.hpp"
#include "verify/raw_support.hpp"
#include "verify/sibling.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

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

/// What of a comparison says whether the description means the record.
struct Fit {
    explicit Fit(const Comparison& comparison)
        : title(comparison.agrees(Field::title)),
          author(comparison.agrees(Field::author)),
          year(comparison.agrees(Field::issued)),
          container(comparison.agrees(Field::container_title)),
          volume(comparison.agrees(Field::volume)),
          page(comparison.agrees(Field::page)),
          other_author(comparison.differs(Field::author)),
          other_page(comparison.differs(Field::page)),
          other_place(comparison.differs(Field::issue) || comparison.differs(Field::container_title)),
          other_identifier(comparison.differs(Field::DOI) || comparison.differs(Field::PMID)),
          near_title(closeness(comparison, Field::title)),
          near_author(closeness(comparison, Field::author)),
          place(unsigned{year} + unsigned{container} + unsigned{volume} + unsigned{page}),
          differing(unsigned{comparison.differs(Field::issued)} +
                    unsigned{comparison.differs(Field::volume)} + unsigned{other_page}) {}

    bool title, author, year, container, volume, page;
    bool other_author, other_page, other_place, other_identifier;
    double near_title, near_author;
    unsigned place;      ///< how many of year, journal, volume and page agree
    unsigned differing;  ///< how many of year, volume and page differ
};

bool is_ruled_out(const Fit& fit, bool by_identifier) {
    // The identifiers say another work, and neither title nor authors say this one.
    if (fit.other_identifier && !fit.title && !fit.author && !by_identifier) {
        return true;
    }
    // Year, volume and page contradict each other throughout: works that share a title (a reply, a yearly
    // report, a series in two journals), not one work with three slips.
    return fit.differing >= 2 && !fit.year && !fit.volume && !fit.page && !by_identifier;
}

bool is_described_by_title(const Citation& citation, const Fit& fit, bool by_identifier) {
    const bool common = is_common_title(citation.item.title);
    if (fit.author) {
        return fit.place >= 1 || (!fit.other_page && !common) || by_identifier;
    }
    const bool no_author = !fit.other_author;
    // All others wrote it, on another page or under another identifier: a comment that bears its title.
    if (!no_author && fit.near_author < 0.34 &&
        (fit.other_page || (fit.other_identifier && !by_identifier))) {
        return false;
    }
    if (by_identifier && (no_author || !common)) {
        return true;
    }
    if (common) {
        return (fit.page && fit.place >= 2) || (by_identifier && fit.place >= 1) ||
               (no_author && fit.place >= 3);
    }
    return fit.place >= 2 || (no_author && fit.place >= 1) || (by_identifier && fit.place >= 1) ||
           (fit.near_author >= 0.5 && fit.place >= 1);
}

/// Under another title; nullopt where the place says neither.
std::optional<bool> decided_by_place(const Fit& fit, bool by_identifier) {
    if (fit.page && fit.volume && fit.author) {
        return fit.year || fit.container || by_identifier;
    }
    if (fit.page && fit.author && fit.year) {
        return fit.container || by_identifier || fit.near_title >= 0.3;
    }
    const bool near = fit.near_title >= 0.5 || (fit.near_author >= 0.5 && fit.near_title >= 0.2);
    if (fit.page && fit.volume && (fit.year || fit.container) && !fit.other_place && near) {
        return true;
    }
    return std::nullopt;
}

/// nullopt where the title is too far from the record's to say anything.
std::optional<bool> decided_by_near_title(const Comparison& comparison, const Fit& fit, bool by_identifier) {
    const bool related = fit.author || fit.near_author >= 0.5;
    if (fit.near_title >= 0.55 && related && fit.place >= 1 && !(fit.other_page && fit.near_title < 0.85)) {
        return by_identifier || comparison.of(Field::title)->note != "a number differs" || fit.page;
    }
    if (fit.near_title >= 0.8 && fit.place >= 2 && !fit.other_page) {
        return true;
    }
    return std::nullopt;
}

/// What an identifier led to may be meant although much is wrong, or little is cited.
bool is_meant_by_identifier(const Candidate& candidate, const Fit& fit) {
    const auto& comparison = candidate.comparison;
    // Another title, and another year and page or identifier: the authors' other work, under a wrong
    // identifier.
    const bool other_title = comparison.differs(Field::title) && fit.near_title < 0.5;
    if (other_title && (fit.differing >= 2 || (fit.other_identifier && fit.other_page))) {
        return false;
    }
    const bool anything_differs =
        std::ranges::any_of(kSupports, [&](Field field) { return comparison.differs(field); });
    return (fit.author && fit.place >= 1) || fit.near_title >= 0.6 || (fit.page && fit.volume) ||
           ((comparison.of(Field::title) == nullptr || is_misread(*comparison.of(Field::title))) &&
            !fit.other_author && (candidate.supports >= 1 || !anything_differs));
}

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
    const Fit fit(candidate.comparison);
    if (is_ruled_out(fit, by_identifier)) {
        return false;
    }
    const auto relation = relation_of(citation, candidate);
    if (relation == Sibling::erratum || relation == Sibling::comment || relation == Sibling::dataset) {
        return false;
    }
    if (fit.title) {
        return is_described_by_title(citation, fit, by_identifier);
    }
    if (const auto decided = decided_by_place(fit, by_identifier)) {
        return *decided;
    }
    if (const auto decided = decided_by_near_title(candidate.comparison, fit, by_identifier)) {
        return *decided;
    }
    return by_identifier && is_meant_by_identifier(candidate, fit);
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
