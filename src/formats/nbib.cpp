// SPDX-License-Identifier: MIT
#include "formats/nbib.hpp"

#include "bib/dates.hpp"
#include "bib/numbers.hpp"
#include "formats/medline_text.hpp"
#include "formats/notes.hpp"
#include "formats/people.hpp"
#include "formats/style_text.hpp"
#include "formats/tagged_lines.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;

constexpr auto kOnce =
    std::to_array<std::string_view>({"OWN", "STAT", "VI", "IP", "DP", "TI", "PG", "TA", "JT", "JID", "SO"});

/// Behind a record of RIS in the same file nothing belongs to the one before.
constexpr TaggedSyntax kMedline{
    .first = "PMID", .last = {}, .tag_columns = 4, .blank_ends = true, .around = {"TY", "ER"}, .once = kOnce};

struct TextRow {
    std::string_view tag;
    Field field;
};
/// The field map, for both directions.
constexpr TextRow kTexts[] = {
    {"VI", Field::volume},    {"IP", Field::issue},           {"EN", Field::edition},
    {"PB", Field::publisher}, {"PL", Field::publisher_place}, {"CTI", Field::collection_title},
};
constexpr std::array kHomeless{Field::arXiv, Field::trial, Field::URL, Field::genre};

/// Tags of record keeping, headings and comments, which say nothing that an Item holds.
constexpr auto kLeftOut = std::to_array<std::string_view>(
    {"OWN",  "STAT", "DCOM", "LR",  "RN",  "MH",   "OT",  "OTO",  "AD",  "CI",  "CN1",  "DA",  "EDAT", "MHDA",
     "CRDT", "PHST", "PST",  "SO",  "JID", "SB",   "CIN", "EIN",  "RIN", "ROF", "CON",  "UIN", "UOF",  "GR",
     "NM",   "COIS", "IR",   "FIR", "OAB", "OABL", "OCI", "PMCR", "RF",  "SI",  "AUID", "IRAD"});

void put(std::string& out, std::string_view tag, std::string_view value) {
    std::string line = on_one_line(value);
    if (line.empty()) {
        return;
    }
    // PubMed wraps at about 90 columns; the continuation stands behind six blanks.
    constexpr std::size_t kColumns = 82;
    out += fmt::format("{:<4}- ", tag);
    while (line.size() > kColumns) {
        const std::size_t blank = line.rfind(' ', kColumns);
        if (blank == std::string::npos || blank == 0) {
            break;
        }
        out += line.substr(0, blank) + "\n      ";
        line.erase(0, blank + 1);
    }
    out += line + "\n";
}

void put_names(std::string& out, const std::vector<bib::Name>& names, bool editors) {
    for (const bib::Name& name : names) {
        if (name.family.empty()) {
            put(out, editors ? "ED" : "CN", name.literal.empty() ? name.given : name.literal);
            continue;
        }
        put(out, editors ? "FED" : "FAU", family_first(name));
        put(out, editors ? "ED" : "AU", name_with_initials(name));
    }
}

/// "2018 Jun 9"
std::string publication_date(const bib::Date& date) {
    if (date.year == 0) {
        return date.literal;
    }
    std::string out = std::to_string(date.year);
    const auto month = short_month(date.month);
    out += month.empty() ? "" : " " + std::string(month);
    return month.empty() || date.day == 0 ? out : out + " " + std::to_string(date.day);
}

void put_entry(std::string& out, const Entry& entry) {
    const bib::Item& item = *entry.item;
    out += "PMID- " + item.PMID + "\n";
    const bool book = item.type == ItemType::book || item.type == ItemType::chapter;
    put(out, "IS", item.ISSN);
    put(out, "ISBN", item.ISBN);
    for (const auto& [tag, field] : kTexts) {
        put(out, tag, item.text(field));
    }
    put(out, "DP", publication_date(item.issued));
    put(out, item.type == ItemType::book ? "BTI" : "TI", item.title);
    put(out, book ? "BTI" : "JT", item.container_title);
    put(out, "PG", item.page);
    put(out, "LID", item.DOI.empty() ? "" : item.DOI + " [doi]");
    put(out, "LID", item.PII.empty() ? "" : item.PII + " [pii]");
    put_names(out, item.author, false);
    put_names(out, item.editor, true);
    put(out, "AB", item.abstract);
    put(out, "LA", item.language);
    put(out, "PT",
        item.type == ItemType::article_journal ? "Journal Article"
        : item.type == ItemType::chapter       ? "Book Chapter"
        : item.type == ItemType::book          ? "Book"
                                               : bib::csl_name(item.type));
    put(out, "DEP", item.epub.year == 0 ? "" : iso_date(item.epub));
    put(out, "TA", item.container_title_short);
    put(out, "PMC", item.PMCID);
    for (const std::string& note : elision_notes(item)) {
        put(out, "GN", note);
    }
    for (const std::string& note : notes_of(item, kHomeless)) {
        if (!note.starts_with("epub: ")) {
            put(out, "GN", note);
        }
    }
    out += "\n";
}

/// What PubMed says of authors, before it is known whether full names come too.
struct Names {
    std::vector<bib::Name> full;
    std::vector<bib::Name> brief;
    bool elided = false;

    std::vector<bib::Name> best() { return full.empty() ? std::move(brief) : std::move(full); }
};

bib::Name corporate(std::string_view value) {
    bib::Name out;
    out.literal = std::string(value);
    return out;
}

