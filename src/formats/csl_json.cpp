// SPDX-License-Identifier: MIT
#include "formats/csl_json.hpp"

#include <array>

#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

using bib::Field;
using Json = nlohmann::ordered_json;

/// The plain text fields in the order in which they are written; identifiers that CSL-JSON lacks go below
/// `custom`.
constexpr std::array kBefore{Field::title, Field::container_title};
constexpr std::array kAfter{Field::collection_title, Field::volume,    Field::issue,           Field::page,
                            Field::edition,          Field::publisher, Field::publisher_place, Field::genre};
constexpr std::array kIdentifiers{Field::DOI,  Field::PMID, Field::PMCID,
                                  Field::ISBN, Field::ISSN, Field::URL};
constexpr std::array kCustom{Field::arXiv, Field::PII, Field::trial};

void put(Json& json, std::string_view key, const std::string& value) {
    if (!value.empty()) {
        json[std::string(key)] = value;
    }
}

void put(Json& json, const bib::Item& item, Field field) {
    put(json, bib::csl_name(field), item.text(field));
}

Json name_json(const bib::Name& name) {
    Json out = Json::object();
    put(out, "family", name.family);
    put(out, "given", name.given);
    put(out, "dropping-particle", name.dropping_particle);
    put(out, "non-dropping-particle", name.non_dropping_particle);
    put(out, "suffix", name.suffix);
    put(out, "literal", name.literal);
    return out;
}

void put_names(Json& json, std::string_view key, const std::vector<bib::Name>& names) {
    if (names.empty()) {
        return;
    }
    Json list = Json::array();
    for (const bib::Name& name : names) {
        list.push_back(name_json(name));
    }
    json[std::string(key)] = std::move(list);
}

Json date_json(const bib::Date& date) {
    Json out = Json::object();
    if (date.year != 0) {
        Json parts = Json::array({date.year});
        if (date.month != 0) {
            parts.push_back(date.month);
            if (date.day != 0) {
                parts.push_back(date.day);
            }
        }
        out["date-parts"] = Json::array({std::move(parts)});
    }
    put(out, "literal", date.literal);
    return out;
}

void put_date(Json& json, std::string_view key, const bib::Date& date) {
    if (!date.empty()) {
        json[std::string(key)] = date_json(date);
    }
}

}  // namespace

Json to_csl_json(const bib::Item& item) {
    Json out = Json::object();
    out["type"] = bib::csl_name(item.type);
    put_names(out, "author", item.author);
    put_names(out, "editor", item.editor);
    for (const Field field : kBefore) {
        put(out, item, field);
    }
    put(out, "container-title-short", item.container_title_short);
    for (const Field field : kAfter) {
        put(out, item, field);
    }
    put_date(out, "issued", item.issued);
    put_date(out, "accessed", item.accessed);
    put(out, "language", item.language);
    for (const Field field : kIdentifiers) {
        put(out, item, field);
    }
    put(out, item, Field::note);
    Json custom = Json::object();
    for (const Field field : kCustom) {
        put(custom, item, field);
    }
    put_date(custom, "epub", item.epub);
    if (item.authors_elided) {
        custom["authors-elided"] = true;
    }
    if (item.editors_elided) {
        custom["editors-elided"] = true;
    }
    if (!custom.empty()) {
        out["custom"] = std::move(custom);
    }
    return out;
}

}  // namespace whereof::formats
