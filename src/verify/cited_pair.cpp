// SPDX-License-Identifier: MIT
#include "verify/cited_pair.hpp"

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

}  // namespace

CitedPair hold_side_by_side(const bib::Item& a, const bib::Item& b) {
    CitedPair out;
    const auto title = compare_title(a.title, b.title);
    std::vector<FieldMatch> identifiers;
    std::optional<Field> shared;
    for (const auto field : kWorkIdentifiers) {
        auto match = field == Field::DOI
                         ? compare_DOI(work_identifier(field, a), work_identifier(field, b))
                         : compare_identifier(field, work_identifier(field, a), work_identifier(field, b));
        if (!shared && match.agreement == Agreement::same) {
            shared = field;
        }
        identifiers.push_back(std::move(match));
    }
    auto authors = compare_author_lists(a, b);
    const auto year = compare_year(a, b);
    const auto journal = compare_container(a, b);
    const bool place = year.agrees() || journal.agrees();
    const bool other_title = title.differs() && title.closeness < kOtherTitle;
    // Each with a journal and an identifier of its own: one text printed in several, as guidelines are.
    const bool printed_twice =
        !shared && journal.differs() &&
        std::ranges::any_of(identifiers, [](const FieldMatch& match) { return match.differs(); });
    out.same_work =
        (title.agrees() && is_telling_title(a.title) && place && authors.closeness > 0.0 && !printed_twice) ||
        (shared && !other_title &&
         (title.agrees() || title.agreement == Agreement::absent || authors.closeness > 0.5));
    if (!out.same_work) {
        // A chapter may well bear its book's identifier.
        const bool whole = a.type == bib::ItemType::article_journal && b.type == a.type;
        out.shared_by_mistake = other_title && whole ? shared : std::nullopt;
        return out;
    }
    std::vector<FieldMatch> facts{std::move(authors),
                                  title,
                                  journal,
                                  compare_volume(a.volume, b.volume),
                                  compare_issue(a.issue, b.issue),
                                  compare_page(a.page, b.page),
                                  year};
    facts.insert(facts.end(), std::make_move_iterator(identifiers.begin()),
                 std::make_move_iterator(identifiers.end()));
    for (auto& fact : facts) {
        if (fact.differs()) {
            out.conflicts.push_back(std::move(fact));
        }
    }
    return out;
}

}  // namespace whereof::verify
