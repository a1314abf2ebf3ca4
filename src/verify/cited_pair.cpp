// SPDX-License-Identifier: MIT
#include "verify/cited_pair.hpp"

#include "bib/identifiers.hpp"
#include "text/fold.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

using bib::Field;

constexpr std::array kIdentifiers{Field::DOI, Field::PMID, Field::PMCID, Field::arXiv, Field::PII};

/// Titles that have less in common than this are of different works, not one title with slips.
constexpr double kOtherTitle = 0.5;

bool agrees(const FieldMatch& match) {
    return match.agreement == Agreement::same || match.agreement == Agreement::variant;
}

std::string canonical(Field field, const bib::Item& item) {
    const auto& value = item.text(field);
    if (value.empty()) {
        return value;
    }
    auto parsed = bib::parse_identifier(field, value);
    return parsed ? *std::move(parsed) : value;
}

bool is_telling_title(std::string_view title) {
    const auto words = title_words(title);
    return std::ranges::count_if(words, [](const std::string& word) { return !is_stop_word(word); }) >= 3;
}

/// Both lists are complete, or one is a shortened form of the other.
FieldMatch compare_author_lists(const bib::Item& a, const bib::Item& b) {
    auto there = compare_authors(a, b, a.authors_elided || b.authors_elided);
    return there.agreement == Agreement::different && (a.authors_elided || b.authors_elided)
               ? compare_authors(b, a, true)
               : there;
}

}  // namespace

CitedPair hold_side_by_side(const bib::Item& a, const bib::Item& b) {
    CitedPair out;
    const auto title = compare_title(a.title, b.title);
    std::vector<FieldMatch> identifiers;
    std::optional<Field> shared;
    for (const auto field : kIdentifiers) {
        auto match = field == Field::DOI
                         ? compare_DOI(canonical(field, a), canonical(field, b))
                         : compare_identifier(field, canonical(field, a), canonical(field, b));
        if (!shared && match.agreement == Agreement::same) {
            shared = field;
        }
        identifiers.push_back(std::move(match));
    }
    auto authors = compare_author_lists(a, b);
    const auto year = compare_year(a, b);
    const auto journal = compare_container(a, b);
    const bool place = agrees(year) || agrees(journal);
    const bool other_title = title.agreement == Agreement::different && title.closeness < kOtherTitle;
    // Each with a journal and an identifier of its own: one text printed in several, as guidelines are.
    const bool printed_twice = !shared && journal.agreement == Agreement::different &&
                               std::ranges::any_of(identifiers, [](const FieldMatch& match) {
                                   return match.agreement == Agreement::different;
                               });
    out.same_work =
        (agrees(title) && is_telling_title(a.title) && place && authors.closeness > 0.0 && !printed_twice) ||
        (shared && !other_title &&
         (agrees(title) || title.agreement == Agreement::absent || authors.closeness > 0.5));
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
        if (fact.agreement == Agreement::different) {
            out.conflicts.push_back(std::move(fact));
        }
    }
    return out;
}

std::vector<std::string> work_keys(const bib::Item& item) {
    std::vector<std::string> out;
    for (const auto field : kIdentifiers) {
        if (const auto value = canonical(field, item); !value.empty()) {
            out.push_back(std::string(bib::csl_name(field)) + ":" + value);
        }
    }
    if (is_telling_title(item.title)) {
        auto words = title_words(item.title);
        words.resize(std::min<std::size_t>(words.size(), 5));  // a subtitle may be left out
        out.push_back("title:" + joined(words));
    }
    return out;
}

}  // namespace whereof::verify