/// "Hartvigsen J", "O'Neil S Jr": the initials stand last.
bib::Name read_brief(std::string_view value) {
    bib::Name out;
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find(' ', at), value.size());
        words.push_back(value.substr(at, end - at));
        at = end + 1;
    }
    if (words.size() > 2 &&
        (words.back() == "Jr" || words.back() == "Sr" || words.back() == "3rd" || words.back() == "2nd")) {
        out.suffix = std::string(words.back());
        words.pop_back();
    }
    if (words.size() < 2 || words.back().size() > 6 || text::is_ascii_lower(words.back().back())) {
        return corporate(value);
    }
    out.given = std::string(words.back());
    out.family = std::string(
        text::trim(value.substr(0, static_cast<std::size_t>(words.back().data() - value.data()))));
    return out;
}

void take_location(bib::Item& item, std::string_view value) {
    const std::size_t bracket = value.rfind('[');
    const std::string_view id = text::trim(value.substr(0, bracket));
    const std::string_view kind = bracket == std::string_view::npos ? "" : value.substr(bracket);
    if (kind == "[doi]" && item.DOI.empty()) {
        take_identifier(item, Field::DOI, id);
    } else if (kind == "[pii]" && item.PII.empty() && id.find(' ') == std::string_view::npos) {
        bib::Item probe;
        take_identifier(probe, Field::PII, id);
        item.PII = probe.PII;  // article numbers call themselves PII too
        if (item.PII.empty() && item.page.empty()) {
            item.page = std::string(id);
        }
    }
}

ItemType type_of(std::string_view publication_type) {
    if (const auto type = bib::item_type_of_csl_name(publication_type)) {
        return *type;
    }
    if (publication_type == "Book Chapter" || publication_type == "Book") {
        return publication_type == "Book" ? ItemType::book : ItemType::chapter;
    }
    return publication_type == "Preprint" ? ItemType::article : ItemType::article_journal;
}

/// False when the tag is none of a name.
bool take_name(Names& authors, Names& editors, std::string_view tag, std::string_view value) {
    if (tag != "FAU" && tag != "AU" && tag != "CN" && tag != "FED" && tag != "ED") {
        return false;
    }
    Names& names = tag.ends_with("ED") ? editors : authors;
    if (tag.starts_with('F')) {
        names.full.push_back(read_person(value));
    } else if (says_list_goes_on(value)) {
        names.elided = true;
    } else if (tag == "CN") {
        names.full.push_back(corporate(value));
        names.brief.push_back(corporate(value));
    } else {
        names.brief.push_back(read_brief(value));
    }
    return true;
}

/// False when the tag is none of those that are more than a text field.
bool take_special(bib::Item& item, std::string_view tag, std::string_view value) {
    if (tag == "TI") {
        item.title = medline_title(value);
    } else if (tag == "BTI") {
        item.container_title = medline_title(value);
    } else if (tag == "JT") {
        item.container_title = std::string(value);
    } else if (tag == "TA") {
        item.container_title_short = std::string(value);
    } else if (tag == "DP") {
        item.issued = bib::parse_date(value);
    } else if (tag == "DEP") {
        const std::string digits(value);
        item.epub = bib::parse_date(digits.size() == 8 ? digits.substr(0, 4) + "-" + digits.substr(4, 2) +
                                                             "-" + digits.substr(6)
                                                       : digits);
    } else if (tag == "PG") {
        item.page = bib::normalise_pages(value);
    } else if (tag == "LID" || tag == "AID") {
        take_location(item, value);
    } else if (tag == "IS") {
        if (item.ISSN.empty()) {
            take_identifier(item, Field::ISSN, value);
        }
    } else if (tag == "ISBN") {
        take_identifier(item, Field::ISBN, value);
    } else if (tag == "PMID") {
        take_identifier(item, Field::PMID, value);
    } else if (tag == "PMC") {
        take_identifier(item, Field::PMCID, value);
    } else if (tag == "LA") {
        item.language = std::string(value);
    } else if (tag == "AB") {
        take_abstract(item, value);
    } else {
        return false;
    }
    return true;
}

Result<ReadEntry> read_record(const TaggedRecord& record) {
    ReadEntry entry{{}, {}, record.span};
    bib::Item& item = entry.item;
    item.type = ItemType::article_journal;
    bool typed = false;
    Names authors;
    Names editors;
    for (const auto& [tag, raw] : record.lines) {
        const std::string value = on_one_line(raw);
        if (value.empty() || take_name(authors, editors, tag, value) || take_special(item, tag, value)) {
            continue;
        }
        if (tag == "PT") {
            item.type = typed ? item.type : type_of(value);
            typed = true;
        } else if (tag == "GN") {
            take_note(item, value);
        } else if (const auto* row = std::ranges::find(kTexts, tag, &TextRow::tag); row != std::end(kTexts)) {
            take_text(item, row->field, value);
        } else if (std::ranges::find(kLeftOut, tag) == kLeftOut.end()) {
            keep_verbatim(item, tag, value);
        }
    }
    if (item.type == ItemType::book && item.title.empty()) {
        std::swap(item.title, item.container_title);
    }
    item.authors_elided = item.authors_elided || authors.elided;
    item.editors_elided = item.editors_elided || editors.elided;
    item.author = authors.best();
    item.editor = editors.best();
    if (says_nothing(item)) {
        return Error{
            "expected a MEDLINE record that says something of a work, found none", {}, record.span.begin};
    }
    return entry;
}

}  // namespace

std::string write_nbib(std::span<const Entry> entries) {
    std::string out;
    for (const Entry& entry : entries) {
        put_entry(out, entry);
    }
    return out;
}

bool looks_like_nbib(std::string_view head) { return begins_tagged(head, kMedline); }

Items read_nbib(std::string_view file) {
    return read_records(read_tagged(file, kMedline), file, kMedline, read_record);
}

}  // namespace whereof::formats
