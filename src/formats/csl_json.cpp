// SPDX-License-Identifier: MIT
#include "formats/csl_json.hpp"

#include "formats/json_text.hpp"

#include <array>

#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

using bib::Field;

/// The plain text fields in the order in which they are written; identifiers that CSL-JSON lacks go below
/// `custom`.
constexpr std::array kBefore{Field::title, Field::container_title};
constexpr std::array kAfter{Field::collection_title, Field::volume,    Field::issue,           Field::page,
                            Field::edition,          Field::publisher, Field::publisher_place, Field::genre};
constexpr std::array kIdentifiers{Field::DOI,  Field::PMID, Field::PMCID,
                                  Field::ISBN, Field::ISSN, Field::URL};
constexpr std::array kCustom{Field::arXiv, Field::PII, Field::trial};

void put(std::string& out, std::string_view key, std::string_view value) {
    if (!value.empty()) {
        begin_json_member(out, key);
        append_json_string(out, value);
    }
}

void put(std::string& out, const bib::Item& item, Field field) {
    put(out, bib::csl_name(field), item.text(field));
}

void put_names(std::string& out, std::string_view key, const std::vector<bib::Name>& names) {
    if (names.empty()) {
        return;
    }
    begin_json_member(out, key);
    out += '[';
    for (const bib::Name& name : names) {
        out += &name == &names.front() ? "{" : ",{";
        put(out, "family", name.family);
        put(out, "given", name.given);
        put(out, "dropping-particle", name.dropping_particle);
        put(out, "non-dropping-particle", name.non_dropping_particle);
        put(out, "suffix", name.suffix);
        put(out, "literal", name.literal);
        out += '}';
    }
    out += ']';
}

void put_date(std::string& out, std::string_view key, const bib::Date& date) {
    if (date.empty()) {
        return;
    }
    begin_json_member(out, key);
    out += '{';
    if (date.year != 0) {
        begin_json_member(out, "date-parts");
        out += "[[" + std::to_string(date.year);
        if (date.month != 0) {
            out += "," + std::to_string(date.month);
            if (date.day != 0) {
                out += "," + std::to_string(date.day);
            }
        }
        out += "]]";
    }
    put(out, "literal", date.literal);
    out += '}';
}

}  // namespace

void append_csl_members(std::string& out, const bib::Item& item) {
    put(out, "type", bib::csl_name(item.type));
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
    put(out, "abstract", item.abstract);
    for (const Field field : kIdentifiers) {
        put(out, item, field);
    }
    put(out, item, Field::note);
}

void append_csl_custom(std::string& out, const bib::Item& item) {
    for (const Field field : kCustom) {
        put(out, item, field);
    }
    put_date(out, "epub", item.epub);
    if (item.authors_elided) {
        begin_json_member(out, "authors-elided");
        out += "true";
    }
    if (item.editors_elided) {
        begin_json_member(out, "editors-elided");
        out += "true";
    }
}

void append_csl_json(std::string& out, const bib::Item& item) {
    out += '{';
    append_csl_members(out, item);
    const std::size_t before = out.size();
    begin_json_member(out, "custom");
    out += '{';
    const std::size_t empty = out.size();
    append_csl_custom(out, item);
    if (out.size() == empty) {
        out.resize(before);
    } else {
        out += '}';
    }
    out += '}';
}

nlohmann::ordered_json to_csl_json(const bib::Item& item) {
    std::string text;
    append_csl_json(text, item);
    return nlohmann::ordered_json::parse(text);
}

}  // namespace whereof::formats
