// SPDX-License-Identifier: MIT
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/compare.hpp"
#include "verify/page_count.hpp"
#include "verify/page_range.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

std::string shown(const bib::Date& date) { return date.year > 0 ? std::to_string(date.year) : date.literal; }

/// The year that an identifier carries as the year of online publication: "s12891-024-…" (Springer Nature,
/// 2000 + three digits), "S0140-6736(18)…" (Elsevier PII, two digits). 0 without one.
int year_inside(std::string_view DOI) {
    const auto slash = DOI.find('/');
    if (slash == std::string_view::npos) {
        return 0;
    }
    const auto suffix = DOI.substr(slash + 1);
    const auto digits = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (auto i = at; i < at + count; ++i) {
            if (i >= suffix.size() || !text::is_ascii_digit(suffix[i])) {
                return -1;
            }
            value = value * 10 + (suffix[i] - '0');
        }
        return value;
    };
    if (suffix.size() > 11 && suffix[0] == 's' && suffix[6] == '-' && suffix[10] == '-') {
        const int value = digits(7, 3);
        return value >= 0 && value < 100 ? 2000 + value : 0;
    }
    if (suffix.size() > 14 && suffix[0] == 's' && suffix[10] == '(' && suffix[13] == ')') {
        const int value = digits(11, 2);
        return value < 0 ? 0 : (value < 70 ? 2000 : 1900) + value;
    }
    return 0;
}

std::string digits_of(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (text::is_ascii_digit(c)) {
            out += c;
        }
    }
    const auto first = out.find_first_not_of('0');
    return first == std::string::npos ? (out.empty() ? "" : "0") : out.substr(first);
}

/// First number of "12 Suppl 1", "12(3)", "vol. 12".
std::string first_number(std::string_view text) {
    const auto numbers = page_numbers(text);
    return numbers.empty() ? "" : numbers.front();
}

/// "62635" for 626-35: a dash lost between the first page and the abbreviated or full last one.
bool is_range_without_dash(std::string_view cited, const PageRange& found) {
    const auto digits = digits_of(cited);
    if (found.last.empty() || !digits.starts_with(found.first) || page_numbers(cited).size() != 1) {
        return false;
    }
    const auto rest = digits.substr(found.first.size());
    return !rest.empty() && found.last.ends_with(rest);
}

/// "1-3" for 1-13: styles that print only the last page's changed digits do so where the lengths differ too.
bool is_clipped(const PageRange& cited, const PageRange& found) {
    return found.last.size() > found.first.size() && cited.last.size() == cited.first.size() &&
           found.last.ends_with(cited.last);
}

/// An article number and a count of pages ("118" and "1-11") are both right. A number of three digits may be
/// a page as well, but then nobody counts a hundred pages beside it.
bool is_number_and_count(const PageRange& number, const PageRange& count) {
    const auto digits = number.first.size();
    const bool is_number = number.last.empty() &&
                           (!number.prefix.empty() || digits >= 4 || (digits == 3 && count.last.size() < 3));
    return is_number && count.first == "1" && !count.last.empty();
}

bool names_supplement(std::string_view text) {
    const auto folded = text::fold(text);
    return folded.find("sup") != std::string::npos || folded.find("spec") != std::string::npos ||
           (folded.size() > 1 && folded.front() == 's' && text::is_ascii_digit(folded[1]));
}

/// An article cited by its DOI alone, without the place in an issue that it got later.
bool cites_online_version(const bib::Item& cited, const bib::Item& found) {
    return !cited.DOI.empty() && text::ascii_lower(cited.DOI) == text::ascii_lower(found.DOI) &&
           cited.volume.empty() && cited.issue.empty() && cited.page.empty() && !found.volume.empty() &&
           !found.page.empty();
}

/// What can be said of two volumes or issues before their parts are looked at: equal ones are, and where one
/// of them is empty or holds no digit ("XII", "Suppl") there is nothing to say. False: look further.
bool settles(std::string_view cited, std::string_view found, FieldMatch& out) {
    const auto a = text::fold_key(cited);
    const auto b = text::fold_key(found);
    if (!a.empty() && a == b) {
        out.agreement = Agreement::same;
        out.closeness = 1.0;
        return true;
    }
    return a.empty() || b.empty() || !has_digit(a) || !has_digit(b);
}

}  // namespace

