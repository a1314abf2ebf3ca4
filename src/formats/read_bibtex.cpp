// SPDX-License-Identifier: MIT
#include "bib/dates.hpp"
#include "bib/numbers.hpp"
#include "formats/bibtex.hpp"
#include "formats/bibtex_entries.hpp"
#include "formats/bibtex_fields.hpp"
#include "formats/notes.hpp"
#include "formats/people.hpp"
#include "formats/tex_text.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;

/// The parts of a text between `divider`s that stand outside braces.
std::vector<std::string_view> split(std::string_view text, std::string_view divider) {
    std::vector<std::string_view> out;
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') {
            ++depth;
        } else if (text[at] == '}') {
            depth -= depth > 0 ? 1U : 0U;
        } else if (depth == 0 && text::ascii_lower(text.substr(at, divider.size())) == divider) {
            out.push_back(text.substr(begin, at - begin));
            at += divider.size() - 1;
            begin = at + 1;
        }
    }
    out.push_back(text.substr(begin));
    return out;
}

bool is_whole_group(std::string_view text) {
    if (!text.starts_with('{') || !text.ends_with('}')) {
        return false;
    }
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += text[at] == '{' ? 1U : 0U;
        depth -= text[at] == '}' && depth > 0 ? 1U : 0U;
        if (depth == 0) {
            return at + 1 == text.size();
        }
    }
    return false;
}

std::string decoded(std::string_view tex) { return on_one_line(tex_to_text(tex)); }

/// Small words outside braces: "von" in "von Last".
bool is_particle(std::string_view word) {
    std::size_t at = 0;
    return !word.empty() && word.front() != '{' && word.front() != '\\' &&
           text::is_lower(text::next_code_point(word, at));
}

/// "von Last" into particle and family name.
void take_last(bib::Name& name, std::string_view tex) {
    const std::vector<std::string_view> words = split(text::trim(tex), " ");
    std::size_t particles = 0;
    while (particles + 1 < words.size() && is_particle(words[particles])) {
        ++particles;
    }
    std::string particle;
    std::string family;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string& target = i < particles ? particle : family;
        target += (target.empty() ? "" : " ") + std::string(words[i]);
    }
    name.non_dropping_particle = decoded(particle);
    name.family = decoded(family);
}

bib::Name read_name(std::string_view tex) {
    bib::Name out;
    tex = text::trim(tex);
    if (is_whole_group(tex)) {
        out.literal = decoded(tex);
        return out;
    }
    const std::vector<std::string_view> parts = split(tex, ",");
    if (parts.size() >= 2) {
        take_last(out, parts[0]);
        if (parts.size() >= 3) {
            out.suffix = decoded(parts[1]);
        }
        out.given = decoded(parts.back());
        divide_given(out);
        return out;
    }
    // First von Last
    const std::vector<std::string_view> words = split(tex, " ");
    std::size_t last = words.size() - 1;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (is_particle(words[i])) {
            last = i;
            break;
        }
    }
    if (words.size() == 1) {
        out.literal = decoded(tex);
        return out;
    }
    std::string given;
    for (std::size_t i = 0; i < last; ++i) {
        given += (given.empty() ? "" : " ") + std::string(words[i]);
    }
    out.given = decoded(given);
    take_last(out, tex.substr(static_cast<std::size_t>(words[last].data() - tex.data())));
    return out;
}

void take_names(std::vector<bib::Name>& names, bool& elided, std::string_view value) {
    const std::string line = on_one_line(value);
    for (const std::string_view part : split(line, " and ")) {
        if (says_list_goes_on(part)) {
            elided = true;
        } else if (!text::trim(part).empty()) {
            names.push_back(read_name(part));
        }
    }
}

