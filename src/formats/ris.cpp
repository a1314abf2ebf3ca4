// SPDX-License-Identifier: MIT
#include "formats/ris.hpp"

#include "bib/dates.hpp"
#include "bib/identifiers.hpp"
#include "bib/numbers.hpp"
#include "formats/nbib.hpp"
#include "formats/notes.hpp"
#include "formats/people.hpp"
#include "formats/style_text.hpp"
#include "formats/tagged_lines.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/entities.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;

constexpr TaggedSyntax kRis{.first = "TY", .last = "ER", .tag_columns = 2};

struct TypeRow {
    std::string_view ris;
    ItemType type;
};
/// The first row of a type is the one that is written; the others are read only.
constexpr TypeRow kTypes[] = {
    {"JOUR", ItemType::article_journal},
    {"MGZN", ItemType::article_magazine},
    {"NEWS", ItemType::article_newspaper},
    {"UNPB", ItemType::article},
    {"BOOK", ItemType::book},
    {"CHAP", ItemType::chapter},
    {"DATA", ItemType::dataset},
    {"GEN", ItemType::document},
    {"STAT", ItemType::legislation},
    {"CONF", ItemType::paper_conference},
    {"PAT", ItemType::patent},
    {"RPRT", ItemType::report},
    {"COMP", ItemType::software},
    {"THES", ItemType::thesis},
    {"ELEC", ItemType::webpage},
    {"CPAPER", ItemType::paper_conference},
    {"EJOUR", ItemType::article_journal},
    {"JFULL", ItemType::article_journal},
    {"INPR", ItemType::article_journal},
    {"ABST", ItemType::article_journal},
    {"EBOOK", ItemType::book},
    {"CLSWK", ItemType::book},
    {"SER", ItemType::book},
    {"EDBOOK", ItemType::book},
    {"ECHAP", ItemType::chapter},
    {"ENCYC", ItemType::chapter},
    {"DICT", ItemType::chapter},
    {"WEB", ItemType::webpage},
    {"BLOG", ItemType::webpage},
    {"ICOMM", ItemType::webpage},
    {"GOVDOC", ItemType::report},
    {"STAND", ItemType::report},
    {"CASE", ItemType::legislation},
    {"BILL", ItemType::legislation},
    {"LEGAL", ItemType::legislation},
    {"DBASE", ItemType::dataset},
};

struct TextRow {
    std::string_view tag;
    Field field;
};
/// The field map, for both directions: written in this order, the first row of a field.
constexpr TextRow kTexts[] = {
    {"TI", Field::title},
    {"T2", Field::container_title},
    {"T3", Field::collection_title},
    {"VL", Field::volume},
    {"IS", Field::issue},
    {"ET", Field::edition},
    {"PB", Field::publisher},
    {"CY", Field::publisher_place},
    {"M3", Field::genre},
    {"UR", Field::URL},
    {"T1", Field::title},
    {"CT", Field::title},
    {"BT", Field::title},
    {"JO", Field::container_title},
    {"JF", Field::container_title},
    {"PP", Field::publisher_place},
};
constexpr std::array kHomeless{Field::arXiv, Field::PII, Field::trial};

/// A value in which our own reader, which reads entities, finds what it was: "&amp;" is written as
/// "&amp;amp;", a mere "&" as it is.
std::string guarded(std::string line) {
    if (text::decode_entities(line) == line) {
        return line;
    }
    std::string out;
    for (const char c : line) {
        out += c == '&' ? std::string("&amp;") : std::string(1, c);
    }
    return out;
}

void put(std::string& out, std::string_view tag, std::string_view value) {
    if (const std::string line = guarded(on_one_line(value)); !line.empty()) {
        out += fmt::format("{}  - {}\r\n", tag, line);
    }
}

void put_names(std::string& out, std::string_view tag, const std::vector<bib::Name>& names) {
    for (const bib::Name& name : names) {
        put(out, tag, family_first(name));
    }
}

/// "2018/06/09/"; what is no date is the fourth part.
std::string ris_date(const bib::Date& date) {
    if (date.year == 0) {
        return date.literal.empty() ? "" : "///" + date.literal;
    }
    std::string out = fmt::format("{:04}/", date.year);
    out += date.month > 0 ? fmt::format("{:02}", date.month) : "";
    out += "/";
    out += date.month > 0 && date.day > 0 ? fmt::format("{:02}", date.day) : "";
    return out + "/";
}

