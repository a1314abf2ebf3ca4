// SPDX-License-Identifier: MIT
#include "formats/endnote.hpp"

#include "bib/dates.hpp"
#include "bib/identifiers.hpp"
#include "bib/numbers.hpp"
#include "formats/endnote_types.hpp"
#include "formats/notes.hpp"
#include "formats/people.hpp"
#include "formats/style_text.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "formats/xml_records.hpp"
#include "text/markup.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;
using pugi::xml_node;

struct TextRow {
    std::string_view element;  ///< below <record>
    Field field;
};
/// The field map of plain elements, for both directions.
constexpr TextRow kTexts[] = {
    {"volume", Field::volume},   {"number", Field::issue},
    {"edition", Field::edition}, {"pub-location", Field::publisher_place},
    {"work-type", Field::genre}, {"publisher", Field::publisher},
};
constexpr std::array kHomeless{Field::arXiv, Field::PII, Field::trial};

/// `<tag>text</tag>`, or nothing for no text.
void put(std::string& out, std::string_view tag, std::string_view value) {
    const std::string line = on_one_line(value);
    if (line.empty()) {
        return;
    }
    out += fmt::format("<{}>", tag);
    text::append_escaped(out, line, text::Quotes::plain);
    out += fmt::format("</{}>", tag);
}

void put_names(std::string& out, std::string_view tag, const std::vector<bib::Name>& names) {
    if (names.empty()) {
        return;
    }
    out += fmt::format("<{}>", tag);
    for (const bib::Name& name : names) {
        put(out, "author", family_first(name) + (name.family.empty() ? "," : ""));
    }
    out += fmt::format("</{}>", tag);
}

/// What stands in <pub-dates> beside the year: "Jun 9".
std::string day_of_year(const bib::Date& date) {
    const std::string month(short_month(date.month));
    return month.empty() || date.day == 0 ? month : month + " " + std::to_string(date.day);
}

void put_titles(std::string& out, const bib::Item& item) {
    out += "<titles>";
    put(out, "title", item.title);
    put(out, "secondary-title", item.container_title);
    put(out, "tertiary-title", item.collection_title);
    out += "</titles>";
    if (is_periodical(item.type) && !(item.container_title + item.container_title_short).empty()) {
        out += "<periodical>";
        put(out, "full-title", item.container_title);
        put(out, "abbr-1", item.container_title_short);
        out += "</periodical>";
    } else {
        put(out, "short-title", item.container_title_short);
    }
}

void put_date(std::string& out, const bib::Date& issued) {
    out += "<dates>";
    put(out, "year", issued.year > 0 ? std::to_string(issued.year) : issued.literal);
    if (const std::string day = day_of_year(issued); issued.year > 0 && !day.empty()) {
        out += "<pub-dates>";
        put(out, "date", day);
        out += "</pub-dates>";
    }
    out += "</dates>";
}

void put_notes(std::string& out, const bib::Item& item) {
    std::vector<std::string> all = elision_notes(item);
    std::ranges::move(notes_of(item, kHomeless), std::back_inserter(all));
    std::string notes;
    for (const std::string& note : all) {
        notes += (notes.empty() ? "" : "; ") + on_one_line(note);
    }
    put(out, "notes", notes);
}

void put_record(std::string& out, const Entry& entry, std::size_t number) {
    const bib::Item& item = *entry.item;
    const auto* type = std::ranges::find(kEndnoteTypes, item.type, &EndnoteType::type);
    out += fmt::format(
        "<record><source-app name=\"whereof\">whereof</source-app><rec-number>{}</rec-number>"
        "<ref-type name=\"{}\">{}</ref-type><contributors>",
        number, type->name, type->number);
    put_names(out, "authors", item.author);
    put_names(out, "secondary-authors", item.editor);
    out += "</contributors>";
    put_titles(out, item);
    put(out, "pages", item.page);
    for (const auto& [element, field] : kTexts) {
        put(out, element, item.text(field));
    }
    put_date(out, item.issued);
    put(out, "isbn", item.ISSN + (item.ISSN.empty() || item.ISBN.empty() ? "" : "; ") + item.ISBN);
    put(out, "accession-num", item.PMID);
    put(out, "custom2", item.PMCID);
    put(out, "electronic-resource-num", item.DOI);
    put(out, "abstract", item.abstract);
    put(out, "language", item.language);
    put(out, "access-date", iso_date(item.accessed));
    if (!item.URL.empty()) {
        out += "<urls><related-urls>";
        put(out, "url", item.URL);
        out += "</related-urls></urls>";
    }
    put_notes(out, item);
    put(out, "custom1", entry.verdict.empty() ? "" : "whereof: " + entry.verdict);
    out += "</record>\n";
}

