// SPDX-License-Identifier: MIT
#include "bib/publisher_rules.hpp"

#include "bib/identifier_checks.hpp"
#include "bib/journal.hpp"
#include "bib/journal_table.hpp"
#include "bib/numbers.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace whereof::bib {
namespace {

using text::is_ascii_digit;
using text::is_ascii_lower;

/// The suffix of the item's DOI when its registrant is `registrant` ("10.1007"), else empty.
std::string_view suffix_of(const Item& item, std::string_view registrant) {
    const std::string_view doi = item.DOI;
    const bool own =
        doi.size() > registrant.size() && doi.starts_with(registrant) && doi[registrant.size()] == '/';
    return own ? doi.substr(registrant.size() + 1) : std::string_view();
}

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_ascii_digit); }

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, 8)) {
        value = value * 10 + (c - '0');
    }
    return value;
}

void add(Outcomes& out, Field field, std::string_view value, std::string explanation) {
    out.push_back({field, std::string(value), std::move(explanation)});
}

// --- Elsevier

struct Pii {
    Field field{};
    std::string value;  ///< as the item has it
    std::string bare;   ///< "S" and 16 characters
};

/// A serial's PII in an Elsevier DOI and in the PII field, once.
std::vector<Pii> piis_of(const Item& item) {
    std::vector<Pii> found;
    constexpr std::size_t kLength = 17;
    if (const std::string_view suffix = suffix_of(item, "10.1016"); suffix.starts_with('s')) {
        std::string bare;
        for (const char c : suffix) {
            if (c != '-' && c != '(' && c != ')') {
                bare += c == 's' ? 'S' : c == 'x' ? 'X' : c;
            }
        }
        if (bare.size() == kLength && all_digits(std::string_view(bare).substr(1, kLength - 2))) {
            found.push_back({Field::DOI, item.DOI, bare});
        }
    }
    const std::string_view pii = item.PII;
    if (pii.size() == kLength && pii.starts_with('S') && all_digits(pii.substr(1, kLength - 2)) &&
        (found.empty() || found[0].bare != pii)) {
        found.push_back({Field::PII, item.PII, item.PII});
    }
    return found;
}

std::string issn_of(const Pii& pii) { return pii.bare.substr(1, 4) + "-" + pii.bare.substr(5, 4); }

/// "S0140-6736(18)30480-X"
std::string spell(std::string_view pii) {
    return fmt::format("{}-{}({}){}-{}", pii.substr(0, 5), pii.substr(5, 4), pii.substr(9, 2),
                       pii.substr(11, 5), pii.substr(16));
}

/// "j.physrep.2009.05.002": code, year, month, number.
struct ElsevierCode {
    int year = 0;
    int month = 0;
};
std::optional<ElsevierCode> elsevier_code(const Item& item) {
    std::string_view rest = suffix_of(item, "10.1016");
    if (!rest.starts_with("j.")) {
        return std::nullopt;
    }
    rest.remove_prefix(2);
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos || dot == 0) {
        return std::nullopt;
    }
    rest.remove_prefix(dot + 1);
    const bool whole = rest.size() > 8 && all_digits(rest.substr(0, 4)) && rest[4] == '.' &&
                       all_digits(rest.substr(5, 2)) && rest[7] == '.';
    return whole ? std::optional(ElsevierCode{number(rest.substr(0, 4)), number(rest.substr(5, 2))})
                 : std::nullopt;
}

// --- ISSNs inside DOIs

std::string dashed(std::string_view eight) {
    return std::string(eight.substr(0, 4)) + "-" + std::string(eight.substr(4, 3)) +
           (eight[7] == 'x' ? 'X' : eight[7]);
}

bool is_issn_like(std::string_view eight) {
    return eight.size() == 8 && all_digits(eight.substr(0, 7)) &&
           (is_ascii_digit(eight[7]) || eight[7] == 'x');
}

/// "10.1080/IIIIIIII.YYYY.N": Taylor & Francis.
std::string tandf_issn(const Item& item) {
    const std::string_view suffix = suffix_of(item, "10.1080");
    const bool own = suffix.size() > 14 && is_issn_like(suffix.substr(0, 8)) && suffix[8] == '.' &&
                     all_digits(suffix.substr(9, 4)) && suffix[13] == '.';
    return own ? dashed(suffix.substr(0, 8)) : std::string();
}

/// "10.1177/IIIIIIIIyyNNNNNN", 16 digits: SAGE.
std::string sage_issn(const Item& item) {
    constexpr std::size_t kLength = 16;
    const std::string_view suffix = suffix_of(item, "10.1177");
    const bool own = suffix.size() == kLength && is_issn_like(suffix.substr(0, 8)) &&
                     all_digits(suffix.substr(8, kLength - 8));
    return own ? dashed(suffix.substr(0, 8)) : std::string();
}

