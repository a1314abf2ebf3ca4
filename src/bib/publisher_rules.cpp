// SPDX-License-Identifier: MIT
#include "bib/publisher_rules.hpp"

#include "bib/identifier_checks.hpp"
#include "bib/journal.hpp"
#include "bib/journal_table.hpp"
#include "bib/publisher_forms.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::bib {
namespace {

void add(Outcomes& out, Field field, std::string_view value, std::string explanation) {
    out.push_back({field, std::string(value), std::move(explanation)});
}

/// "S0140-6736(18)30480-X"
std::string spell(std::string_view pii) {
    return fmt::format("{}-{}({}){}-{}", pii.substr(0, 5), pii.substr(5, 4), pii.substr(9, 2),
                       pii.substr(11, 5), pii.substr(16));
}

void check_issn(const std::string& issn, Field field, std::string_view value, Outcomes& out) {
    if (issn.empty()) {
        return;
    }
    add(out, field, value,
        has_issn_check(issn) ? std::string()
                             : fmt::format("it holds the ISSN {}, whose check character should be {}", issn,
                                           issn_check_character(issn)));
}

/// Springer Nature's DOIs of that registrant and length.
constexpr std::size_t kShortSpringer = 17;

void check_springer(const Item& item, Outcomes& out, std::string_view registrant, std::size_t length) {
    const std::string_view suffix = suffix_of(item, registrant);
    if (suffix.size() != length || !has_springer_shape(suffix)) {
        return;
    }
    add(out, Field::DOI, item.DOI,
        has_springer_check(suffix) ? std::string()
                                   : fmt::format("its check character should be {}, not {}",
                                                 springer_check_character(suffix), suffix.back()));
}

bool is_generic(std::string_view word) {
    constexpr std::string_view kGeneric[] = {"a", "amp",  "and",     "der", "et",       "for", "fur", "in",
                                             "j", "jour", "journal", "of",  "official", "the", "und"};
    return std::ranges::find(kGeneric, word) != std::end(kGeneric);
}

std::vector<std::string> content_words(std::string_view title) {
    std::vector<std::string> words = text::fold_words(title);
    std::erase_if(words, is_generic);
    return words;
}

/// Does every word of the shorter title begin, or begin with, a word of the other? Sections, former titles
/// and supplements of one journal differ so: "Acta Paediatr Scand" and "Acta Paediatrica".
bool could_be_one(std::string_view a, std::string_view b) {
    std::vector<std::string> few = content_words(a);
    std::vector<std::string> many = content_words(b);
    if (few.size() > many.size()) {
        std::swap(few, many);
    }
    return std::ranges::all_of(few, [&](const std::string& x) {
        return std::ranges::any_of(
            many, [&](const std::string& y) { return x.starts_with(y) || y.starts_with(x); });
    });
}

/// Says whether the journal with that ISSN is the one cited, when the table knows both by their ISSNs.
void compare_journals(const Item& item, Field field, std::string_view value, const std::string& issn,
                      Outcomes& out) {
    if (issn.empty() || item.container_title.empty()) {
        return;
    }
    const JournalTable& table = JournalTable::instance();
    const std::vector<JournalTable::Row> owners = table.find_issn(issn);
    const auto cited = find_journal(item.container_title);
    if (owners.empty() || !cited || cited->issn.empty()) {
        return;
    }
    const bool other = std::ranges::all_of(owners, [&](JournalTable::Row owner) {
        const std::string_view title = table.row(owner).title;
        return same_journal(title, item.container_title) == SameJournal::no &&
               !could_be_one(title, item.container_title) && !could_be_one(title, cited->title);
    });
    add(out, field, value,
        other ? fmt::format("it holds the ISSN {} of {}, not of {}", issn, table.row(owners.front()).title,
                            item.container_title)
              : std::string());
}

}  // namespace

void check_elsevier_pii(const Item& item, Outcomes& out) {
    for (const Pii& pii : piis_of(item)) {
        const int year = small_number(std::string_view(pii.bare).substr(9, 2));
        // From 1996 on all have the check character; before, other numbers stand in its place.
        constexpr int kFirstYear = 96;
        constexpr int kLastYear = 40;  // 2040; 41 to 95 is the last century
        if (year > kLastYear && year < kFirstYear) {
            continue;
        }
        const char expected = pii_check_character(pii.bare);
        add(out, pii.field, pii.value,
            pii.bare.back() == expected
                ? std::string()
                : fmt::format("the check character of the PII {} should be {}", spell(pii.bare), expected));
    }
}

void check_elsevier_pii_issn(const Item& item, Outcomes& out) {
    for (const Pii& pii : piis_of(item)) {
        check_issn(issn_of(pii), pii.field, pii.value, out);
    }
}

void check_springer_13(const Item& item, Outcomes& out, std::string_view registrant) {
    check_springer(item, out, registrant, kShortSpringer);
}

void check_springer_14(const Item& item, Outcomes& out, std::string_view registrant) {
    check_springer(item, out, registrant, kShortSpringer + 1);
}

void check_tandf_issn(const Item& item, Outcomes& out) {
    check_issn(tandf_issn(item), Field::DOI, item.DOI, out);
}

void check_sage_issn(const Item& item, Outcomes& out) {
    check_issn(sage_issn(item), Field::DOI, item.DOI, out);
}

void check_blackwell_issn(const Item& item, Outcomes& out) {
    check_issn(blackwell_issn(item), Field::DOI, item.DOI, out);
}

void check_iop_issn(const Item& item, Outcomes& out) {
    check_issn(iop_issn(item), Field::DOI, item.DOI, out);
}

void check_other_journal(const Item& item, Outcomes& out) {
    for (const Pii& pii : piis_of(item)) {
        compare_journals(item, pii.field, pii.value, issn_of(pii), out);
    }
}

void check_other_journal_doi(const Item& item, Outcomes& out) {
    for (const std::string& issn :
         {tandf_issn(item), sage_issn(item), blackwell_issn(item), iop_issn(item)}) {
        compare_journals(item, Field::DOI, item.DOI, issn, out);
    }
}

}  // namespace whereof::bib
