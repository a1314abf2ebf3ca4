// SPDX-License-Identifier: MIT
#include "formats/ris.hpp"

#include "text/utf8.hpp"

#include <array>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

struct TypeRow {
    bib::ItemType type;
    std::string_view ris;
};
/// The types of the RIS specification (2011 edition) that CSL's have a counterpart of.
constexpr std::array kTypes{
    TypeRow{bib::ItemType::article_journal, "JOUR"},
    TypeRow{bib::ItemType::article_magazine, "MGZN"},
    TypeRow{bib::ItemType::article_newspaper, "NEWS"},
    TypeRow{bib::ItemType::article, "UNPB"},
    TypeRow{bib::ItemType::book, "BOOK"},
    TypeRow{bib::ItemType::chapter, "CHAP"},
    TypeRow{bib::ItemType::dataset, "DATA"},
    TypeRow{bib::ItemType::document, "GEN"},
    TypeRow{bib::ItemType::legislation, "STAT"},
    TypeRow{bib::ItemType::paper_conference, "CPAPER"},
    TypeRow{bib::ItemType::patent, "PAT"},
    TypeRow{bib::ItemType::report, "RPRT"},
    TypeRow{bib::ItemType::software, "COMP"},
    TypeRow{bib::ItemType::thesis, "THES"},
    TypeRow{bib::ItemType::webpage, "ELEC"},
};

std::string_view ris_type(bib::ItemType type) {
    for (const auto& row : kTypes) {
        if (row.type == type) {
            return row.ris;
        }
    }
    return "GEN";
}

/// A value on one line: every line break and control character (also NEL and U+2028/9) becomes a blank.
std::string one_line(std::string_view value) {
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const char32_t c = text::next_code_point(value, at);
        const bool breaks =
            c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == U'\u2028' || c == U'\u2029';
        if (!breaks) {
            text::append_code_point(out, c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    return std::string(text::trim(out));
}

void put(std::string& out, std::string_view tag, std::string_view value) {
    const std::string line = one_line(value);
    if (!line.empty()) {
        out += fmt::format("{}  - {}\r\n", tag, line);
    }
}

/// "van der Heijden, Geert, Jr."
std::string ris_name(const bib::Name& name) {
    if (name.family.empty()) {
        return name.literal.empty() ? name.given : name.literal;
    }
    std::string out =
        name.non_dropping_particle.empty() ? name.family : name.non_dropping_particle + " " + name.family;
    const std::string given = name.dropping_particle.empty()
                                  ? name.given
                                  : std::string(text::trim(name.given + " " + name.dropping_particle));
    if (!given.empty() || !name.suffix.empty()) {
        out += ", " + given;
    }
    if (!name.suffix.empty()) {
        out += ", " + name.suffix;
    }
    return out;
}

std::string ris_date(const bib::Date& date) {
    if (date.year == 0) {
        return date.literal;
    }
    std::string out = fmt::format("{:04}", date.year);
    if (date.month > 0) {
        out += fmt::format("/{:02}", date.month);
    }
    if (date.month > 0 && date.day > 0) {
        out += fmt::format("/{:02}", date.day);
    }
    return out;
}

void put_pages(std::string& out, const std::string& page) {
    const std::size_t dash = page.find('-');
    put(out, "SP", page.substr(0, dash));
    if (dash != std::string::npos) {
        put(out, "EP", page.substr(dash + 1));
    }
}

void put_item(std::string& out, const Entry& entry) {
    const bib::Item& item = *entry.item;
    put(out, "TY", ris_type(item.type));
    put(out, "ID", entry.id);
    for (const auto& name : item.author) {
        put(out, "AU", ris_name(name));
    }
    for (const auto& name : item.editor) {
        put(out, "ED", ris_name(name));
    }
    put(out, "TI", item.title);
    put(out, "T2", item.container_title);
    put(out, "J2", item.container_title_short);
    put(out, "T3", item.collection_title);
    if (item.issued.year > 0) {
        put(out, "PY", fmt::format("{:04}", item.issued.year));
    }
    put(out, "DA", ris_date(item.issued));
    put(out, "VL", item.volume);
    put(out, "IS", item.issue);
    put_pages(out, item.page);
    put(out, "ET", item.edition);
    put(out, "PB", item.publisher);
    put(out, "CY", item.publisher_place);
    put(out, "M3", item.genre);
    put(out, "LA", item.language);
    put(out, "SN", item.ISBN.empty() ? item.ISSN : item.ISBN);
    put(out, "DO", item.DOI);
    put(out, "AN", item.PMID);
    put(out, "C2", item.PMCID);
    put(out, "UR", item.URL);
    put(out, "Y2", ris_date(item.accessed));
    put(out, "N1", item.note);
    out += "ER  - \r\n\r\n";
}

}  // namespace

std::string write_ris(std::span<const Entry> entries) {
    std::string out;
    for (const auto& entry : entries) {
        put_item(out, entry);
    }
    return out;
}

}  // namespace whereof::formats
