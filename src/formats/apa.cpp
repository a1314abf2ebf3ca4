// SPDX-License-Identifier: MIT
#include "formats/style_text.hpp"
#include "formats/styles.hpp"

#include <algorithm>

namespace whereof::formats {
namespace {

using bib::ItemType;

constexpr std::size_t kMostAuthors = 20;

/// "J.-P. M."
std::string dotted_initials(std::string_view given) {
    std::string out;
    for (const std::string& initial : initials(given)) {
        out += (out.empty() || initial.starts_with('-') ? "" : " ") + initial + ".";
    }
    return out;
}

std::string family_of(const bib::Name& name) {
    std::string out = name.non_dropping_particle;
    out += (out.empty() || out.ends_with('\'') ? "" : " ") + name.family;
    return plain_text(out);
}

/// "van Beethoven, L., Jr."
std::string inverted(const bib::Name& name) {
    if (!name.literal.empty()) {
        return plain_text(name.literal);
    }
    if (std::string whole = eastern_name(name); !whole.empty()) {
        return whole;
    }
    std::string out = family_of(name);
    const std::string given = dotted_initials(name.given);
    out += (given.empty() ? "" : ", ") + given;
    out += name.dropping_particle.empty() ? "" : " " + name.dropping_particle;
    out += name.suffix.empty()
               ? ""
               : ", " + closed_with(plain_text(name.suffix), name.suffix.starts_with('I') ? "" : ".");
    return out;
}

/// "B. Vogelstein", for editors.
std::string straight(const bib::Name& name) {
    if (!name.literal.empty()) {
        return plain_text(name.literal);
    }
    if (std::string whole = eastern_name(name); !whole.empty()) {
        return whole;
    }
    const std::string given = dotted_initials(name.given);
    return given + (given.empty() ? "" : " ") + family_of(name);
}

std::string authors(const std::vector<bib::Name>& names, bool elided) {
    std::string out;
    const std::size_t count = names.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (count > kMostAuthors && i == kMostAuthors - 1) {
            return out + ", … " + inverted(names.back());
        }
        const bool last = i + 1 == count && count > 1 && !elided;
        out += (i == 0 ? "" : last ? ", & " : ", ") + inverted(names[i]);
    }
    return elided && count > 0 ? out + ", et al." : out;
}

std::string editor_mark(const bib::Item& item) {
    return item.editor.size() == 1 && !item.editors_elided ? " (Ed.)" : " (Eds.)";
}

std::string editors(const bib::Item& item) {
    std::string out;
    const std::size_t count = item.editor.size();
    for (std::size_t i = 0; i < count; ++i) {
        out += (i == 0           ? ""
                : i + 1 == count ? (count > 2 ? ", & " : " & ")
                                 : ", ") +
               straight(item.editor[i]);
    }
    out += item.editors_elided && count > 0 ? " et al." : "";
    return out.empty() ? out : out + editor_mark(item) + ", ";
}

/// "2021, August 25" for what appears on a day, else the year.
std::string date_text(const bib::Item& item) {
    const bib::Date& date = item.issued;
    if (date.year == 0) {
        return date.literal.empty() ? "n.d." : plain_text(date.literal);
    }
    std::string out = std::to_string(date.year);
    const bool by_day = item.type != ItemType::article_journal && item.type != ItemType::book &&
                        item.type != ItemType::chapter && item.type != ItemType::thesis && !is_preprint(item);
    if (const auto month = long_month(date.month); by_day && !month.empty()) {
        out += ", " + std::string(month) + (date.day > 0 ? " " + std::to_string(date.day) : "");
    }
    return out;
}

std::string journal(const bib::Item& item) {
    std::string out = title_case(plain_text(item.container_title));
    const auto add = [&out](const std::string& part) {
        out += (out.empty() || part.empty() ? "" : ", ") + part;
    };
    std::string number = plain_text(item.volume);
    if (!item.issue.empty()) {
        number += "(" + plain_text(item.issue) + ")";
    }
    add(number);
    add(pages(item.page, false));
    return closed_with(out, ".");
}

/// "(4th ed., pp. 93-113)" behind the title of the book
std::string in_brackets(const bib::Item& item) {
    std::string out = item.edition.empty() ? "" : ordinal(plain_text(item.edition)) + " ed.";
    if (!item.volume.empty()) {
        out += (out.empty() ? "Vol. " : ", Vol. ") + plain_text(item.volume);
    }
    if (!item.page.empty()) {
        const std::string range = pages(item.page, false);
        out += (out.empty() ? "" : ", ") +
               std::string(range.find('-') == std::string::npos ? "p. " : "pp. ") + range;
    }
    return out.empty() ? out : " (" + out + ")";
}

std::string title_of(const bib::Item& item) {
    std::string out = plain_text(item.title);
    if (item.type == ItemType::book || item.type == ItemType::report) {
        out += in_brackets(item);
    }
    if (item.type == ItemType::thesis) {
        std::string genre = plain_text(item.genre);
        out += " [" + (genre.empty() ? std::string("Thesis") : title_case(genre)) + "]";
    }
    const std::string_view form = is_preprint(item)                 ? "[Preprint]"
                                  : item.type == ItemType::dataset  ? "[Data set]"
                                  : item.type == ItemType::software ? "[Computer software]"
                                                                    : "";
    out += (out.empty() || form.empty() ? "" : " ") + std::string(form);
    return closed_with(out, ".");
}

std::string source(const bib::Item& item) {
    if (is_preprint(item)) {
        return closed_with(preprint_server(item), ".");
    }
    if (is_periodical(item.type) || item.type == ItemType::article) {
        return journal(item);
    }
    std::string out;
    if (item.type == ItemType::chapter || item.type == ItemType::paper_conference) {
        out = closed_with("In " + editors(item) + plain_text(item.container_title) + in_brackets(item), ".");
    } else if (item.type == ItemType::webpage) {
        out = closed_with(plain_text(item.container_title), ".");
    }
    const std::string publisher = closed_with(plain_text(item.publisher), ".");
    return out + (out.empty() || publisher.empty() ? "" : " ") + publisher;
}

}  // namespace

std::string apa(const bib::Item& item) {
    std::string out = led_by_editors(item)
                          ? authors(item.editor, item.editors_elided) + editor_mark(item) + "."
                          : closed_with(authors(item.author, item.authors_elided), ".");
    const std::string title = title_of(item);
    // Of a bare link the date would say only that nothing is known.
    const bool bare = out.empty() && title.empty() && item.issued.empty();
    const std::string date = bare ? "" : "(" + date_text(item) + ").";
    // Without an author the title comes first.
    for (const std::string& part : {out.empty() ? title : date, out.empty() ? date : title}) {
        out += (out.empty() || part.empty() ? "" : " ") + part;
    }
    const std::string link = !item.DOI.empty() ? "https://doi.org/" + item.DOI : web_address(item);
    for (const std::string& part : {source(item), link}) {
        out += (out.empty() || part.empty() ? "" : " ") + part;
    }
    return out;
}

}  // namespace whereof::formats
