// SPDX-License-Identifier: MIT
#include "formats/text_lists.hpp"

#include "bib/journal.hpp"
#include "formats/style_text.hpp"
#include "formats/styles.hpp"

#include <algorithm>
#include <array>

namespace whereof::formats {
namespace {

struct Style {
    std::string_view name;
    std::string (*write)(const bib::Item& item);
    bool numbered;
    bool short_journals;
    bool writes_PMID;  ///< beside a DOI too
};
constexpr std::array kStyles{
    Style{"vancouver", vancouver_with_identifiers, true, true, true},
    Style{"ama", ama, true, true, false},
    Style{"apa", apa, false, false, false},
};

/// What the style itself does not write of the identifiers wanted.
std::string more_identifiers(const bib::Item& item, const Style& style, Identifiers identifiers) {
    std::string out;
    if (identifiers != Identifiers::PMID && identifiers != Identifiers::all) {
        return out;
    }
    if (!style.writes_PMID && !item.PMID.empty()) {
        out += " PMID: " + item.PMID + ".";
    }
    if (identifiers == Identifiers::all && !item.PMCID.empty()) {
        out += " PMCID: " + item.PMCID + ".";
    }
    return out;
}

std::string written(const bib::Item& item, const Style& style, Identifiers identifiers) {
    bib::Item shown = with_identifiers(item, identifiers);
    const std::string more = more_identifiers(shown, style, identifiers);
    if (!more.empty() && !style.writes_PMID) {
        shown.PMID.clear();
    }
    std::string text = style.write(style.short_journals ? with_short_journal(shown) : shown);
    text = (text.empty() ? plain_text(item.note) : text) + more;
    return text.starts_with(' ') ? text.substr(1) : text;
}

}  // namespace

bib::Item with_short_journal(const bib::Item& item) {
    bib::Item out = item;
    if (out.container_title_short.empty() && is_periodical(out.type)) {
        if (const auto journal = bib::find_journal(out.container_title)) {
            out.container_title_short = journal->abbreviation;
        }
    }
    return out;
}

bib::Item with_identifiers(const bib::Item& item, Identifiers identifiers) {
    bib::Item out = item;
    if (identifiers == Identifiers::of_style || identifiers == Identifiers::all) {
        return out;
    }
    if (address_repeats_identifier(out)) {
        out.URL.clear();
    }
    if (identifiers != Identifiers::DOI) {
        out.DOI.clear();
    }
    if (identifiers != Identifiers::PMID) {
        out.PMID.clear();
    }
    out.PMCID.clear();
    return out;
}

std::string write_text_list(std::string_view name, std::span<const Entry> entries, Identifiers identifiers) {
    const auto* style = std::ranges::find(kStyles, name, &Style::name);
    std::string out;
    if (style == kStyles.end()) {
        return out;
    }
    std::size_t number = 0;
    for (const Entry& entry : entries) {
        out += style->numbered ? std::to_string(++number) + ". " : "";
        out += written(*entry.item, *style, identifiers) + "\n";
    }
    return out;
}

std::string write_vancouver(std::span<const Entry> entries) {
    return write_text_list("vancouver", entries, Identifiers::of_style);
}
std::string write_ama(std::span<const Entry> entries) {
    return write_text_list("ama", entries, Identifiers::of_style);
}
std::string write_apa(std::span<const Entry> entries) {
    return write_text_list("apa", entries, Identifiers::of_style);
}

}  // namespace whereof::formats
