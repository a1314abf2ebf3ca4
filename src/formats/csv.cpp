// SPDX-License-Identifier: MIT
#include "formats/csv.hpp"

#include "formats/people.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

namespace whereof::formats {
namespace {

std::string names_of(const std::vector<bib::Name>& names, bool elided) {
    std::string out;
    for (const bib::Name& name : names) {
        out += out.empty() ? "" : "; ";
        out += family_first(name);
    }
    return elided && !out.empty() ? out + "; et al." : out;
}

struct Column {
    const char* name;
    std::string (*value)(const Entry& entry);
};
constexpr Column kColumns[] = {
    {"id", [](const Entry& e) { return e.id; }},
    {"verdict", [](const Entry& e) { return e.verdict; }},
    {"type", [](const Entry& e) { return std::string(bib::csl_name(e.item->type)); }},
    {"authors", [](const Entry& e) { return names_of(e.item->author, e.item->authors_elided); }},
    {"year",
     [](const Entry& e) { return e.item->issued.year > 0 ? std::to_string(e.item->issued.year) : ""; }},
    {"title", [](const Entry& e) { return e.item->title; }},
    {"container", [](const Entry& e) { return e.item->container_title; }},
    {"volume", [](const Entry& e) { return e.item->volume; }},
    {"issue", [](const Entry& e) { return e.item->issue; }},
    {"pages", [](const Entry& e) { return e.item->page; }},
    {"DOI", [](const Entry& e) { return e.item->DOI; }},
    {"PMID", [](const Entry& e) { return e.item->PMID; }},
    {"PMCID", [](const Entry& e) { return e.item->PMCID; }},
    {"URL", [](const Entry& e) { return e.item->URL; }},
    {"date", [](const Entry& e) { return iso_date(e.item->issued); }},
    {"epub", [](const Entry& e) { return iso_date(e.item->epub); }},
    {"accessed", [](const Entry& e) { return iso_date(e.item->accessed); }},
    {"container_short", [](const Entry& e) { return e.item->container_title_short; }},
    {"series", [](const Entry& e) { return e.item->collection_title; }},
    {"editors", [](const Entry& e) { return names_of(e.item->editor, e.item->editors_elided); }},
    {"edition", [](const Entry& e) { return e.item->edition; }},
    {"publisher", [](const Entry& e) { return e.item->publisher; }},
    {"place", [](const Entry& e) { return e.item->publisher_place; }},
    {"genre", [](const Entry& e) { return e.item->genre; }},
    {"language", [](const Entry& e) { return e.item->language; }},
    {"ISBN", [](const Entry& e) { return e.item->ISBN; }},
    {"ISSN", [](const Entry& e) { return e.item->ISSN; }},
    {"arXiv", [](const Entry& e) { return e.item->arXiv; }},
    {"PII", [](const Entry& e) { return e.item->PII; }},
    {"trial", [](const Entry& e) { return e.item->trial; }},
    {"note", [](const Entry& e) { return e.item->note; }},
    {"abstract", [](const Entry& e) { return e.item->abstract; }},
};

/// Would Excel, LibreOffice or Sheets begin to calculate? They look past blanks, quotes and a BOM, and take
/// full-width signs too (OWASP, "CSV Injection").
bool starts_formula(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        const char32_t c = text::next_code_point(value, at);
        if (c == U' ' || c == 0xA0 || c == 0xFEFF || c == U'"' || c == U'\'') {
            continue;
        }
        return c == U'=' || c == U'+' || c == U'-' || c == U'@' || c < 0x20 || c == 0xFF1D || c == 0xFF0B ||
               c == 0xFF0D || c == 0xFF20;
    }
    return false;
}

}  // namespace

std::string csv_field(std::string_view value) {
    std::string out = starts_formula(value) ? "\"'" : "\"";
    for (const char c : text::make_valid_utf8(value)) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

std::string without_formula_guard(std::string_view value) {
    const bool guarded = value.starts_with('\'') && starts_formula(value.substr(1));
    return std::string(value.substr(guarded ? 1 : 0));
}

std::string write_csv(std::span<const Entry> entries) {
    std::string out;
    for (const Column& column : kColumns) {
        out += (out.empty() ? "" : ",") + csv_field(column.name);
    }
    out += "\r\n";
    for (const Entry& entry : entries) {
        bool first = true;
        for (const Column& column : kColumns) {
            out += (first ? "" : ",") + csv_field(column.value(entry));
            first = false;
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace whereof::formats
