// SPDX-License-Identifier: MIT
#include "formats/style_text.hpp"
#include "formats/styles.hpp"

#include <algorithm>

namespace whereof::formats {
namespace {

using bib::ItemType;

constexpr std::size_t kMostAuthors = 6;

std::string name_list(const std::vector<bib::Name>& names, bool elided, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        out += (i > 0 ? ", " : "") + name_with_initials(names[i]);
    }
    if (names.size() > most || (elided && !names.empty())) {
        out += ", et al";
    }
    return out;
}

std::string date_text(const bib::Date& date) {
    if (date.year == 0) {
        return plain_text(date.literal);
    }
    std::string out = std::to_string(date.year);
    if (const auto month = short_month(date.month); !month.empty()) {
        out += " " + std::string(month);
        out += date.day > 0 ? " " + std::to_string(date.day) : "";
    }
    return out;
}

/// "[cited 2022 May 14]" behind what is online.
std::string cited_text(const bib::Item& item) {
    return item.accessed.empty() ? "" : " [cited " + date_text(item.accessed) + "]";
}

/// "391(10137):2356-67"
std::string volume_issue_pages(const bib::Item& item) {
    std::string out = plain_text(item.volume);
    if (!item.issue.empty()) {
        out += "(" + plain_text(item.issue) + ")";
    }
    if (!item.page.empty()) {
        out += ":" + pages(item.page, true);
    }
    return out;
}

void append_available(std::string& out, const bib::Item& item) {
    if (const std::string url = web_address(item); !url.empty()) {
        out = closed_with(std::move(out), ".");
        out += (out.empty() ? "Available from: " : " Available from: ") + url;
    }
}

std::string periodical(const bib::Item& item) {
    std::string out = is_preprint(item) ? preprint_server(item) : periodical_name(item);
    const bool online = !web_address(item).empty();
    out += online && !out.empty() ? " [Internet]" : "";
    out = closed_with(std::move(out), ".");
    std::string issue = date_text(item.issued);
    if (online) {
        issue += cited_text(item);
    }
    const std::string numbers = volume_issue_pages(item);
    issue += (issue.empty() || numbers.empty() || numbers.starts_with(':') ? "" : ";") + numbers;
    out += (out.empty() || issue.empty() ? "" : " ") + closed_with(issue, ".");
    append_available(out, item);
    return out;
}

std::string editors(const bib::Item& item) {
    const std::string names = name_list(item.editor, item.editors_elided, kMostAuthors);
    return names.empty() ? "" : names + (item.editor.size() == 1 ? ", editor" : ", editors");
}

/// "St. Louis: Mosby; 2002"
std::string publication(const bib::Item& item) {
    std::string place = plain_text(item.publisher_place);
    if (item.type == ItemType::thesis && !place.empty()) {
        place = "[" + place + "]";
    }
    std::string out = place;
    out += (place.empty() || item.publisher.empty() ? "" : ": ") + plain_text(item.publisher);
    const std::string date =
        item.issued.year != 0 ? std::to_string(item.issued.year) : plain_text(item.issued.literal);
    out += (out.empty() || date.empty() ? "" : "; ") + date;
    return web_address(item).empty() || out.empty() ? out : out + cited_text(item);
}

std::string edition(const bib::Item& item) {
    return item.edition.empty() ? "" : closed_with(ordinal(plain_text(item.edition)) + " ed", ".");
}

std::string host(const bib::Item& item) {
    if (item.type != ItemType::chapter && item.type != ItemType::paper_conference) {
        return {};
    }
    std::string out = "In: ";
    const std::string names = editors(item);
    out += names + (names.empty() ? "" : ". ");
    return closed_with(out + plain_text(item.container_title), ".");
}

std::string title_of(const bib::Item& item) {
    std::string out = plain_text(item.title);
    if (item.type == ItemType::thesis) {
        out += (out.empty() ? "[" : " [") +
               (item.genre.empty() ? std::string("thesis") : plain_text(item.genre)) + "]";
    }
    if (is_preprint(item)) {
        out += out.empty() ? "[Preprint]" : " [Preprint]";
    }
    const bool online =
        !out.empty() && !is_preprint(item) && !web_address(item).empty() && !is_periodical(item.type);
    return closed_with(online ? out + " [Internet]" : out, ".");
}

std::string monograph(const bib::Item& item) {
    std::string out;
    const auto add = [&out](const std::string& part) {
        if (!part.empty()) {
            out += (out.empty() ? "" : " ") + part;
        }
    };
    add(host(item));
    if (out.empty() && item.type != ItemType::book) {
        add(closed_with(plain_text(item.container_title), "."));
    }
    add(edition(item));
    add(closed_with(publication(item), "."));
    if (!item.page.empty()) {
        add(closed_with("p. " + pages(item.page, true), "."));
    }
    append_available(out, item);
    return out;
}

}  // namespace

std::string vancouver(const bib::Item& item) {
    std::string out = closed_with(name_list(item.author, item.authors_elided, kMostAuthors), ".");
    if (led_by_editors(item)) {
        out = closed_with(editors(item), ".");
    }
    for (const std::string& part :
         {title_of(item),
          is_periodical(item.type) || item.type == ItemType::article ? periodical(item) : monograph(item)}) {
        if (!part.empty()) {
            out += (out.empty() ? "" : " ") + part;
        }
    }
    return out;
}

std::string vancouver_with_identifiers(const bib::Item& item) {
    std::string out;
    if (address_repeats_identifier(item)) {
        bib::Item without_address = item;
        without_address.URL.clear();
        out = vancouver(without_address);
    } else {
        out = vancouver(item);
    }
    const auto add = [&out](std::string_view label, const std::string& value) {
        if (!value.empty()) {
            out += (out.empty() ? "" : " ") + std::string(label) + value + ".";
        }
    };
    add("doi: ", item.DOI);
    add("PMID: ", item.PMID);
    return out;
}

}  // namespace whereof::formats
