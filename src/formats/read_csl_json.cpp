// SPDX-License-Identifier: MIT
#include "bib/dates.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "formats/csl_json.hpp"
#include "formats/people.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;
using Json = nlohmann::ordered_json;

/// Text of a string or number; of an array its first such element (Crossref wraps titles); else empty.
std::string text_of(const Json& json) {
    if (json.is_string()) {
        return json.get<std::string>();
    }
    if (json.is_number_integer() || json.is_number_float()) {
        return json.dump();
    }
    if (json.is_array() && !json.empty() && !json.front().is_array()) {
        return text_of(json.front());
    }
    return {};
}

std::string text_at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? std::string() : text_of(*found);
}

/// A whole number that is written as number or text; 0 when it is neither or out of range.
int number_of(const Json& json) {
    const std::string digits = text_of(json);
    int out = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return error == std::errc() && end != digits.data() ? out : 0;
}

struct OtherType {
    std::string_view name;
    ItemType type;
};
/// The type words of Crossref, DataCite and the rest of CSL that mean one of ours.
constexpr OtherType kOtherTypes[] = {
    {"journal-article", ItemType::article_journal},
    {"review", ItemType::article_journal},
    {"book-chapter", ItemType::chapter},
    {"book-section", ItemType::chapter},
    {"book-part", ItemType::chapter},
    {"reference-entry", ItemType::chapter},
    {"entry", ItemType::chapter},
    {"entry-encyclopedia", ItemType::chapter},
    {"entry-dictionary", ItemType::chapter},
    {"proceedings-article", ItemType::paper_conference},
    {"posted-content", ItemType::article},
    {"preprint", ItemType::article},
    {"monograph", ItemType::book},
    {"edited-book", ItemType::book},
    {"reference-book", ItemType::book},
    {"proceedings", ItemType::book},
    {"dissertation", ItemType::thesis},
    {"report-component", ItemType::report},
    {"post-weblog", ItemType::webpage},
    {"post", ItemType::webpage},
    {"bill", ItemType::legislation},
    {"legal_case", ItemType::legislation},
};

ItemType type_of(const std::string& name) {
    if (const auto type = bib::item_type_of_csl_name(name)) {
        return *type;
    }
    const auto* found = std::ranges::find(kOtherTypes, name, &OtherType::name);
    return found == std::end(kOtherTypes) ? ItemType::document : found->type;
}

bib::Date date_of(const Json& json) {
    if (json.is_string() || json.is_number()) {
        return bib::parse_date(text_of(json));
    }
    if (!json.is_object()) {
        return {};
    }
    bib::Date out;
    if (const auto parts = json.find("date-parts");
        parts != json.end() && parts->is_array() && !parts->empty()) {
        const Json& first = parts->front().is_array() ? parts->front() : *parts;
        const auto part = [&](std::size_t index) {
            return index < first.size() ? number_of(first[index]) : 0;
        };
        out = {part(0), part(1), part(2), {}};
        out.month = out.month >= 1 && out.month <= 12 ? out.month : 0;
        out.day = out.month != 0 && out.day >= 1 && out.day <= 31 ? out.day : 0;
    }
    for (const char* key : {"raw", "literal", "date-time"}) {
        if (out.year == 0 && out.literal.empty()) {
            out = bib::parse_date(text_at(json, key));
        }
    }
    if (const std::string literal = text_at(json, "literal"); out.year != 0 && !literal.empty()) {
        out.literal = literal;
    }
    return out;
}

bib::Name name_of(const Json& json) {
    if (json.is_string()) {
        return read_person(json.get<std::string>());
    }
    bib::Name out;
    out.family = text_at(json, "family");
    out.given = text_at(json, "given");
    out.dropping_particle = text_at(json, "dropping-particle");
    out.non_dropping_particle = text_at(json, "non-dropping-particle");
    out.suffix = text_at(json, "suffix");
    out.literal = text_at(json, "literal");
    if (out.literal.empty() && out.family.empty()) {
        out.literal = text_at(json, "name");  // Crossref's organisations
    }
    divide_given(out);
    if (out.family.empty() && out.literal.empty()) {
        std::swap(out.literal, out.given);
    }
    return out;
}

