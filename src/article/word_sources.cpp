// SPDX-License-Identifier: MIT
#include "article/word_sources.hpp"

#include "article/jats_reference.hpp"
#include "article/xml_part.hpp"
#include "bib/dates.hpp"
#include "bib/identifiers.hpp"
#include "bib/numbers.hpp"
#include "text/utf8.hpp"

#include <string_view>

namespace whereof::article {
namespace {

using bib::ItemType;

std::string field(pugi::xml_node source, std::string_view name) { return plain_text(child_of(source, name)); }

/// Source types of the bibliography schema of ISO/IEC 29500-1, 22.6.
ItemType type_of(std::string_view type) {
    struct Row {
        std::string_view type;
        ItemType is;
    };
    constexpr Row kTypes[] = {{"JournalArticle", ItemType::article_journal},
                              {"ArticleInAPeriodical", ItemType::article_magazine},
                              {"Book", ItemType::book},
                              {"BookSection", ItemType::chapter},
                              {"ConferenceProceedings", ItemType::paper_conference},
                              {"Report", ItemType::report},
                              {"InternetSite", ItemType::webpage},
                              {"DocumentFromInternetSite", ItemType::webpage},
                              {"Patent", ItemType::patent}};
    for (const Row& row : kTypes) {
        if (row.type == type) {
            return row.is;
        }
    }
    return ItemType::document;
}

std::vector<bib::Name> people(pugi::xml_node role) {
    std::vector<bib::Name> names;
    for (const auto person : child_of(role, "NameList").children()) {
        bib::Name name;
        name.family = field(person, "Last");
        name.given = field(person, "First");
        const auto middle = field(person, "Middle");
        name.given += (name.given.empty() || middle.empty() ? "" : " ") + middle;
        if (!name.family.empty()) {
            names.push_back(std::move(name));
        }
    }
    if (auto corporate = field(role, "Corporate"); !corporate.empty()) {
        bib::Name name;
        name.literal = std::move(corporate);
        names.push_back(std::move(name));
    }
    return names;
}

void add_identifiers(pugi::xml_node source, bib::Item& item) {
    const auto number = field(source, "StandardNumber");
    for (const auto& text : {field(source, "DOI"), number, field(source, "URL")}) {
        if (const auto doi = bib::parse_identifier(bib::Field::DOI, text); doi && item.DOI.empty()) {
            item.DOI = *doi;
        }
    }
    if (const auto isbn = bib::parse_identifier(bib::Field::ISBN, number)) {
        item.ISBN = *isbn;
    } else if (const auto issn = bib::parse_identifier(bib::Field::ISSN, number)) {
        item.ISSN = *issn;
    }
    item.URL = field(source, "URL");
}

bib::Item item_of(pugi::xml_node source) {
    bib::Item item;
    item.type = type_of(field(source, "SourceType"));
    const auto authors = child_of(source, "Author");
    item.author = people(child_of(authors, "Author"));
    item.editor = people(child_of(authors, item.type == ItemType::chapter ? "BookAuthor" : "Editor"));
    item.editor = item.editor.empty() ? people(child_of(authors, "Editor")) : item.editor;
    item.title = field(source, "Title");
    for (const auto* name :
         {"JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "InternetSiteTitle"}) {
        item.container_title = item.container_title.empty() ? field(source, name) : item.container_title;
    }
    item.issued =
        bib::parse_date(field(source, "Year") + " " + field(source, "Month") + " " + field(source, "Day"));
    item.volume = bib::normalise_volume(field(source, "Volume"));
    item.issue = bib::normalise_issue(field(source, "Issue"));
    item.page = bib::normalise_pages(field(source, "Pages"));
    item.edition = field(source, "Edition");
    item.publisher = field(source, "Publisher");
    item.publisher = item.publisher.empty() ? field(source, "Institution") : item.publisher;
    item.publisher_place = field(source, "City");
    add_identifiers(source, item);
    return item;
}

}  // namespace

void read_word_sources(pugi::xml_node part, std::map<std::string, bib::Item>& sources) {
    const auto list = child_of(part, "Sources");
    for (const auto source : list.children()) {
        if (local_name(source) == "Source") {
            sources.emplace(field(source, "Tag"), item_of(source));
        }
    }
}

}  // namespace whereof::article
