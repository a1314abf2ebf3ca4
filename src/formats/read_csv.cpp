// SPDX-License-Identifier: MIT
#include "base/csv_rows.hpp"
#include "bib/dates.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "formats/csv.hpp"
#include "formats/people.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;

constexpr std::size_t kLongestRow = std::size_t{16} << 20U;

struct Column {
    std::string_view name;  ///< in small letters and digits alone
    void (*take)(ReadEntry& entry, const std::string& value);
};

template <Field kField>
void text(ReadEntry& entry, const std::string& value) {
    take_text(entry.item, kField, value);
}
template <Field kField>
void identifier(ReadEntry& entry, const std::string& value) {
    take_identifier(entry.item, kField, value);
}
void serials(ReadEntry& entry, const std::string& value) { take_serials(entry.item, value); }
void key(ReadEntry& entry, const std::string& value) { entry.key = value; }
void year(ReadEntry& entry, const std::string& value) {
    if (entry.item.issued.empty()) {
        entry.item.issued = bib::parse_date(value);
    }
}
/// A whole date is more than a year, unless it is one of something else.
void date(ReadEntry& entry, const std::string& value) {
    const bib::Date whole = bib::parse_date(value);
    if (entry.item.issued.empty() || entry.item.issued.year == whole.year) {
        entry.item.issued = whole;
    }
}
void first_page(ReadEntry& entry, const std::string& value) {
    entry.item.page = value + (entry.item.page.starts_with('-') ? entry.item.page : "");
}
void last_page(ReadEntry& entry, const std::string& value) { entry.item.page += "-" + value; }
void article_number(ReadEntry& entry, const std::string& value) {
    if (entry.item.page.empty()) {
        entry.item.page = value;
    }
}

/// "Maher, C; Underwood, M" (Zotero, ours), "Maher C., Underwood M." (Scopus, PubMed).
void take_list(std::vector<bib::Name>& names, bool& elided, std::string_view value) {
    const auto commas = std::ranges::count(value, ',');
    const std::string_view first = value.substr(0, value.find(','));
    if (value.find(';') == std::string_view::npos && commas > 0 &&
        (commas > 1 || text::trim(first).find(' ') != std::string_view::npos)) {
        bib::NameList list = bib::parse_names(value);
        std::ranges::move(list.names, std::back_inserter(names));
        elided = elided || list.elided;
        return;
    }
    add_people(names, elided, value);
}
void authors(ReadEntry& entry, const std::string& value) {
    if (entry.item.author.empty()) {
        take_list(entry.item.author, entry.item.authors_elided, value);
    }
}
void editors(ReadEntry& entry, const std::string& value) {
    take_list(entry.item.editor, entry.item.editors_elided, value);
}

struct TypeRow {
    std::string_view name;
    ItemType type;
};
/// What Zotero and Scopus call types, beside CSL's own names.
constexpr TypeRow kTypes[] = {
    {"journalarticle", ItemType::article_journal},
    {"article", ItemType::article_journal},
    {"review", ItemType::article_journal},
    {"editorial", ItemType::article_journal},
    {"letter", ItemType::article_journal},
    {"note", ItemType::article_journal},
    {"shortsurvey", ItemType::article_journal},
    {"erratum", ItemType::article_journal},
    {"retracted", ItemType::article_journal},
    {"articleinpress", ItemType::article_journal},
    {"magazinearticle", ItemType::article_magazine},
    {"newspaperarticle", ItemType::article_newspaper},
    {"preprint", ItemType::article},
    {"booksection", ItemType::chapter},
    {"bookchapter", ItemType::chapter},
    {"conferencepaper", ItemType::paper_conference},
    {"blogpost", ItemType::webpage},
    {"computerprogram", ItemType::software},
    {"statute", ItemType::legislation},
};

std::string letters_of(std::string_view name) {
    std::string out;
    for (const char c : text::ascii_lower(name)) {
        if (text::is_ascii_alnum(c)) {
            out.push_back(c);
        }
    }
    return out;
}

