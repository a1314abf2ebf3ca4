// SPDX-License-Identifier: MIT
#include "authority/say.hpp"
#include "authority/say_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

/// Whom to believe first. PubMed's records are read by curators, Europe PMC has them second-hand; OpenAlex's
/// are put together by programs; Retraction Watch describes works only as far as its lists need it.
constexpr std::array kTrust{Source::pubmed, Source::crossref, Source::europepmc,       Source::datacite,
                            Source::csl,    Source::openalex, Source::retraction_watch};

std::ptrdiff_t rank(Source source) { return std::ranges::find(kTrust, source) - kTrust.begin(); }

/// Lists every author it can: neither cut short nor only a collective name.
bool lists_authors(const Say& say) {
    return !say.item.author.empty() && (say.flags & kFlagAuthorsIncomplete) == 0;
}

void take_authors(bib::Item& item, const bib::Item& from) {
    item.author = from.author;
    item.authors_elided = from.authors_elided;
}

bib::Item merge_items(const std::vector<Say>& says) {
    bib::Item item = says.front().item;
    for (const Say& say : says) {
        for (const auto field : kTextFields) {
            if ((item.*field).empty()) {
                item.*field = say.item.*field;
            }
        }
        if (item.type == bib::ItemType::document) {
            item.type = say.item.type;
        }
        if (item.issued.year == 0 && say.item.issued.year != 0) {
            item.issued = say.item.issued;
        }
        if (item.epub.empty()) {
            item.epub = say.item.epub;
        }
        if (item.editor.empty()) {
            item.editor = say.item.editor;
            item.editors_elided = say.item.editors_elided;
        }
    }
    const auto whole = std::ranges::find_if(says, lists_authors);
    if (whole != says.end()) {
        take_authors(item, whole->item);
        return item;
    }
    const auto longest =
        std::ranges::max_element(says, {}, [](const Say& say) { return say.item.author.size(); });
    take_authors(item, longest->item);
    return item;
}

/// What `say` has otherwise than `item`; empty fields where they agree or `say` is silent.
bib::Item differences(const bib::Item& item, const Say& say) {
    bib::Item out;
    out.type = say.item.type;
    for (const auto field : kTextFields) {
        if (say.item.*field != item.*field) {
            out.*field = say.item.*field;
        }
    }
    if (say.item.author != item.author) {
        take_authors(out, say.item);
    }
    if (say.item.editor != item.editor) {
        out.editor = say.item.editor;
    }
    if (say.item.issued != item.issued) {
        out.issued = say.item.issued;
    }
    if (say.item.epub != item.epub) {
        out.epub = say.item.epub;
    }
    return out;
}

}  // namespace

std::string_view name(Source source) noexcept {
    constexpr std::array<std::string_view, 7> kNames{"csl",      "crossref",  "pubmed",          "openalex",
                                                     "datacite", "europepmc", "retraction-watch"};
    return kNames[static_cast<std::size_t>(source)];
}

Record merge_says(std::vector<Say> says) {
    if (says.size() > 1) {
        std::ranges::sort(says, [](const Say& a, const Say& b) {
            return std::tuple(rank(a.source), -a.revision, whole_text(a)) <
                   std::tuple(rank(b.source), -b.revision, whole_text(b));
        });
    }
    Record record;
    record.item = merge_items(says);
    record.authors_incomplete = std::ranges::none_of(says, lists_authors);
    for (const Say& say : says) {
        record.is_retraction_notice |= (say.flags & kFlagRetractionNotice) != 0;
        const std::string source(name(say.source));
        if (std::ranges::find(record.sources, source) == record.sources.end()) {
            record.sources.push_back(source);
        }
        for (const std::string& type : say.publication_types) {
            if (std::ranges::find(record.publication_types, type) == record.publication_types.end()) {
                record.publication_types.push_back(type);
            }
        }
        record.events.insert(record.events.end(), say.events.begin(), say.events.end());
        bib::Item other = differences(record.item, say);
        bib::Item nothing;
        nothing.type = other.type;
        if (other != nothing) {
            record.variants.push_back(std::move(other));
        }
        if (!say.vernacular_title.empty()) {
            bib::Item vernacular;
            vernacular.type = say.item.type;
            vernacular.title = say.vernacular_title;
            vernacular.language = say.item.language;
            record.variants.push_back(std::move(vernacular));
        }
    }
    return record;
}

}  // namespace whereof::authority