void put_entry(std::string& out, const Entry& entry) {
    const bib::Item& item = *entry.item;
    put(out, "TY", std::ranges::find(kTypes, item.type, &TypeRow::type)->ris);
    put_names(out, "AU", item.author);
    put_names(out, item.type == ItemType::book ? "A3" : "A2", item.editor);
    std::vector<Field> written;
    for (const auto& [tag, field] : kTexts) {
        if (std::ranges::find(written, field) == written.end()) {
            put(out, tag, item.text(field));
            written.push_back(field);
        }
    }
    // Zotero and EndNote read T2; bibutils takes that for an abbreviation unless the whole is there too.
    if (is_periodical(item.type) || item.type == ItemType::chapter) {
        put(out, is_periodical(item.type) ? "JF" : "BT", item.container_title);
    }
    if (is_periodical(item.type)) {
        put(out, "J2", item.container_title_short);
    } else if (!item.container_title_short.empty()) {
        // bibutils would lose the book's own title for J2.
        put(out, "N1", "container-title-short: " + item.container_title_short);
    }
    put(out, "PY", item.issued.year > 0 ? fmt::format("{:04}", item.issued.year) : "");
    put(out, "DA", ris_date(item.issued));
    const std::size_t dash = item.page.find('-');
    put(out, "SP", item.page.substr(0, dash));
    put(out, "EP", dash == std::string::npos ? "" : item.page.substr(dash + 1));
    put(out, "SN", item.ISSN);
    put(out, "SN", item.ISBN);
    put(out, "DO", item.DOI);
    put(out, "AN", item.PMID);
    put(out, "DB", item.PMID.empty() ? "" : "PubMed");
    put(out, "C2", item.PMCID);
    put(out, "LA", item.language);
    put(out, "AB", item.abstract);
    put(out, "Y2", ris_date(item.accessed));
    for (const std::string& note : elision_notes(item)) {
        put(out, "N1", note);
    }
    for (const std::string& note : notes_of(item, kHomeless)) {
        put(out, "N1", note);
    }
    put(out, "N1", entry.verdict.empty() ? "" : "whereof: " + entry.verdict);
    out += "ER  - \r\n\r\n";
}

/// "2018/06/09/", "2018", "2018/Jun", "9 Jun 2018", "///in press"
bib::Date read_ris_date(std::string_view value) {
    const std::size_t slash = value.find('/');
    if (slash == std::string_view::npos) {
        return bib::parse_date(value);
    }
    std::string parts(value);
    const std::size_t third = parts.find('/', std::min(parts.find('/', slash + 1), parts.size() - 1) + 1);
    const std::string other = third == std::string::npos ? "" : parts.substr(third + 1);
    parts.resize(std::min(third, parts.size()));
    while (parts.ends_with('/')) {
        parts.pop_back();
    }
    std::ranges::replace(parts, '/', '-');
    return parts.empty() ? bib::parse_date(other) : bib::parse_date(parts);
}

/// The dates of one record: PY is what all write; DA goes before the older Y1 and is often more precise.
struct Dates {
    bib::Date PY, DA, Y1;

    [[nodiscard]] bib::Date best() const {
        const auto precision = [](const bib::Date& each) {
            return (each.year != 0 ? 1 : 0) + (each.month != 0 ? 1 : 0) + (each.day != 0 ? 1 : 0);
        };
        bib::Date out = !PY.empty() ? PY : DA;
        for (const bib::Date& date : {DA, Y1}) {
            if (out.empty() || (date.year == out.year && precision(date) > precision(out))) {
                out = date;
            }
        }
        return out;
    }
};

