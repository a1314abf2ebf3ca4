// SPDX-License-Identifier: MIT
#include "formats/bibtex.hpp"

#include "formats/bibtex_fields.hpp"
#include "formats/notes.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;

enum class Dialect : unsigned char { bibtex, biblatex };

constexpr std::array kHomeless{Field::PII, Field::trial};

std::string_view type_name(ItemType type, Dialect dialect) {
    const auto* row = std::ranges::find_if(kBibtexTypes, [&](const BibtexType& each) {
        return each.type == type && (dialect == Dialect::bibtex ? each.in_bibtex : each.in_biblatex);
    });
    return row == std::end(kBibtexTypes) ? "misc" : row->name;
}

/// Do the braces of a text pair? BibTeX counts them even behind a backslash.
bool is_balanced(std::string_view text) {
    std::ptrdiff_t depth = 0;
    for (const char c : text) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth < 0) {
            return false;
        }
    }
    return depth == 0;
}

/// TeX's special characters spelled out, on one line.
std::string escape(std::string_view raw) {
    const std::string text = on_one_line(raw);
    const bool balanced = is_balanced(text);
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
            case '%':
            case '$':
            case '#':
            case '_':
                out.push_back('\\');
                out.push_back(c);
                break;
            case '{':
                out += balanced ? "\\{" : "\\textbraceleft{}";
                break;
            case '}':
                out += balanced ? "\\}" : "\\textbraceright{}";
                break;
            case '~':
                out += "\\textasciitilde{}";
                break;
            case '^':
                out += "\\textasciicircum{}";
                break;
            case '\\':
                out += "\\textbackslash{}";
                break;
            default:
                out.push_back(c);
        }
    }
    return out;
}

/// A DOI or URL: TeX leaves it alone, only braces and backslashes cannot stand.
std::string verbatim(std::string_view raw) {
    std::string out;
    for (const char c : on_one_line(raw)) {
        if (c == '{' || c == '}' || c == '\\' || c == ' ') {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            out.push_back(c);
        }
    }
    return out;
}

/// Does the lower-casing of titles by styles hurt this word? "DNA", "McKenzie", "mHealth" yes; "The" no.
bool needs_braces(std::string_view word) {
    std::size_t index = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = text::next_code_point(word, at);
        if (text::is_upper(c) && index > 0) {
            return true;
        }
        index += text::is_letter(c) || text::is_digit(c) ? 1U : 0U;
    }
    return false;
}

/// escape(), with the words that keep their capitals in braces.
std::string title_value(std::string_view raw) {
    const std::string title = on_one_line(raw);
    const bool balanced = is_balanced(title);
    if (!balanced || title.find('{') != std::string::npos) {
        return escape(title);  // braces of its own: leave its words alone
    }
    std::string out;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t end = std::min(title.find(' ', at), title.size());
        const std::string word = title.substr(at, end - at);
        out += (out.empty() ? "" : " ") + (needs_braces(word) ? "{" + escape(word) + "}" : escape(word));
        at = end + 1;
    }
    return out;
}

bool holds_and(std::string_view name) {
    const std::string lower = " " + text::ascii_lower(name) + " ";
    return lower.find(" and ") != std::string::npos;
}

/// A part of a name that would be divided or taken for another part is set in braces.
std::string name_part(const std::string& part) {
    const bool divides = part.find(',') != std::string::npos || holds_and(part);
    return divides ? "{" + escape(part) + "}" : escape(part);
}

std::string name_value(const bib::Name& name) {
    if (name.family.empty()) {
        return "{" + escape(name.literal.empty() ? name.given : name.literal) + "}";
    }
    std::string family = name_part(name.family);
    std::size_t at = 0;
    const bool small = text::is_lower(text::next_code_point(name.family, at));
    if (small && !family.starts_with('{')) {
        family = "{" + family + "}";  // else it would be read as a particle
    }
    std::string out = name.non_dropping_particle.empty() ? "" : escape(name.non_dropping_particle) + " ";
    out += family;
    if (!name.suffix.empty()) {
        out += ", " + name_part(name.suffix);
    }
    std::string given = name.given;
    given += (given.empty() || name.dropping_particle.empty() ? "" : " ") + name.dropping_particle;
    return given.empty() && name.suffix.empty() ? "{" + out + "}" : out + ", " + name_part(given);
}

