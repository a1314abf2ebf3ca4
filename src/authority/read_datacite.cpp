// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"

namespace whereof::authority {
namespace {

bib::ItemType type_of(std::string_view type) {
    if (type == "JournalArticle") {
        return bib::ItemType::article_journal;
    }
    if (type == "Dataset") {
        return bib::ItemType::dataset;
    }
    if (type == "Software") {
        return bib::ItemType::software;
    }
    if (type == "Preprint") {
        return bib::ItemType::article;
    }
    if (type == "Dissertation") {
        return bib::ItemType::thesis;
    }
    if (type == "Report") {
        return bib::ItemType::report;
    }
    if (type == "Book") {
        return bib::ItemType::book;
    }
    return type == "BookChapter" ? bib::ItemType::chapter : bib::ItemType::document;
}

}  // namespace

bool read_datacite(const JsonElement& json, RecordSink& sink) {
    const auto attributes = member(json, "attributes");
    if (!attributes) {
        return false;
    }
    Say say;
    say.source = Source::datacite;
    bib::Item& item = say.item;
    item.DOI = canonical_DOI(text_at(*attributes, "doi"));
    if (item.DOI.empty()) {
        return false;
    }
    for_each(member(*attributes, "titles"), [&item](const JsonElement& one) {
        if (item.title.empty()) {
            item.title = text_at(one, "title");
        }
    });
    for_each(member(*attributes, "creators"), [&item](const JsonElement& one) {
        bib::Name& name = item.author.emplace_back();
        name.family = text_at(one, "familyName");
        name.given = text_at(one, "givenName");
        if (name.family.empty()) {
            name.given.clear();
            name.literal = text_at(one, "name");
        }
    });
    if (const auto types = member(*attributes, "types")) {
        item.type = type_of(text_at(*types, "resourceTypeGeneral"));
    }
    if (const auto container = member(*attributes, "container")) {
        item.container_title = text_at(*container, "title");
        item.volume = text_at(*container, "volume");
        item.issue = text_at(*container, "issue");
        item.page = text_at(*container, "firstPage");
    }
    for_each(member(*attributes, "descriptions"), [&item](const JsonElement& one) {
        if (item.abstract.empty() && text_at(one, "descriptionType") == "Abstract") {
            item.abstract = text_at(one, "description");
        }
    });
    item.publisher = text_at(*attributes, "publisher");
    item.issued.year = static_cast<int>(number_at(*attributes, "publicationYear"));
    sink.record(std::move(say));
    return true;
}

}  // namespace whereof::authority