bool take_special(bib::Item& item, std::string_view tag, std::string_view value) {
    if (tag == "AU" || tag == "A1") {
        add_people(item.author, item.authors_elided, value);
    } else if (tag == "ED" || tag == "A2" || tag == "A3") {
        add_people(item.editor, item.editors_elided, value);
    } else if (tag == "Y2") {
        item.accessed = read_ris_date(value);
    } else if (tag == "SP") {
        item.page = std::string(value) + (item.page.starts_with('-') ? item.page : "");
    } else if (tag == "EP") {
        item.page += value == "+" ? "" : "-" + std::string(value);  // "+": pages elsewhere too
    } else if (tag == "BT" && item.type == ItemType::chapter) {
        take_text(item, Field::container_title, value);
    } else if (tag == "J2" || tag == "JA") {
        item.container_title_short = std::string(value);
    } else if (tag == "SN") {
        take_serials(item, value);
    } else if (tag == "DO" || tag == "L3") {
        take_identifier(item, Field::DOI, value);
    } else if (tag == "LA") {
        item.language = std::string(value);
    } else if (tag == "AB" || tag == "N2") {
        take_abstract(item, value);
    } else if (tag == "N1" && value.starts_with("10.") && value.find(' ') == std::string_view::npos) {
        take_identifier(item, Field::DOI, value);  // so EndNote
    } else if (tag == "N1") {
        take_note(item, value);
    } else {
        return false;
    }
    return true;
}

void take_tag(bib::Item& item, std::string_view tag, const std::string& raw) {
    constexpr std::array<std::string_view, 6> kLeftOut{"KW", "L1", "L2", "L4", "DB", "DP"};
    const std::string value = on_one_line(text::decode_entities(raw));
    if (value.empty() || std::ranges::find(kLeftOut, tag) != kLeftOut.end() ||
        take_special(item, tag, value)) {
        return;
    }
    const bool number =
        tag == "AN" || tag == "C2" || tag == "C3" || tag == "C5" || (tag == "UR" && value.starts_with("PM:"));
    if (number && take_accession(item, value)) {
        return;
    }
    if ((tag == "M3" || tag == "M1") && value.starts_with("10.")) {
        take_identifier(item, Field::DOI, value);
        return;
    }
    const auto* row = std::ranges::find(kTexts, tag, &TextRow::tag);
    if (row != std::end(kTexts)) {
        take_text(item, row->field, value);
    } else {
        keep_verbatim(item, tag, value);
    }
}

Result<ReadEntry> read_record(const TaggedRecord& record) {
    ReadEntry entry{{}, {}, record.span};
    bib::Item& item = entry.item;
    std::string article_number;
    std::string number;
    Dates dates;
    for (const auto& [tag, value] : record.lines) {
        if (tag == "C7") {
            article_number = value;  // so Scopus and Web of Science
        } else if (tag == "M1" && !value.starts_with("10.")) {
            number = on_one_line(value);  // so EndNote, for the issue
        } else if (tag == "PY" || tag == "DA" || tag == "Y1") {
            bib::Date& date = tag == "PY" ? dates.PY : tag == "DA" ? dates.DA : dates.Y1;
            date = date.empty() ? read_ris_date(value) : date;
        } else if (tag == "ID") {
            entry.key = on_one_line(value);
        } else if (tag == "TY") {
            const auto* row = std::ranges::find(kTypes, text::trim(value), &TypeRow::ris);
            item.type = row == std::end(kTypes) ? ItemType::document : row->type;
        } else {
            take_tag(item, tag, value);
        }
    }
    item.issued = dates.best();
    if (item.issue.empty() && is_periodical(item.type)) {
        item.issue = number;
    } else if (item.issue != number) {
        keep_verbatim(item, "M1", number);
    }
    item.page = bib::normalise_pages(item.page.empty() ? article_number : item.page);
    if (says_nothing(item)) {
        return Error{
            "expected a RIS record that says something of a work, found none", {}, record.span.begin};
    }
    return entry;
}

}  // namespace

std::string write_ris(std::span<const Entry> entries) {
    std::string out;
    for (const Entry& entry : entries) {
        put_entry(out, entry);
    }
    return out;
}

bool looks_like_ris(std::string_view head) { return begins_tagged(head, kRis); }

Items read_ris(std::string_view file) {
    const std::vector<TaggedRecord> records = read_tagged(file, kRis);
    if (std::ranges::all_of(records, &TaggedRecord::headless) &&
        file.find("PMID-") != std::string_view::npos) {
        return read_nbib(file);
    }
    return read_records(records, file, kRis, read_record);
}

}  // namespace whereof::formats