/// date = {2002-07-25/2003}, or year, month and day apart.
bib::Date read_date(const BibtexEntry& entry) {
    if (const std::string_view date = entry.field("date"); !date.empty()) {
        return bib::parse_date(decoded(date.substr(0, date.find('/'))));
    }
    bib::Date out = bib::parse_date(decoded(entry.field("year")));
    const std::string month = decoded(entry.field("month"));
    if (out.year == 0 || month.empty()) {
        return out;
    }
    const bool digits = month.size() <= 2 && std::ranges::all_of(month, text::is_ascii_digit);
    const bib::Date inside = digits ? bib::Date{out.year, std::stoi(month), 0, {}}
                                    : bib::parse_date(month + " " + std::to_string(out.year));
    out.month = inside.month >= 1 && inside.month <= 12 ? inside.month : 0;
    out.day = inside.day;
    const std::string day = decoded(entry.field("day"));
    if (out.month != 0 && !day.empty() && day.size() <= 2 && std::ranges::all_of(day, text::is_ascii_digit)) {
        out.day = std::stoi(day);
    }
    out.day = out.month != 0 && out.day <= 31 ? out.day : 0;
    return out;
}

std::string read_pages(std::string_view value) {
    std::string out = tex_to_text(value);
    for (const std::string_view dash : {"–", "—"}) {
        for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash, at)) {
            out.replace(at, dash.size(), "-");
        }
    }
    return bib::normalise_pages(out);
}

ItemType type_of(const BibtexEntry& entry) {
    const auto* row = std::ranges::find(kBibtexTypes, entry.type, &BibtexType::name);
    if (entry.type == "online" && !entry.field("eprint").empty()) {
        return ItemType::article;
    }
    if (entry.type == "online") {
        return ItemType::webpage;
    }
    return row == std::end(kBibtexTypes) ? ItemType::document : row->type;
}

void take_eprint(bib::Item& item, const BibtexEntry& entry) {
    const std::string number = tex_verbatim(entry.field("eprint"));
    std::string_view kind = entry.field("eprinttype");
    kind = kind.empty() ? entry.field("archiveprefix") : kind;
    const std::string lower = text::ascii_lower(kind);
    if (lower == "pubmed" || lower == "pmid") {
        take_identifier(item, Field::PMID, number);
    } else if (lower == "pmcid" || lower == "pmc") {
        take_identifier(item, Field::PMCID, number);
    } else if (lower.empty() || lower == "arxiv") {
        take_identifier(item, Field::arXiv, number);
    } else {
        take_archive(item, decoded(kind), number);
    }
}

/// howpublished = {\url{https://who.int/a_b}}: the address, when there is nothing but one.
std::string published_address(std::string_view tex) {
    constexpr std::string_view kUrl = "\\url";
    tex = text::trim(tex);
    while (is_whole_group(tex)) {
        tex = text::trim(tex.substr(1, tex.size() - 2));
    }
    if (tex.starts_with(kUrl)) {
        tex.remove_prefix(kUrl.size());
    }
    const std::string out = on_one_line(tex_verbatim(tex));
    const bool address = out.starts_with("https://") || out.starts_with("http://") || out.starts_with("www.");
    return address && out.find_first_of(" \\") == std::string::npos ? out : std::string();
}

void take_field(bib::Item& item, std::string_view name, std::string_view value) {
    constexpr auto kElsewhere = std::to_array<std::string_view>(
        {"author",      "editor",   "title",  "subtitle",     "date",       "year",          "month",
         "day",         "urldate",  "pages",  "eprint",       "eprinttype", "archiveprefix", "primaryclass",
         "eprintclass", "language", "langid", "shortjournal", "crossref",   "pubstate",      "abstract",
         "keywords",    "file",     "annote", "timestamp",    "booktitle",  "fjournal"});
    const bool abbreviated =
        name == "journal" && !item.container_title.empty() && decoded(value) == item.container_title_short;
    if (abbreviated || std::ranges::find(kElsewhere, name) != kElsewhere.end()) {
        return;
    }
    const auto* row = std::ranges::find(kBibtexFields, name, &BibtexField::name);
    const std::string text = is_verbatim(name) ? tex_verbatim(value) : decoded(value);
    if (row == std::end(kBibtexFields)) {
        keep_verbatim(item, name, text);
        return;
    }
    if (const std::string address = name == "howpublished" ? published_address(value) : "";
        !address.empty()) {
        take_text(item, Field::URL, address);
        return;
    }
    switch (row->field) {
        case Field::DOI:
        case Field::PMID:
        case Field::PMCID:
        case Field::ISBN:
        case Field::ISSN:
            take_identifier(item, row->field, text);
            break;
        case Field::note:
            for (const std::string_view part : split(value, "; ")) {
                take_note(item, decoded(part));
            }
            break;
        default:
            take_text(item, row->field, text);
    }
}

