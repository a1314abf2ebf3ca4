// SPDX-License-Identifier: MIT
#include "bib/number_rules.hpp"

#include "base/embedded.hpp"
#include "bib/identifier_checks.hpp"
#include "bib/numbers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include <fmt/format.h>

namespace whereof::bib {
namespace {

long number(std::string_view digits) {
    long value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

void add(Outcomes& out, Field field, std::string_view value, std::string explanation) {
    out.push_back({field, std::string(value), std::move(explanation)});
}

/// The years between which 98 % of the articles of a range of PMIDs appeared.
struct PmidYears {
    long first = 0;
    long last = 0;
    int earliest = 0;
    int latest = 0;
};

std::vector<PmidYears> read_pmid_years() {
    std::vector<PmidYears> rows;
    std::string_view text = embedded_file("corpus/words/pmid-years.tsv").bytes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::array<long, 4> columns{};
        for (long& column : columns) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            column = number(line.substr(0, tab));
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
        rows.push_back({columns[0], columns[1], static_cast<int>(columns[2]), static_cast<int>(columns[3])});
    }
    return rows;
}

}  // namespace

void check_issn_field(const Item& item, Outcomes& out) {
    if (!item.ISSN.empty()) {
        add(out, Field::ISSN, item.ISSN,
            has_issn_check(item.ISSN)
                ? std::string()
                : fmt::format("its check character should be {}", issn_check_character(item.ISSN)));
    }
}

void check_isbn_field(const Item& item, Outcomes& out) {
    if (!item.ISBN.empty()) {
        add(out, Field::ISBN, item.ISBN,
            has_isbn_check(item.ISBN) ? std::string() : "its check digit does not fit the other digits");
    }
}

void check_doi_registrant(const Item& item, Outcomes& out) {
    constexpr long kLast = 90'000;  // registrants passed 70,000 in 2024, by two or three thousand a year
    if (item.DOI.starts_with("10.")) {
        const long registrant = number(std::string_view(item.DOI).substr(3, item.DOI.find('/') - 3));
        add(out, Field::DOI, item.DOI,
            registrant <= kLast ? std::string() : "no registrant of DOIs has so high a number");
    }
}

void check_pmid_range(const Item& item, Outcomes& out) {
    constexpr long kLast = 45'000'000;  // PubMed passed 42 million in 2026
    if (!item.PMID.empty()) {
        const long pmid = number(item.PMID);
        add(out, Field::PMID, item.PMID,
            pmid >= 1 && pmid <= kLast ? std::string() : "PubMed's numbers do not go so far");
    }
}

void check_pmid_year(const Item& item, Outcomes& out) {
    static const std::vector<PmidYears> table = read_pmid_years();
    const long pmid = number(item.PMID);
    const auto row = std::ranges::find_if(
        table, [&](const PmidYears& years) { return pmid >= years.first && pmid <= years.last; });
    if (item.PMID.empty() || item.issued.year == 0 || row == table.end()) {
        return;
    }
    // Online first, and journals indexed late: the table's own ends are widened by a year.
    const bool fits = item.issued.year >= row->earliest - 1 && item.issued.year <= row->latest + 1;
    add(out, Field::PMID, item.PMID,
        fits ? std::string()
             : fmt::format("such numbers were given to articles of {} to {}, the reference says {}",
                           row->earliest, row->latest, item.issued.year));
}

void check_pmcid_range(const Item& item, Outcomes& out) {
    constexpr long kFirst = 13'900;     // the first articles loaded into PMC
    constexpr long kLast = 15'000'000;  // PMC passed 13 million in 2026
    if (item.PMCID.starts_with("PMC")) {
        const long pmcid = number(std::string_view(item.PMCID).substr(3));
        add(out, Field::PMCID, item.PMCID,
            pmcid >= kFirst && pmcid <= kLast ? std::string() : "PubMed Central has no such number");
    }
}

namespace {

/// Year and month of "2301.00001" or "hep-th/9901001"; month 0 for other forms.
struct ArxivDate {
    int year = 0;
    int month = 0;
    bool new_style = false;
    std::size_t digits = 0;  ///< behind the full stop
};
ArxivDate arxiv_date(std::string_view value) {
    const std::size_t slash = value.find('/');
    const std::string_view number_part = slash == std::string_view::npos ? value : value.substr(slash + 1);
    if (number_part.size() < 4) {
        return {};
    }
    const int year = static_cast<int>(number(number_part.substr(0, 2)));
    constexpr int kFoundingYear = 91;
    ArxivDate date;
    date.year = slash != std::string_view::npos && year >= kFoundingYear ? 1900 + year : 2000 + year;
    date.month = static_cast<int>(number(number_part.substr(2, 2)));
    date.new_style = slash == std::string_view::npos;
    date.digits = number_part.size() - 5;
    return date;
}

}  // namespace

void check_arxiv_month(const Item& item, Outcomes& out) {
    if (item.arXiv.empty()) {
        return;
    }
    const ArxivDate date = arxiv_date(item.arXiv);
    const bool month = date.month >= 1 && date.month <= 12;
    // New numbers began in April 2007 (0704), five digits in January 2015.
    const bool begun = !date.new_style || date.year * 12 + date.month >= 2007 * 12 + 4;
    const bool digits = !date.new_style || date.digits == (date.year >= 2015 ? 5U : 4U);
    add(out, Field::arXiv, item.arXiv,
        month && begun && digits ? std::string()
                                 : "arXiv's numbers are YYMM.NNNN from 0704 and YYMM.NNNNN from 1501 on");
}

void check_arxiv_year(const Item& item, Outcomes& out) {
    if (item.arXiv.empty() || item.issued.year == 0) {
        return;
    }
    const int year = arxiv_date(item.arXiv).year;
    add(out, Field::arXiv, item.arXiv,
        year <= item.issued.year + 1
            ? std::string()
            : fmt::format("it was given in {}, after the reference's {}", year, item.issued.year));
}

void check_page_order(const Item& item, Outcomes& out) {
    const PageRange range = page_range(item.page);
    if (range.first > 0 && item.page.find('-') != std::string::npos) {
        add(out, Field::page, item.page,
            range.last >= range.first ? std::string() : "the last page is before the first");
    }
}

}  // namespace whereof::bib