void type(ReadEntry& entry, const std::string& value) {
    if (const auto known = bib::item_type_of_csl_name(value); known && value != "article") {
        entry.item.type = *known;
        return;
    }
    const std::string letters = letters_of(value);
    const auto* row = std::ranges::find(kTypes, letters, &TypeRow::name);
    if (row != std::end(kTypes)) {
        // CSL's "article" is a preprint; Scopus's "Article" stands in a journal.
        entry.item.type = value == "article" ? ItemType::article : row->type;
    } else {
        keep_verbatim(entry.item, "type", value);
    }
}

constexpr Column kColumns[] = {
    {"id", key},
    {"key", key},
    {"type", type},
    {"itemtype", type},
    {"documenttype", type},
    {"authors", authors},
    {"author", authors},
    {"editors", editors},
    {"editor", editors},
    {"year", year},
    {"publicationyear", year},
    {"date", date},
    {"publicationdate", date},
    {"title", text<Field::title>},
    {"articletitle", text<Field::title>},
    {"container", text<Field::container_title>},
    {"containertitle", text<Field::container_title>},
    {"sourcetitle", text<Field::container_title>},
    {"publicationtitle", text<Field::container_title>},
    {"journal", text<Field::container_title>},
    {"journalbook", text<Field::container_title>},
    {"journaltitle", text<Field::container_title>},
    {"containershort", [](ReadEntry& e, const std::string& v) { e.item.container_title_short = v; }},
    {"abbreviatedsourcetitle", [](ReadEntry& e, const std::string& v) { e.item.container_title_short = v; }},
    {"journalabbreviation", [](ReadEntry& e, const std::string& v) { e.item.container_title_short = v; }},
    {"volume", text<Field::volume>},
    {"issue", text<Field::issue>},
    {"number", text<Field::issue>},
    {"pages", first_page},
    {"page", first_page},
    {"pagestart", first_page},
    {"startpage", first_page},
    {"pageend", last_page},
    {"endpage", last_page},
    {"artno", article_number},
    {"articlenumber", article_number},
    {"doi", identifier<Field::DOI>},
    {"pmid", identifier<Field::PMID>},
    {"pubmedid", identifier<Field::PMID>},
    {"pmcid", identifier<Field::PMCID>},
    {"arxiv", identifier<Field::arXiv>},
    {"pii", identifier<Field::PII>},
    {"trial", identifier<Field::trial>},
    {"isbn", serials},
    {"issn", serials},
    {"url", text<Field::URL>},
    {"publisher", text<Field::publisher>},
    {"place", text<Field::publisher_place>},
    {"series", text<Field::collection_title>},
    {"edition", text<Field::edition>},
    {"genre", text<Field::genre>},
    {"language", [](ReadEntry& e, const std::string& v) { e.item.language = v; }},
    {"abstract", [](ReadEntry& e, const std::string& v) { take_abstract(e.item, v); }},
    {"abstractnote", [](ReadEntry& e, const std::string& v) { take_abstract(e.item, v); }},
    {"epub", [](ReadEntry& e, const std::string& v) { e.item.epub = bib::parse_date(v); }},
    {"accessed", [](ReadEntry& e, const std::string& v) { e.item.accessed = bib::parse_date(v); }},
    {"accessdate", [](ReadEntry& e, const std::string& v) { e.item.accessed = bib::parse_date(v); }},
    {"note", [](ReadEntry& e, const std::string& v) { keep_verbatim(e.item, "", v); }},
};

/// PubMed's own table, and many another, does not say what kind of work a row is.
bool stands_in_journal(const bib::Item& item) {
    const bool numbered = !item.PMID.empty() || !item.volume.empty() || !item.issue.empty() ||
                          !item.ISSN.empty() || !item.DOI.empty();
    return !item.container_title.empty() && item.ISBN.empty() && numbered;
}

