// SPDX-License-Identifier: MIT
#include "serve/written_list.hpp"

#include "formats/csl_list.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whereof::serve {
namespace {

using formats::Identifiers;

/// An item as a CSL style needs it, which knows neither the journal table nor that a list of names goes on.
bib::Item as_styled(const bib::Item& item, Identifiers identifiers) {
    bib::Item out = formats::with_short_journal(formats::with_identifiers(item, identifiers));
    for (auto* names :
         {out.authors_elided ? &out.author : nullptr, out.editors_elided ? &out.editor : nullptr}) {
        if (names != nullptr && !names->empty()) {
            names->emplace_back();
            names->back().literal = "et al.";
        }
    }
    return out;
}

Result<std::string> write_styled(std::span<const formats::Entry> entries, const ListWishes& wishes,
                                 Identifiers identifiers, const RenderStyle& render) {
    if (!render) {
        return Error{"CSL styles are not at hand here: take vancouver, ama or apa"};
    }
    if (entries.empty()) {
        return std::string();
    }
    std::vector<bib::Item> items;
    for (const formats::Entry& entry : entries) {
        items.push_back(as_styled(*entry.item, identifiers));
    }
    std::vector<formats::Entry> styled;
    for (std::size_t i = 0; i < items.size(); ++i) {
        styled.push_back({entries[i].id, &items[i], entries[i].verdict});
    }
    return render(formats::write_csl_list(styled), wishes.style);
}

/// As the writers of the formats and styles have it.
Result<std::string> write_raw(std::span<const formats::Entry> entries, const ListWishes& wishes,
                              const RenderStyle& render) {
    const auto* row = std::ranges::find(kIdentifiers, wishes.ids, &IdentifiersName::name);
    const Identifiers identifiers = row == kIdentifiers.end() ? Identifiers::of_style : row->identifiers;
    if (!wishes.style.empty()) {
        return write_styled(entries, wishes, identifiers, render);
    }
    if (!wishes.ids.empty()) {
        return formats::write_text_list(wishes.format, entries, identifiers);
    }
    const formats::Format* format = formats::find_format(wishes.format);
    if (format == nullptr || format->write == nullptr) {
        return Error{fmt::format("there is no format '{}' to write", wishes.format.substr(0, 60))};
    }
    return format->write(entries);
}

}  // namespace

std::optional<std::string> fault_of(const ListWishes& wishes) {
    static const bib::Item kNoItem;
    const auto* row = std::ranges::find(kIdentifiers, wishes.ids, &IdentifiersName::name);
    if (!wishes.ids.empty() && row == kIdentifiers.end()) {
        return fmt::format("there are no identifiers '{}'; there are none, doi, pmid, all",
                           wishes.ids.substr(0, 60));
    }
    const std::vector<formats::Entry> one{{"", &kNoItem, ""}};
    if (!wishes.ids.empty() && wishes.style.empty() &&
        formats::write_text_list(wishes.format, one, Identifiers::none).empty()) {
        return "identifiers are chosen for vancouver, ama, apa and CSL styles alone";
    }
    return std::nullopt;
}

Result<std::string> write_list(std::span<const formats::Entry> entries, const ListWishes& wishes,
                               const RenderStyle& render) {
    auto written = write_raw(entries, wishes, render);
    return written ? report::without_bidi(*written) : std::move(written);  // JSON has escaped them
}

}  // namespace whereof::serve
