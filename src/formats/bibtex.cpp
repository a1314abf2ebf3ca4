// SPDX-License-Identifier: MIT
#include "formats/bibtex.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

std::string_view entry_type(bib::ItemType type) {
    using enum bib::ItemType;
    switch (type) {
        case article_journal:
        case article_magazine:
        case article_newspaper:
            return "article";
        case book:
            return "book";
        case chapter:
            return "incollection";
        case paper_conference:
            return "inproceedings";
        case report:
            return "techreport";
        case thesis:
            return "phdthesis";
        case article:
        case dataset:
        case document:
        case legislation:
        case patent:
        case software:
        case webpage:
            return "misc";
    }
    return "misc";
}

/// TeX's special characters spelled out, control characters dropped, braces made harmless.
std::string escape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        switch (c) {
            case U'&':
            case U'%':
            case U'$':
            case U'#':
            case U'_':
                out.push_back('\\');
                out.push_back(static_cast<char>(c));
                break;
            case U'{':
                out += "\\{";
                break;
            case U'}':
                out += "\\}";
                break;
            case U'~':
                out += "\\textasciitilde{}";
                break;
            case U'^':
                out += "\\textasciicircum{}";
                break;
            case U'\\':
                out += "\\textbackslash{}";
                break;
            default:
                if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
                    if (!out.empty() && out.back() != ' ') {
                        out.push_back(' ');
                    }
                } else {
                    text::append_code_point(out, c);
                }
        }
    }
    return out;
}

/// Does BibTeX's lower-casing of titles hurt this word? "DNA", "McKenzie", "mHealth" yes; "The" no.
bool needs_braces(std::string_view word) {
    for (std::size_t at = 0, index = 0; at < word.size(); ++index) {
        const char32_t c = text::next_code_point(word, at);
        if (text::is_upper(c) && (index > 0 || at == word.size())) {
            return word != "A" && word != "I";
        }
    }
    return false;
}

/// escape(), with the words that keep their capitals in braces.
std::string title_value(std::string_view title) {
    std::string out;
    while (!title.empty()) {
        const std::size_t blank = std::min(title.find(' '), title.size());
        const std::string_view word = title.substr(0, blank);
        out += needs_braces(word) ? "{" + escape(word) + "}" : escape(word);
        title.remove_prefix(blank);
        if (!title.empty()) {
            out.push_back(' ');
            title.remove_prefix(1);
        }
    }
    return out;
}

std::string bibtex_name(const bib::Name& name) {
    if (name.family.empty()) {
        return "{" + escape(name.literal.empty() ? name.given : name.literal) + "}";
    }
    std::string out;
    if (!name.dropping_particle.empty()) {
        out += escape(name.dropping_particle) + " ";
    }
    if (!name.non_dropping_particle.empty()) {
        out += escape(name.non_dropping_particle) + " ";
    }
    // A family of several words, or with "and" in it, would be divided.
    out += name.family.find(' ') != std::string::npos ? "{" + escape(name.family) + "}" : escape(name.family);
    if (!name.suffix.empty()) {
        out += ", " + escape(name.suffix);
    }
    if (!name.given.empty()) {
        out += ", " + escape(name.given);
    }
    return out;
}

std::string names_value(const std::vector<bib::Name>& names, bool elided) {
    std::string out;
    for (const auto& name : names) {
        out += (out.empty() ? "" : " and ") + bibtex_name(name);
    }
    if (elided && !out.empty()) {
        out += " and others";
    }
    return out;
}

std::string pages_value(std::string_view page) {
    std::string out = escape(page);
    const std::size_t dash = out.find('-');
    if (dash != std::string::npos) {
        out.replace(dash, 1, "--");
    }
    return out;
}

std::string ascii_key(std::string_view text) {
    std::string out;
    for (const char c : text::fold_key(text)) {
        if (text::is_ascii_alnum(c)) {
            out.push_back(c);
        }
    }
    return out;
}

