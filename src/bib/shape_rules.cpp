// SPDX-License-Identifier: MIT
#include "bib/identifier_checks.hpp"
#include "bib/publisher_forms.hpp"
#include "bib/publisher_rules.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

namespace whereof::bib {
namespace {

void add(Outcomes& out, Field field, std::string_view value, std::string explanation) {
    out.push_back({field, std::string(value), std::move(explanation)});
}

/// Appends whether the DOI has its publisher's form, which `form` says in words.
void add_shape(Outcomes& out, const Item& item, bool fits, std::string_view form) {
    add(out, Field::DOI, item.DOI, fits ? std::string() : fmt::format("such DOIs are {}", form));
}

constexpr std::string_view kSpringerRegistrants[] = {"10.1007", "10.1186", "10.1038", "10.1140", "10.1057",
                                                     "10.1245", "10.1208", "10.1365", "10.3758"};
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

void check_elsevier_pii_shape(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.1016");
    if (suffix.size() > 1 && suffix[0] == 's' && has_form(suffix.substr(1, 1), "9")) {
        add_shape(out, item, has_form(suffix, "s9999-999X(99)99999-X"),
                  "S, an ISSN, (year), five digits and a check character");
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
    if (suffix.size() > 1 && suffix[0] == 's' && has_form(suffix.substr(1, 1), "9")) {
        add_shape(
            out, item, has_springer_shape(suffix),
            "s, five digits, three digits, four or five digits and a check character, joined by hyphens");
    }
}

void check_springer_shape(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.1007");
    if (has_form(suffix.substr(0, 7), "s99999-")) {
        add_shape(
            out, item, has_springer_shape(suffix),
            "s, five digits, three digits, four or five digits and a check character, joined by hyphens");
    }
}

void check_plos_shape(const Item& item, Outcomes& out) {
    constexpr std::string_view kWork = "journal.pAAA.9999999";
    const std::string_view suffix = suffix_of(item, "10.1371");
    if (suffix.starts_with("journal.")) {
        const std::string_view part =
            suffix.substr(std::min(kWork.size(), suffix.size()));  // ".g001": a figure
        add_shape(
            out, item,
            has_form(suffix.substr(0, kWork.size()), kWork) && (part.empty() || has_form(part, ".A999")),
            "journal., four letters and seven digits");
    }
}

void check_lww_shape(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.1097");
    if (has_form(suffix.substr(0, 9), "99999999-")) {
        add_shape(out, item, has_form(suffix, "99999999-999999999-99999"),
                  "eight, nine and five digits, joined by hyphens");
    }
}

void check_frontiers_shape(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.3389");
    const std::size_t dot = suffix.find('.');
    if (suffix.starts_with('f') && dot != std::string_view::npos) {
        const std::string_view number = suffix.substr(dot);
        add_shape(out, item,
                  has_form(number, ".9999.99999") || has_form(number, ".9999.999999") ||
                      has_form(number, ".9999.9999999"),
                  "a journal, a year and five to seven digits");
    }
}

/// "10.1097/00007632-200112010-00008": journal, issue date with a 0 behind it, number.
void check_lww_date(const Item& item, Outcomes& out) {
    const std::string_view suffix = suffix_of(item, "10.1097");
    const bool own = suffix.size() == 24 && all_digits(suffix.substr(0, 8)) && suffix[8] == '-' &&
                     all_digits(suffix.substr(9, 9)) && suffix[18] == '-' && all_digits(suffix.substr(19));
    if (!own) {
        return;
    }
    const int month = small_number(suffix.substr(13, 2));
    const int day = small_number(suffix.substr(15, 2));
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

void check_springer_year(const Item& item, Outcomes& out) {
    constexpr int kLastYear = 40;  // "999" and other numbers above were no years
    for (const std::string_view registrant : kSpringerRegistrants) {
        const std::string_view suffix = suffix_of(item, registrant);
        if (has_springer_shape(suffix) && small_number(suffix.substr(7, 3)) <= kLastYear) {
            check_year(item, 2000 + small_number(suffix.substr(7, 3)), 2, out);
        }
    }
}

void check_tandf_year(const Item& item, Outcomes& out) {
    if (!tandf_issn(item).empty()) {
        check_year(item, small_number(suffix_of(item, "10.1080").substr(9, 4)), 2, out);
    }
}

void check_sage_year(const Item& item, Outcomes& out) {
    if (!sage_issn(item).empty()) {
        constexpr int kCenturyTurn = 40;
        const int year = small_number(suffix_of(item, "10.1177").substr(8, 2));
        check_year(item, year < kCenturyTurn ? 2000 + year : 1900 + year, 4, out);
    }
}

void check_elsevier_code_year(const Item& item, Outcomes& out) {
    if (const auto code = elsevier_code(item)) {
        check_year(item, code->year, 2, out);
    }
}

}  // namespace whereof::bib
