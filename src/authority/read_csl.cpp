// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"
#include "authority/update_kinds.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

struct TextField {
    std::string_view key;
    std::string bib::Item::*field;
};
constexpr std::array kTextFields{
    TextField{"container-title", &bib::Item::container_title},
    TextField{"container-title-short", &bib::Item::container_title_short},
    TextField{"journalAbbreviation", &bib::Item::container_title_short},
    TextField{"collection-title", &bib::Item::collection_title},
    TextField{"volume", &bib::Item::volume},
    TextField{"issue", &bib::Item::issue},
    TextField{"page", &bib::Item::page},
    TextField{"edition", &bib::Item::edition},
    TextField{"publisher", &bib::Item::publisher},
    TextField{"publisher-place", &bib::Item::publisher_place},
    TextField{"genre", &bib::Item::genre},
    TextField{"language", &bib::Item::language},
    TextField{"abstract", &bib::Item::abstract},
    TextField{"ISSN", &bib::Item::ISSN},
    TextField{"URL", &bib::Item::URL},
};

struct Identifier {
    std::string_view key;
    bib::Field field;
};
constexpr std::array kIdentifiers{
    Identifier{"PMCID", bib::Field::PMCID}, Identifier{"arXiv", bib::Field::arXiv},
    Identifier{"arxiv", bib::Field::arXiv}, Identifier{"ISBN", bib::Field::ISBN},
    Identifier{"PII", bib::Field::PII},     Identifier{"trial", bib::Field::trial},
};

bib::Name name_of(const JsonElement& json) {
    bib::Name name;
    if (!json.is_object()) {
        name.literal = text_of(json);
        return name;
    }
    name.family = text_at(json, "family");
    name.given = text_at(json, "given");
    name.literal = text_at(json, "literal");
    name.suffix = text_at(json, "suffix");
    name.dropping_particle = text_at(json, "dropping-particle");
    name.non_dropping_particle = text_at(json, "non-dropping-particle");
    return name;
}

constexpr std::array<std::string_view, 9> kTelling{
    "type", "author", "editor", "issued", "container-title", "DOI", "PMID", "PMCID", "journalAbbreviation"};
constexpr std::array<std::string_view, 5> kSaysNothing{"id", "title", "abstract", "volume", "issue"};

/// Does a title stand among keys that CSL-JSON does not have ("doi", "authors", "year"), with nothing beside
/// it that we understand? Such a record would look like a work of which nothing but the title is known.
bool is_foreign(const JsonElement& json) {
    bool unknown = false;
    for (const auto field : simdjson::dom::object(json)) {
        if (std::ranges::find(kTelling, field.key) != kTelling.end()) {
            return false;
        }
        unknown = unknown || std::ranges::find(kSaysNothing, field.key) == kSaysNothing.end();
    }
    return unknown;
}

std::string pmcid_with_prefix(std::string text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos
               ? fmt::format("PMC{}", text)
               : text;
}

/// Editorial events that our own records carry below "custom".
void read_events(const JsonElement& custom, const bib::Item& item, RecordSink& sink) {
    for_each(member(custom, "events"), [&](const JsonElement& json) {
        const auto kind = event_kind(text_at(json, "type"), item.DOI);
        if (kind) {
            sink.event(item.DOI, item.PMID,
                       {*kind, canonical_DOI(text_at(json, "DOI")), canonical_PMID(text_at(json, "PMID")),
                        text_at(json, "date"), text_at(json, "source")});
        }
    });
}

}  // namespace

bool read_csl(const JsonElement& json, RecordSink& sink) {
    Say say;
    bib::Item& item = say.item;
    item.title = text_at(json, "title");
    item.DOI = canonical_DOI(text_at(json, "DOI"));
    item.PMID = canonical_PMID(text_at(json, "PMID"));
    if (item.title.empty() && item.DOI.empty() && item.PMID.empty()) {
        return false;
    }
    if (is_foreign(json)) {
        return false;
    }
    item.type = bib::item_type_of_csl_name(text_at(json, "type")).value_or(bib::ItemType::document);
    for (const auto& [key, field] : kTextFields) {
        if ((item.*field).empty()) {
            item.*field = text_at(json, key);
        }
    }
    const auto custom = member(json, "custom");
    for (const auto& [key, field] : kIdentifiers) {
        std::string text = text_at(json, key);
        if (text.empty() && custom) {
            text = text_at(*custom, key);
        }
        text = field == bib::Field::PMCID ? pmcid_with_prefix(std::move(text)) : std::move(text);
        if (!text.empty() && item.text(field)->empty()) {
            *item.text(field) = canonical(field, text);
        }
    }
    for_each(member(json, "author"),
             [&](const JsonElement& author) { item.author.push_back(name_of(author)); });
    for_each(member(json, "editor"),
             [&](const JsonElement& editor) { item.editor.push_back(name_of(editor)); });
    item.issued = date_of(member(json, "issued"));
    if (custom) {
        item.epub = date_of(member(*custom, "epub"));
        item.authors_elided = text_at(*custom, "authors") == "elided";
        for_each(member(*custom, "publication-types"),
                 [&](const JsonElement& type) { say.publication_types.push_back(text_of(type)); });
        read_events(*custom, item, sink);
    }
    sink.record(std::move(say));
    return true;
}

}  // namespace whereof::authority