void read_names(const Json& json, const char* key, std::vector<bib::Name>& names, bool& elided) {
    const auto found = json.find(key);
    if (found == json.end()) {
        return;
    }
    if (found->is_string()) {
        bib::NameList list = bib::parse_names(found->get_ref<const std::string&>());
        names = std::move(list.names);
        elided = list.elided;
        return;
    }
    if (!found->is_array()) {
        return;
    }
    for (const Json& each : *found) {
        if (!each.is_object() && !each.is_string()) {
            continue;
        }
        bib::Name name = name_of(each);
        const std::string& only = name.literal;
        if (only == "et al." || only == "et al" || only == "others" || only == "and others") {
            elided = true;
        } else if (name != bib::Name{}) {
            names.push_back(std::move(name));
        }
    }
}

constexpr std::array kTexts{Field::title,
                            Field::container_title,
                            Field::collection_title,
                            Field::volume,
                            Field::issue,
                            Field::page,
                            Field::edition,
                            Field::publisher,
                            Field::genre,
                            Field::publisher_place,
                            Field::URL,
                            Field::note};
constexpr std::array kIdentifiers{Field::DOI,  Field::PMID, Field::PMCID, Field::arXiv,
                                  Field::ISBN, Field::ISSN, Field::PII,   Field::trial};

void read_custom(const Json& json, bib::Item& item) {
    const auto custom = json.find("custom");
    if (custom == json.end() || !custom->is_object()) {
        return;
    }
    for (const Field field : {Field::arXiv, Field::PII, Field::trial}) {
        take_identifier(item, field, text_at(*custom, std::string(bib::csl_name(field)).c_str()));
    }
    if (const auto epub = custom->find("epub"); epub != custom->end()) {
        item.epub = date_of(*epub);
    }
    const auto is_true = [&](const char* key) {
        const auto found = custom->find(key);
        return found != custom->end() && found->is_boolean() && found->get<bool>();
    };
    item.authors_elided = item.authors_elided || is_true("authors-elided");
    item.editors_elided = item.editors_elided || is_true("editors-elided");
}

void read_identifiers(const Json& json, bib::Item& item) {
    for (const Field field : kIdentifiers) {
        const auto found = json.find(std::string(bib::csl_name(field)));
        if (found != json.end() && found->is_array()) {
            for (const Json& each : *found) {
                take_identifier(item, field, text_of(each));
            }
        } else if (found != json.end()) {
            take_identifier(item, field, text_of(*found));
        }
    }
    take_identifier(item, Field::arXiv, text_at(json, "arxiv"));
}

void read_dates(const Json& json, bib::Item& item) {
    if (const auto issued = json.find("issued"); issued != json.end()) {
        item.issued = date_of(*issued);
    }
    if (item.issued.empty() && json.contains("year")) {
        item.issued = date_of(json["year"]);
    }
    if (const auto accessed = json.find("accessed"); accessed != json.end()) {
        item.accessed = date_of(*accessed);
    }
}

}  // namespace

Result<bib::Item> from_csl_json(const Json& json) {
    if (!json.is_object()) {
        return Error{"expected a CSL-JSON object, found " + std::string(json.type_name())};
    }
    bib::Item item;
    item.type = type_of(text_at(json, "type"));
    read_names(json, "author", item.author, item.authors_elided);
    read_names(json, "editor", item.editor, item.editors_elided);
    for (const Field field : kTexts) {
        *item.text(field) = text_at(json, std::string(bib::csl_name(field)).c_str());
    }
    item.container_title_short = text_at(json, "container-title-short");
    if (item.container_title_short.empty()) {
        item.container_title_short = text_at(json, "journalAbbreviation");
    }
    if (item.page.empty()) {
        item.page = text_at(json, "article-number");  // Crossref
    }
    // "97-97" stays as the source has it; styles print it so.
    if (std::string pages = bib::normalise_pages(item.page); pages.find('-') != std::string::npos) {
        item.page = std::move(pages);
    }
    item.language = text_at(json, "language");
    item.abstract = on_one_line(text_at(json, "abstract"));
    read_identifiers(json, item);
    read_dates(json, item);
    const std::string archive = text_at(json, "archive");
    std::string location = text_at(json, "archive_location");
    if (location.empty() && !archive.empty() && item.type == ItemType::article) {
        location = text_at(json, "number");
    }
    take_archive(item, archive, location);
    read_custom(json, item);
    return item;
}

}  // namespace whereof::formats
