// SPDX-License-Identifier: MIT
#include "verify/cited_pair.hpp"

#include "verify/companion.hpp"
#include "verify/work_keys.hpp"

#include <algorithm>
#include <iterator>

namespace whereof::verify {
namespace {

using bib::Field;

/// Titles that have less in common than this are of different works, not one title with slips.
constexpr double kOtherTitle = 0.5;

/// Both lists are complete, or one is a shortened form of the other.
FieldMatch compare_author_lists(const bib::Item& a, const bib::Item& b) {
    auto there = compare_authors(a, b, a.authors_elided || b.authors_elided);
    return there.differs() && (a.authors_elided || b.authors_elided) ? compare_authors(b, a, true) : there;
}

/// What two citations say of the identifiers that mean a work, one match a kind.
std::vector<FieldMatch> compare_identifiers_of(const bib::Item& a, const bib::Item& b) {
    std::vector<FieldMatch> out;
    for (const auto field : kWorkIdentifiers) {
        const auto one = work_identifier(field, a);
        const auto other = work_identifier(field, b);
        out.push_back(field == Field::DOI ? compare_DOI(one, other) : compare_identifier(field, one, other));
    }
    return out;
}

/// What two citations say to each other, field by field.
struct Facts {
    FieldMatch title, authors, year, journal;
    std::vector<FieldMatch> identifiers;
    std::optional<Field> shared;  ///< the first identifier in which they agree

    [[nodiscard]] bool other_title() const { return title.differs() && title.closeness < kOtherTitle; }
};

/// A protocol and its results, the report after two years and that after five: the titles say so, and the
/// place is another.
bool are_companions(const Facts& facts, const bib::Item& a, const bib::Item& b) {
    const bool other_place = facts.year.differs() || facts.journal.differs() ||
                             compare_page(a.page, b.page).differs() ||
                             std::ranges::any_of(facts.identifiers, &FieldMatch::differs);
    return !facts.shared && other_place && companionship(a.title, b.title) != Sibling::none;
}

bool mean_one_work(const Facts& facts, const bib::Item& a, const bib::Item& b) {
    const bool place = facts.year.agrees() || facts.journal.agrees();
    // Each with a journal and an identifier of its own: one text printed in several, as guidelines are.
    const bool printed_twice = !facts.shared && facts.journal.differs() &&
                               std::ranges::any_of(facts.identifiers, &FieldMatch::differs);
    return (facts.title.agrees() && is_telling_title(a.title) && place && facts.authors.closeness > 0.0 &&
            !printed_twice && !are_companions(facts, a, b)) ||
           (facts.shared && !facts.other_title() &&
            (facts.title.agrees() || facts.title.agreement == Agreement::absent ||
             facts.authors.closeness > 0.5));
}

}  // namespace

CitedPair hold_side_by_side(const bib::Item& a, const bib::Item& b) {
    Facts facts{compare_title(a.title, b.title), compare_author_lists(a, b),   compare_year(a, b),
                compare_container(a, b),         compare_identifiers_of(a, b), std::nullopt};
    const auto same = std::ranges::find(facts.identifiers, Agreement::same, &FieldMatch::agreement);
    if (same != facts.identifiers.end()) {
        facts.shared = same->field;
    }
    CitedPair out;
    out.same_work = mean_one_work(facts, a, b);
    if (!out.same_work) {
        // A chapter may well bear its book's identifier.
        const bool whole = a.type == bib::ItemType::article_journal && b.type == a.type;
        out.shared_by_mistake = facts.other_title() && whole ? facts.shared : std::nullopt;
        return out;
    }
    std::vector<FieldMatch> told{std::move(facts.authors),
                                 std::move(facts.title),
                                 std::move(facts.journal),
                                 compare_volume(a.volume, b.volume),
                                 compare_issue(a.issue, b.issue),
                                 compare_page(a.page, b.page),
                                 std::move(facts.year)};
    std::ranges::move(facts.identifiers, std::back_inserter(told));
    for (auto& fact : told) {
        if (fact.differs()) {
            out.conflicts.push_back(std::move(fact));
        }
    }
    return out;
}

}  // namespace whereof::verify