/// "IIII-IIII." or "IIII-IIII/" behind `lead`.
std::string hyphenated_issn(std::string_view suffix, std::string_view lead, char mark) {
    if (!suffix.starts_with(lead)) {
        return {};
    }
    suffix.remove_prefix(lead.size());
    if (suffix.size() < 10 || suffix[4] != '-' || suffix[9] != mark) {
        return {};
    }
    const std::string eight = std::string(suffix.substr(0, 4)) + std::string(suffix.substr(5, 4));
    return is_issn_like(eight) ? dashed(eight) : std::string();
}
std::string blackwell_issn(const Item& item) {
    return hyphenated_issn(suffix_of(item, "10.1111"), "j.", '.');
}
std::string iop_issn(const Item& item) { return hyphenated_issn(suffix_of(item, "10.1088"), "", '/'); }

void check_issn(const std::string& issn, Field field, std::string_view value, Outcomes& out) {
    if (issn.empty()) {
        return;
    }
    add(out, field, value,
        has_issn_check(issn) ? std::string()
                             : fmt::format("it holds the ISSN {}, whose check character should be {}", issn,
                                           issn_check_character(issn)));
}

// --- Springer Nature

constexpr std::string_view kSpringerRegistrants[] = {"10.1007", "10.1186", "10.1038", "10.1140", "10.1057",
                                                     "10.1245", "10.1208", "10.1365", "10.3758"};
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

// --- Journals

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

// --- Years

/// Is the year inside an identifier one in which a work of that issue date gets its number?
void check_year(const Item& item, int year, int most_years_later, Outcomes& out) {
    if (item.issued.year == 0) {
        return;
    }
    const int gap = item.issued.year - year;
    const bool near_epub = item.epub.year != 0 && std::abs(item.epub.year - year) <= 1;
    const bool fits = (gap >= -1 && gap <= most_years_later) || near_epub;
    add(out, Field::DOI, item.DOI,
        fits ? std::string() : fmt::format("it names the year {}, the reference {}", year, item.issued.year));
}

}  // namespace

void check_elsevier_pii(const Item& item, Outcomes& out) {
    for (const Pii& pii : piis_of(item)) {
        const int year = number(std::string_view(pii.bare).substr(9, 2));
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

void check_elsevier_code_month(const Item& item, Outcomes& out) {
    if (const auto code = elsevier_code(item)) {
        const bool fits = code->month >= 1 && code->month <= 12;
        add(out, Field::DOI, item.DOI, fits ? std::string() : fmt::format("it names month {}", code->month));
    }
}

void check_bmc_shape(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.1186");
    if (suffix.size() < 2 || suffix[0] != 's' || !is_ascii_digit(suffix[1])) {
        return;
    }
    add(out, Field::DOI, item.DOI,
        has_springer_shape(suffix)
            ? std::string()
            : fmt::format("BMC's DOIs are s, five digits, three digits, four or five digits and a check "
                          "character, joined by hyphens; this one is {}",
                          suffix.substr(0, 40)));
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

/// "10.1097/00007632-200112010-00008": journal, issue date with a 0 behind it, number.
void check_lww_date(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.1097");
    const bool own = suffix.size() == 24 && all_digits(suffix.substr(0, 8)) && suffix[8] == '-' &&
                     all_digits(suffix.substr(9, 9)) && suffix[18] == '-' && all_digits(suffix.substr(19));
    if (!own) {
        return;
    }
    const int month = number(suffix.substr(13, 2));
    const int day = number(suffix.substr(15, 2));
    add(out, Field::DOI, item.DOI,
        month <= 12 && day <= 31 ? std::string() : fmt::format("it names the date {}", suffix.substr(9, 8)));
}

/// 10.7759/cureus.5001 is article e5001.
void check_cureus_number(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.7759");
    if (!suffix.starts_with("cureus.") || !all_digits(suffix.substr(7)) || !item.page.starts_with('e') ||
        !all_digits(std::string_view(item.page).substr(1))) {
        return;
    }
    add(out, Field::DOI, item.DOI,
        suffix.substr(7) == std::string_view(item.page).substr(1)
            ? std::string()
            : fmt::format("in Cureus it belongs to article e{}, not {}", suffix.substr(7), item.page));
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

void check_springer_year(const Item& item, Outcomes& out) {
    constexpr int kLastYear = 40;  // "999" and other numbers above were no years
    for (const std::string_view registrant : kSpringerRegistrants) {
        const std::string_view suffix = suffix_of(item, registrant);
        if (has_springer_shape(suffix) && number(suffix.substr(7, 3)) <= kLastYear) {
            check_year(item, 2000 + number(suffix.substr(7, 3)), 2, out);
        }
    }
}

void check_tandf_year(const Item& item, Outcomes& out) {
    if (!tandf_issn(item).empty()) {
        check_year(item, number(suffix_of(item, "10.1080").substr(9, 4)), 2, out);
    }
}

void check_sage_year(const Item& item, Outcomes& out) {
    if (!sage_issn(item).empty()) {
        constexpr int kCenturyTurn = 40;
        const int year = number(suffix_of(item, "10.1177").substr(8, 2));
        check_year(item, year < kCenturyTurn ? 2000 + year : 1900 + year, 4, out);
    }
}

void check_elsevier_code_year(const Item& item, Outcomes& out) {
    if (const auto code = elsevier_code(item)) {
        check_year(item, code->year, 2, out);
    }
}

}  // namespace whereof::bib