FieldMatch compare_year(const bib::Item& cited, const bib::Item& found) {
    FieldMatch out{bib::Field::issued, Agreement::absent, 0.0, shown(cited.issued), shown(found.issued), ""};
    const int year = cited.issued.year;
    if (year == 0 || (found.issued.year == 0 && found.epub.year == 0)) {
        return out;
    }
    const int print = found.issued.year != 0 ? found.issued.year : found.epub.year;
    out.closeness = std::max(0.0, 1.0 - std::abs(year - print) / 5.0);
    if (year == print) {
        out.agreement = Agreement::same;
    } else if (year == found.epub.year) {
        out.agreement = Agreement::variant;
        out.note = "the year of online publication";
    } else if (found.issued.year == 0 && std::abs(year - print) == 1) {
        out.agreement = Agreement::variant;
        out.note = "only one date of its appearance is known";
    } else if (std::abs(year - print) == 1 && year_inside(found.DOI) == year) {
        out.agreement = Agreement::variant;
        out.note = "the year of online publication, as the DOI has it";
    } else if (year == print - 1 && cites_online_version(cited, found)) {
        out.note = "cited before the issue appeared";
    } else {
        out.agreement = Agreement::different;
    }
    return out;
}

FieldMatch compare_volume(std::string_view cited, std::string_view found) {
    FieldMatch out{bib::Field::volume, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    if (settles(cited, found, out)) {
        return out;
    }
    if (first_number(cited) == first_number(found)) {
        out.agreement = Agreement::variant;
        out.closeness = 1.0;
        return out;
    }
    out.agreement = Agreement::different;
    return out;
}

FieldMatch compare_issue(std::string_view cited, std::string_view found) {
    FieldMatch out{bib::Field::issue, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    if (settles(cited, found, out)) {
        return out;
    }
    // "3-4" is cited as 3 or 4; "Pt 1", "Suppl 1" and "12 Suppl" name parts in many ways.
    const auto cited_numbers = page_numbers(cited);
    const auto shares = std::ranges::any_of(page_numbers(found), [&](const std::string& number) {
        return std::ranges::find(cited_numbers, number) != cited_numbers.end();
    });
    if (shares || names_supplement(cited) != names_supplement(found)) {
        out.agreement = shares ? Agreement::variant : Agreement::absent;
        out.closeness = shares ? 1.0 : 0.0;
        return out;
    }
    out.agreement = Agreement::different;
    return out;
}

FieldMatch compare_page(std::string_view cited, std::string_view found) {
    FieldMatch out{bib::Field::page, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    const auto a = page_range(cited);
    const auto b = page_range(found);
    if (a.first.empty() || b.first.empty() || (found == "1-1" && a.first != "1")) {
        return out;  // "1-1" stands in Crossref for articles without pages
    }
    out.agreement = Agreement::variant;
    out.closeness = 1.0;
    if (a.first == b.first) {
        if (a.last == b.last) {
            out.agreement = a.prefix == b.prefix ? Agreement::same : Agreement::variant;
        } else if (a.last.empty() || b.last.empty() || a.last == a.first || b.last == b.first) {
            out.note = "first page only";
        } else if (is_clipped(a, b)) {
            out.note = "the last page abbreviated";
        } else {
            out.agreement = Agreement::different;
            out.closeness = 0.8;
            out.note = "the last page differs";
        }
        return out;
    }
    if (is_page_count(cited) || is_page_count(found)) {
        const bool is_extent = digits_of(cited) == std::to_string(page_extent(found)) ||
                               digits_of(found) == std::to_string(page_extent(cited));
        out.agreement = is_extent ? Agreement::variant : Agreement::absent;
        out.closeness = is_extent ? 1.0 : 0.0;
        out.note = kPageCount;
        return out;
    }
    if (digits_of(cited) == digits_of(found) || is_range_without_dash(cited, b)) {
        out.note = "the same digits, divided otherwise";
        return out;
    }
    if (is_number_and_count(a, b) || is_number_and_count(b, a)) {
        out.agreement = Agreement::absent;
        out.closeness = 0.0;
        out.note = "an article number and a count of pages";
        return out;
    }
    out.agreement = Agreement::different;
    out.closeness = 0.0;
    return out;
}

}  // namespace whereof::verify