Result<ReadEntry> read_entry(const BibtexEntry& entry) {
    ReadEntry out{{}, entry.key, entry.span};
    bib::Item& item = out.item;
    item.type = type_of(entry);
    take_names(item.author, item.authors_elided, entry.field("author"));
    take_names(item.editor, item.editors_elided, entry.field("editor"));
    item.title = decoded(entry.field("title"));
    if (const std::string subtitle = decoded(entry.field("subtitle")); !subtitle.empty()) {
        item.title += (item.title.empty() ? "" : ": ") + subtitle;
    }
    item.container_title_short = decoded(entry.field("shortjournal"));
    item.container_title = decoded(entry.field("booktitle"));
    if (const std::string full = decoded(entry.field("fjournal")); !full.empty()) {  // so MathSciNet
        item.container_title = full;
        item.container_title_short = decoded(entry.field("journal"));
    }
    item.issued = read_date(entry);
    if (item.issued.empty()) {
        item.issued.literal = decoded(entry.field("pubstate"));
    }
    item.accessed = bib::parse_date(decoded(entry.field("urldate")));
    item.page = read_pages(entry.field("pages"));
    item.language = decoded(entry.field(entry.field("langid").empty() ? "language" : "langid"));
    item.abstract = decoded(entry.field("abstract"));
    for (const auto& [name, value] : entry.fields) {
        take_field(item, name, value);
    }
    take_eprint(item, entry);
    const bool elsewhere = !item.container_title.empty() || !item.publisher.empty() || !item.DOI.empty() ||
                           !item.PMID.empty() || !item.arXiv.empty() || !item.ISBN.empty();
    if (item.type == ItemType::document && !elsewhere &&
        !published_address(entry.field("howpublished")).empty()) {
        item.type = ItemType::webpage;
    }
    if (says_nothing(item)) {
        return Error{"expected an entry that says something of a work, found none in '" +
                         entry.key.substr(0, 60) + "'",
                     {},
                     entry.span.begin};
    }
    return out;
}

constexpr std::size_t kLongestInherited = 2000;

/// What an entry lacks it has from the one that it names under crossref, whose title is its book's.
void inherit(BibtexEntry& child, const BibtexEntry& parent) {
    for (const auto& [name, value] : parent.fields) {
        const std::string_view target = name == "title" ? "booktitle" : std::string_view(name);
        // Nobody inherits a book; a thousand children of a megabyte would make a gigabyte.
        if (child.field(target).empty() && name != "crossref" && value.size() <= kLongestInherited) {
            child.fields.emplace_back(target, value);
        }
    }
}

}  // namespace

bool looks_like_bibtex(std::string_view head) { return begins_bibtex(head); }

Items read_bibtex(std::string_view file) {
    std::vector<Result<BibtexEntry>> entries = read_bibtex_entries(file);
    std::unordered_map<std::string, BibtexEntry> parents;
    std::vector<std::string> wanted;
    for (const auto& entry : entries) {
        if (entry && !entry->field("crossref").empty()) {
            wanted.push_back(text::ascii_lower(text::trim(entry->field("crossref"))));
        }
    }
    std::ranges::sort(wanted);
    for (const auto& entry : entries) {
        if (entry && std::ranges::binary_search(wanted, text::ascii_lower(entry->key))) {
            parents.try_emplace(text::ascii_lower(entry->key), *entry);
        }
    }
    Items out;
    for (auto& entry : entries) {
        if (!entry) {
            out.push_back(std::move(entry).error());
            continue;
        }
        if (const auto parent = parents.find(text::ascii_lower(text::trim(entry->field("crossref"))));
            parent != parents.end()) {
            inherit(*entry, parent->second);
        }
        out.push_back(read_entry(*entry));
    }
    return out;
}

}  // namespace whereof::formats