std::string text_of(const xml_node& node) { return on_one_line(xml_text(node)); }

void take_names(const xml_node& list, std::vector<bib::Name>& names, bool& elided) {
    for (const xml_node author : list.children()) {
        std::string name = text_of(author);
        if (says_list_goes_on(name.ends_with(',') ? name.substr(0, name.size() - 1) : name)) {
            elided = true;
        } else {
            add_people(names, elided, name);
        }
    }
}

ItemType type_of(const xml_node& type) {
    const std::string_view name = type.attribute("name").value();
    const int number = name.empty() ? type.text().as_int() : 0;
    const auto* row = std::ranges::find_if(kEndnoteTypes, [&](const EndnoteType& each) {
        return each.name == name || (number != 0 && each.number == number);
    });
    return row == std::end(kEndnoteTypes) ? ItemType::document : row->type;
}

/// The journal under its full title; what else it is called is its abbreviation.
void take_container(bib::Item& item, const xml_node& record) {
    const xml_node periodical = record.child("periodical");
    item.container_title = text_of(periodical.child("full-title"));
    item.container_title_short = text_of(periodical.child("abbr-1"));
    const std::string secondary = text_of(record.child("titles").child("secondary-title"));
    if (item.container_title.empty()) {
        item.container_title = secondary;
    } else if (item.container_title != secondary && item.container_title_short.empty()) {
        item.container_title_short = secondary;
    }
    if (item.container_title_short.empty() && !is_periodical(item.type)) {
        item.container_title_short = text_of(record.child("short-title"));
    }
}

void take_date(bib::Item& item, const xml_node& dates) {
    const std::string year = text_of(dates.child("year"));
    const std::string day = text_of(dates.child("pub-dates").child("date"));
    item.issued = bib::parse_date(year.empty() ? day : year);
    if (item.issued.year > 0 && !year.empty() && !day.empty()) {
        bib::Date whole = bib::parse_date(day);
        whole = whole.year > 0 ? whole : bib::parse_date(year + " " + day);
        item.issued = whole.year == item.issued.year ? whole : item.issued;
    }
}

void take_identifiers(bib::Item& item, const xml_node& record) {
    take_serials(item, xml_text(record.child("isbn")));
    take_identifier(item, Field::DOI, text_of(record.child("electronic-resource-num")));
    for (const char* name : {"accession-num", "custom2"}) {
        if (const std::string number = text_of(record.child(name));
            !number.empty() && !take_accession(item, number)) {
            keep_verbatim(item, name, number);
        }
    }
    const xml_node urls = record.child("urls");
    for (const char* kind : {"related-urls", "web-urls"}) {
        for (const xml_node url : urls.child(kind).children()) {
            take_text(item, Field::URL, text_of(url));
        }
    }
}

Result<bib::Item> read_record(const xml_node& record) {
    bib::Item item;
    item.type = type_of(record.child("ref-type"));
    const xml_node people = record.child("contributors");
    take_names(people.child("authors"), item.author, item.authors_elided);
    take_names(people.child("secondary-authors"), item.editor, item.editors_elided);
    item.title = text_of(record.child("titles").child("title"));
    take_container(item, record);
    item.collection_title = text_of(record.child("titles").child("tertiary-title"));
    item.page = bib::normalise_pages(text_of(record.child("pages")));
    for (const auto& [element, field] : kTexts) {
        *item.text(field) = text_of(record.child(std::string(element).c_str()));
    }
    take_date(item, record.child("dates"));
    item.accessed = bib::parse_date(text_of(record.child("access-date")));
    item.language = text_of(record.child("language"));
    item.abstract = text_of(record.child("abstract"));
    take_identifiers(item, record);
    take_notes(item, text_of(record.child("notes")));
    if (says_nothing(item)) {
        return Error{"expected an EndNote record that says something of a work, found none"};
    }
    return item;
}

}  // namespace

std::string write_endnote(std::span<const Entry> entries) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n";
    std::size_t number = 0;
    for (const Entry& entry : entries) {
        put_record(out, entry, ++number);
    }
    return out + "</records></xml>\n";
}

bool looks_like_endnote(std::string_view head) {
    return head.find("<records>") != std::string_view::npos && head.find("<xml>") < head.find("<records>");
}

Items read_endnote(std::string_view file) {
    static constexpr std::string_view kRecord[] = {"record"};
    return read_xml_records(file, kRecord, [](const xml_node& record) -> Result<ReadEntry> {
        auto item = read_record(record);
        if (!item) {
            return std::move(item).error();
        }
        const std::string label = text_of(record.child("label"));
        return ReadEntry{*std::move(item), label.empty() ? text_of(record.child("rec-number")) : label, {}};
    });
}

}  // namespace whereof::formats
