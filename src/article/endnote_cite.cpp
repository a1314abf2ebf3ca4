// SPDX-License-Identifier: MIT
#include "article/endnote_cite.hpp"

#include "article/jats_reference.hpp"
#include "article/xml_part.hpp"
#include "bib/dates.hpp"
#include "bib/identifiers.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

using bib::ItemType;

ItemType type_of(std::string_view name) {
    struct Row {
        std::string_view name;
        ItemType is;
    };
    constexpr Row kTypes[] = {{"Journal Article", ItemType::article_journal},
                              {"Electronic Article", ItemType::article_journal},
                              {"Magazine Article", ItemType::article_magazine},
                              {"Newspaper Article", ItemType::article_newspaper},
                              {"Book", ItemType::book},
                              {"Edited Book", ItemType::book},
                              {"Book Section", ItemType::chapter},
                              {"Conference Paper", ItemType::paper_conference},
                              {"Conference Proceedings", ItemType::paper_conference},
                              {"Report", ItemType::report},
                              {"Government Document", ItemType::report},
                              {"Thesis", ItemType::thesis},
                              {"Web Page", ItemType::webpage},
                              {"Dataset", ItemType::dataset},
                              {"Computer Program", ItemType::software},
                              {"Patent", ItemType::patent}};
    const auto row =
        std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Row& r) { return r.name == name; });
    return row == std::end(kTypes) ? ItemType::document : row->is;
}

/// One author an element: "Smith, J. A.", or, with a comma at the end, an organisation.
std::vector<bib::Name> people(pugi::xml_node group) {
    std::vector<bib::Name> names;
    for (const auto node : group.children()) {
        const auto text = plain_text(node);
        if (text.ends_with(',')) {
            bib::Name name;
            name.literal = text.substr(0, text.size() - 1);
            names.push_back(std::move(name));
        } else if (!text.empty()) {
            auto list = bib::parse_names(text).names;
            std::move(list.begin(), list.end(), std::back_inserter(names));
        }
    }
    return names;
}

bib::Item item_of(pugi::xml_node record) {
    const auto field = [&](std::string_view name) { return plain_text(child_of(record, name)); };
    bib::Item item;
    item.type = type_of(attribute_of(child_of(record, "ref-type"), "name"));
    const auto contributors = child_of(record, "contributors");
    item.author = people(child_of(contributors, "authors"));
    item.editor = people(child_of(contributors, "secondary-authors"));
    const auto titles = child_of(record, "titles");
    item.title = plain_text(child_of(titles, "title"));
    item.container_title = plain_text(child_of(titles, "secondary-title"));
    const auto periodical = child_of(record, "periodical");
    item.container_title =
        item.container_title.empty() ? plain_text(child_of(periodical, "full-title")) : item.container_title;
    item.container_title_short = plain_text(child_of(periodical, "abbr-1"));
    item.issued = bib::parse_date(plain_text(child_of(child_of(record, "dates"), "year")));
    item.volume = bib::normalise_volume(field("volume"));
    item.issue = bib::normalise_issue(field("number"));
    item.page = bib::normalise_pages(field("pages"));
    item.edition = field("edition");
    item.publisher = field("publisher");
    item.publisher_place = field("pub-location");
    item.URL = plain_text(find_element(child_of(record, "urls"), "url"));
    const auto take = [&](bib::Field kind, const std::string& text) {
        if (const auto id = bib::parse_identifier(kind, text)) {
            *item.text(kind) = *id;
        }
    };
    take(bib::Field::DOI, field("electronic-resource-num"));
    take(bib::Field::ISSN, field("isbn"));
    take(bib::Field::ISBN, field("isbn"));
    const auto accession = field("accession-num");
    const bool is_pmid = accession.size() >= 5 && accession.size() <= 8 &&
                         std::all_of(accession.begin(), accession.end(), text::is_ascii_digit);
    if (is_pmid) {
        item.PMID = accession;
    }
    return item;
}

}  // namespace

std::vector<FieldItem> read_endnote_cite(std::string_view xml) {
    std::vector<FieldItem> items;
    pugi::xml_document document;
    const auto end = xml.rfind("</EndNote>");
    if (end == std::string_view::npos ||
        load_xml_part(xml.substr(0, end + std::string_view("</EndNote>").size()), document)) {
        return items;
    }
    for (const auto cite : child_of(document, "EndNote").children()) {
        const auto record = child_of(cite, "record");
        auto item = item_of(record);
        if (item.title.empty()) {
            continue;
        }
        // A number for one work, in one library of EndNote's.
        const auto library = attribute_of(find_element(record, "key"), "db-id");
        items.push_back({"endnote " + std::string(library) + " " + plain_text(child_of(record, "rec-number")),
                         std::move(item)});
    }
    return items;
}

}  // namespace whereof::article