std::string names_value(const std::vector<bib::Name>& names, bool elided) {
    std::string out;
    for (const bib::Name& name : names) {
        out += (out.empty() ? "" : " and ") + name_value(name);
    }
    return elided && !out.empty() ? out + " and others" : out;
}

std::string pages_value(std::string_view page) {
    std::string out;
    for (const char c : escape(page)) {
        out += c == '-' ? "--" : std::string(1, c);
    }
    return out;
}

void put(std::string& out, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        out += fmt::format("  {} = {{{}}},\n", name, value);
    }
}

std::string_view container_name(ItemType type, Dialect dialect) {
    if (type == ItemType::chapter || type == ItemType::paper_conference) {
        return "booktitle";
    }
    return dialect == Dialect::biblatex ? "journaltitle" : "journal";
}

std::string_view publisher_name(ItemType type, Dialect dialect) {
    if (type == ItemType::thesis) {
        return dialect == Dialect::biblatex ? "institution" : "school";
    }
    return type == ItemType::report ? "institution" : "publisher";
}

void put_dates(std::string& out, const bib::Item& item, Dialect dialect) {
    if (dialect == Dialect::biblatex) {
        put(out, item.issued.year > 0 ? "date" : "pubstate", escape(iso_date(item.issued)));
        put(out, "urldate", item.accessed.year > 0 ? iso_date(item.accessed) : "");
        return;
    }
    put(out, "year", item.issued.year > 0 ? std::to_string(item.issued.year) : escape(item.issued.literal));
    constexpr std::array<const char*, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
    if (item.issued.month >= 1 && item.issued.month <= 12) {
        out += fmt::format("  month = {},\n", kMonths[static_cast<std::size_t>(item.issued.month - 1)]);
        put(out, "day", item.issued.day > 0 ? std::to_string(item.issued.day) : "");
    }
    put(out, "urldate", item.accessed.year > 0 ? iso_date(item.accessed) : "");
}

std::string note_value(const Entry& entry) {
    std::string out;
    for (const std::string& note : notes_of(*entry.item, kHomeless)) {
        out += (out.empty() ? "" : "; ") + escape(note);
    }
    if (!entry.verdict.empty()) {
        out += (out.empty() ? "" : "; ") + escape("whereof: " + entry.verdict);
    }
    return out;
}

void put_entry(std::string& out, const Entry& entry, const std::string& key, Dialect dialect) {
    const bib::Item& item = *entry.item;
    out += fmt::format("@{}{{{},\n", type_name(item.type, dialect), key);
    put(out, "author", names_value(item.author, item.authors_elided));
    put(out, "editor", names_value(item.editor, item.editors_elided));
    put(out, "title", title_value(item.title));
    put(out, container_name(item.type, dialect), title_value(item.container_title));
    put(out, "shortjournal", escape(item.container_title_short));
    put_dates(out, item, dialect);
    put(out, publisher_name(item.type, dialect), escape(item.publisher));
    put(out, dialect == Dialect::biblatex ? "location" : "address", escape(item.publisher_place));
    put(out, "type", escape(item.genre));
    put(out, "pages", pages_value(item.page));
    for (const auto& [name, field] : kBibtexFields) {
        if (name == "note") {
            break;  // those behind it are read only
        }
        const std::string& value = item.text(field);
        put(out, name, is_verbatim(name) ? verbatim(value) : escape(value));
    }
    put(out, "eprint", verbatim(item.arXiv));
    if (!item.arXiv.empty()) {
        put(out, dialect == Dialect::biblatex ? "eprinttype" : "archiveprefix", "arXiv");
    }
    put(out, dialect == Dialect::biblatex ? "langid" : "language", escape(item.language));
    put(out, "abstract", escape(item.abstract));
    put(out, "note", note_value(entry));
    out += "}\n\n";
}

std::string write(std::span<const Entry> entries, Dialect dialect) {
    const std::vector<std::string> keys = citation_keys(entries);
    std::string out;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        put_entry(out, entries[i], keys[i], dialect);
    }
    return out;
}

}  // namespace

std::string write_bibtex(std::span<const Entry> entries) { return write(entries, Dialect::bibtex); }

std::string write_biblatex(std::span<const Entry> entries) { return write(entries, Dialect::biblatex); }

}  // namespace whereof::formats
