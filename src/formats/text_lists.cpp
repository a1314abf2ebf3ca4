// SPDX-License-Identifier: MIT
#include "formats/text_lists.hpp"

#include "bib/journal.hpp"
#include "formats/style_text.hpp"
#include "formats/styles.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace whereof::formats {
namespace {

bib::Item with_short_journal(const bib::Item& item) {
    bib::Item out = item;
    if (out.container_title_short.empty() && is_periodical(out.type)) {
        if (const auto journal = bib::find_journal(out.container_title)) {
            out.container_title_short = journal->abbreviation;
        }
    }
    return out;
}

std::string or_note(std::string text, const bib::Item& item) {
    return text.empty() ? plain_text(item.note) : std::move(text);
}

std::string numbered(std::span<const Entry> entries, std::string (*style)(const bib::Item&)) {
    std::string out;
    std::size_t number = 0;
    for (const Entry& entry : entries) {
        out += std::to_string(++number) + ". " +
               or_note(style(with_short_journal(*entry.item)), *entry.item) + "\n";
    }
    return out;
}

}  // namespace

std::string write_vancouver(std::span<const Entry> entries) {
    return numbered(entries, vancouver_with_identifiers);
}

std::string write_ama(std::span<const Entry> entries) { return numbered(entries, ama); }

std::string write_apa(std::span<const Entry> entries) {
    std::vector<std::pair<std::string, std::string>> sorted;
    for (const Entry& entry : entries) {
        std::string text = or_note(apa(*entry.item), *entry.item);
        sorted.emplace_back(text::fold(text), std::move(text));
    }
    std::ranges::stable_sort(sorted, {}, &std::pair<std::string, std::string>::first);
    std::string out;
    for (const auto& [key, text] : sorted) {
        out += text + "\n\n";
    }
    return out;
}

}  // namespace whereof::formats
