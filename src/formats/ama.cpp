// SPDX-License-Identifier: MIT
#include "formats/style_text.hpp"
#include "formats/styles.hpp"

#include <algorithm>

namespace whereof::formats {
namespace {

using bib::ItemType;

constexpr std::size_t kMostAuthors = 6;
constexpr std::size_t kShownOfMore = 3;

std::string name_list(const std::vector<bib::Name>& names, bool elided) {
    const std::size_t shown = names.size() > kMostAuthors ? kShownOfMore : names.size();
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) {
        out += (i > 0 ? ", " : "") + name_with_initials(names[i]);
    }
    return shown < names.size() || (elided && !names.empty()) ? out + ", et al" : out;
}

/// "August 25, 2021"
std::string date_text(const bib::Date& date) {
    if (date.year == 0) {
        return plain_text(date.literal);
    }
    const std::string year = std::to_string(date.year);
    const std::string month(long_month(date.month));
    if (month.empty()) {
        return year;
    }
    return month + (date.day > 0 ? " " + std::to_string(date.day) + "," : "") + " " + year;
}

std::string year_text(const bib::Date& date) {
    return date.year != 0 ? std::to_string(date.year) : plain_text(date.literal);
}

bool has_host(const bib::Item& item) {
    return item.type == ItemType::chapter || item.type == ItemType::paper_conference;
}

/// AMA capitalises the titles of books and reports, not those of articles, chapters and pages.
std::string title_of(const bib::Item& item) {
    const bool capitals =
        item.type == ItemType::book || item.type == ItemType::thesis || item.type == ItemType::report;
    const std::string plain = plain_text(item.title);
    return closed_with(capitals ? title_case(plain) : plain, ".");
}

std::string numbers(const bib::Item& item) {
    std::string out = plain_text(item.volume);
    if (!item.issue.empty()) {
        out += "(" + plain_text(item.issue) + ")";
    }
    return out;
}

std::string journal(const bib::Item& item) {
    std::string out = closed_with(periodical_name(item), ".");
    std::string issue = year_text(item.issued);
    if (item.type == ItemType::article_newspaper) {
        issue = date_text(item.issued);  // "May 6, 2022:A1"
    } else if (const std::string in = numbers(item); !in.empty()) {
        issue += (issue.empty() ? "" : ";") + in;
    } else if (item.page.empty() && !issue.empty()) {
        issue = "Published online " + date_text(item.issued);
    }
    issue += item.page.empty() ? "" : ":" + pages(item.page, false);
    return out + (out.empty() || issue.empty() ? "" : " ") + closed_with(issue, ".");
}

/// "medRxiv. Preprint posted online October 28, 2015."
std::string preprint(const bib::Item& item) {
    const std::string date = date_text(item.issued);
    return closed_with(preprint_server(item), ".") + " Preprint" +
           (date.empty() ? "" : " posted online " + date) + ".";
}

/// "Vogelstein B, Kinzler KW, eds"
std::string editors(const bib::Item& item) {
    const std::string names = name_list(item.editor, item.editors_elided);
    return names.empty() ? "" : names + (item.editor.size() == 1 && !item.editors_elided ? ", ed" : ", eds");
}

std::string book(const bib::Item& item) {
    std::string out;
    const auto add = [&out](const std::string& part) {
        out += (out.empty() || part.empty() ? "" : " ") + closed_with(part, ".");
    };
    if (has_host(item)) {
        const std::string names = editors(item);
        add("In: " + names + (names.empty() ? "" : ". ") + title_case(plain_text(item.container_title)));
    }
    if (item.type == ItemType::thesis) {
        add(plain_text(item.genre));
    }
    add(item.edition.empty() ? "" : ordinal(plain_text(item.edition)) + " ed");
    std::string imprint = plain_text(item.publisher);
    const std::string year = year_text(item.issued);
    imprint += (imprint.empty() || year.empty() ? "" : "; ") + year;
    add(imprint + (item.page.empty() ? "" : ":" + pages(item.page, false)));
    return out;
}

std::string page_of_a_site(const bib::Item& item) {
    std::string out = closed_with(plain_text(item.container_title), ".");
    if (!item.issued.empty()) {
        out += (out.empty() ? "" : " ") + closed_with("Published " + date_text(item.issued), ".");
    }
    return out;
}

/// The DOI, else the URL with the day on which it was read.
std::string link(const bib::Item& item) {
    if (!item.DOI.empty()) {
        return "doi:" + item.DOI;
    }
    const std::string url = web_address(item);
    return (url.empty() || item.accessed.empty() ? "" : "Accessed " + date_text(item.accessed) + ". ") + url;
}

}  // namespace

std::string ama(const bib::Item& item) {
    std::string out =
        closed_with(led_by_editors(item) ? editors(item) : name_list(item.author, item.authors_elided), ".");
    const bool in_numbers = is_periodical(item.type) || item.type == ItemType::article;
    const bool site = item.type == ItemType::webpage;
    for (const std::string& part : {title_of(item),
                                    is_preprint(item) ? preprint(item)
                                    : in_numbers      ? journal(item)
                                    : site            ? page_of_a_site(item)
                                                      : book(item),
                                    link(item)}) {
        out += (out.empty() || part.empty() ? "" : " ") + part;
    }
    return out;
}

}  // namespace whereof::formats