const Column* find_column(std::string_view header) {
    const auto* row = std::ranges::find(kColumns, letters_of(header), &Column::name);
    return row == std::end(kColumns) ? nullptr : row;
}

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view file) {
    return file.substr(file.starts_with(kMark) ? kMark.size() : 0);
}

/// What most divides the header row: "," (RFC 4180), ";" (Excel where the comma is decimal) or a tab.
char separator_of(std::string_view file) {
    const std::string_view header = file.substr(0, file.find('\n'));
    constexpr std::array kSeparators{',', ';', '\t'};
    return *std::ranges::max_element(kSeparators, {}, [&](char c) { return std::ranges::count(header, c); });
}

std::vector<std::string> header_of(std::string_view file) {
    const auto source = open_bytes(file, {});
    CsvRows rows(*source, kLongestRow, separator_of(file));
    std::vector<std::string> header;
    rows.next(header);
    return header;
}

/// A row under its columns; `span` and errors are in bytes of the whole file.
Result<ReadEntry> read_row(const std::vector<std::string>& row, const std::vector<const Column*>& columns,
                           Span span) {
    ReadEntry entry{{}, {}, span};
    bool typed = false;
    for (std::size_t i = 0; i < std::min(columns.size(), row.size()); ++i) {
        const std::string value = without_formula_guard(row[i]);
        if (columns[i] != nullptr && !text::trim(value).empty()) {
            columns[i]->take(entry, std::string(text::trim(value)));
            typed = typed || columns[i]->take == type;
        }
    }
    bib::Item& item = entry.item;
    item.page = bib::normalise_pages(item.page);
    if (!typed && stands_in_journal(item)) {
        item.type = ItemType::article_journal;
    }
    if (says_nothing(item)) {
        return Error{"expected a row that says something of a work, found none", {}, span.begin};
    }
    return entry;
}

}  // namespace

bool looks_like_csv(std::string_view head) {
    head = without_mark(head);
    if (head.empty() || head.front() == '<' || head.front() == '{' || head.front() == '[') {
        return false;
    }
    const auto header = header_of(head.substr(0, head.find('\n')));
    const auto has = [&](std::initializer_list<decltype(Column::take)> wanted) {
        return std::ranges::any_of(header, [&](const std::string& name) {
            const Column* column = find_column(name);
            return column != nullptr && std::ranges::find(wanted, column->take) != wanted.end();
        });
    };
    return header.size() >= 3 && has({text<Field::title>}) &&
           has({authors, year, identifier<Field::DOI>, identifier<Field::PMID>});
}

Items read_csv(std::string_view file) {
    const std::size_t mark = file.size() - without_mark(file).size();
    file.remove_prefix(mark);
    const auto source = open_bytes(file, {});
    CsvRows rows(*source, kLongestRow, separator_of(file));
    std::vector<std::string> row;
    std::vector<const Column*> columns;
    std::string_view header;
    Items out;
    for (std::size_t number = 1; rows.next(row); ++number) {
        const auto begin = static_cast<std::size_t>(rows.offset());
        const std::string_view line =
            text::trim(file.substr(begin, static_cast<std::size_t>(rows.end()) - begin));
        if (line.empty() && !columns.empty()) {
            continue;
        }
        // Joined files bring their header once more.
        const bool joined = line.starts_with(kMark) && looks_like_csv(line);
        if (columns.empty() || joined) {
            header = without_mark(line);
            columns.clear();
            for (const std::string& name : joined ? header_of(header) : row) {
                columns.push_back(find_column(name));
            }
            continue;
        }
        if (line == header) {
            continue;
        }
        if (rows.is_unclosed()) {
            out.emplace_back(
                Error{fmt::format("row {}: a quote that is not closed", number), {}, mark + begin});
            continue;
        }
        out.push_back(read_row(row, columns, {mark + begin, mark + begin + line.size()}));
    }
    return out;
}

}  // namespace whereof::formats