bool is_small_word(const std::string& word) {
    constexpr std::array<std::string_view, 12> kSmall{"a",   "an", "the", "on", "of",   "in",
                                                      "and", "is", "for", "to", "what", "how"};
    for (const auto small : kSmall) {
        if (word == small) {
            return true;
        }
    }
    return false;
}

/// "maher2017nonspecific"
std::string base_key(const bib::Item& item) {
    const auto& names = item.author.empty() ? item.editor : item.author;
    std::string key = names.empty() ? ""
                                    : ascii_key(names.front().family.empty() ? names.front().literal
                                                                             : names.front().family);
    constexpr std::size_t kLongest = 24;
    key.resize(std::min(key.size(), kLongest));
    if (item.issued.year > 0) {
        key += std::to_string(item.issued.year);
    }
    for (const auto& word : text::fold_words(item.title)) {
        if (is_small_word(word)) {
            continue;
        }
        key += ascii_key(word).substr(0, kLongest);
        break;
    }
    return key.empty() ? "entry" : key;
}

/// a, b, … z, aa, ab, …
std::string letters(std::size_t number) {
    std::string out;
    do {
        out.insert(out.begin(), static_cast<char>('a' + number % 26));
        number /= 26;
    } while (number-- > 0);
    return out;
}

void put(std::string& out, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        out += fmt::format("  {} = {{{}}},\n", name, value);
    }
}

void put_item(std::string& out, const bib::Item& item, const std::string& key) {
    out += fmt::format("@{}{{{},\n", entry_type(item.type), key);
    put(out, "author", names_value(item.author, item.authors_elided));
    put(out, "editor", names_value(item.editor, item.editors_elided));
    put(out, "title", title_value(item.title));
    const bool in_book = item.type == bib::ItemType::chapter || item.type == bib::ItemType::paper_conference;
    const std::string_view container = in_book                              ? "booktitle"
                                       : entry_type(item.type) == "article" ? "journal"
                                                                            : "howpublished";
    put(out, container, escape(item.container_title));
    put(out, "series", escape(item.collection_title));
    put(out, "year", item.issued.year > 0 ? std::to_string(item.issued.year) : escape(item.issued.literal));
    if (item.issued.month >= 1 && item.issued.month <= 12) {
        constexpr std::array<const char*, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
        out += fmt::format("  month = {},\n", kMonths[static_cast<std::size_t>(item.issued.month - 1)]);
    }
    put(out, "volume", escape(item.volume));
    put(out, "number", escape(item.issue));
    put(out, "pages", pages_value(item.page));
    put(out, "edition", escape(item.edition));
    const std::string_view publisher = item.type == bib::ItemType::thesis   ? "school"
                                       : item.type == bib::ItemType::report ? "institution"
                                                                            : "publisher";
    put(out, publisher, escape(item.publisher));
    put(out, "address", escape(item.publisher_place));
    put(out, "isbn", escape(item.ISBN));
    put(out, "issn", escape(item.ISSN));
    put(out, "doi", escape(item.DOI));
    put(out, "pmid", escape(item.PMID));
    put(out, "pmcid", escape(item.PMCID));
    put(out, "url", escape(item.URL));
    put(out, "note", escape(item.note));
    out += "}\n\n";
}

}  // namespace

std::string write_bibtex(std::span<const Entry> entries) {
    std::unordered_map<std::string, std::size_t> uses;
    for (const auto& entry : entries) {
        ++uses[base_key(*entry.item)];
    }
    std::unordered_map<std::string, std::size_t> seen;
    std::string out;
    for (const auto& entry : entries) {
        std::string key = base_key(*entry.item);
        const std::size_t number = seen[key]++;
        if (uses[key] > 1) {
            key += letters(number);
        }
        put_item(out, *entry.item, key);
    }
    return out;
}

}  // namespace whereof::formats
