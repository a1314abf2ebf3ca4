// SPDX-License-Identifier: MIT
#include "article/jats_reference.hpp"

#include "article/xml_text.hpp"
#include "bib/dates.hpp"
#include "bib/identifiers.hpp"
#include "bib/numbers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace whereof::article {
namespace {

void collect_text(pugi::xml_node node, std::string& out) {
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element) {
            collect_text(child, out);
        } else {
            out += child.value();
        }
    }
}

std::string squeezed(std::string_view text) {
    std::string out;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = text::next_code_point(text, at);
        if (c <= ' ' || (c >= 0x80 && text::is_space(c))) {
            blank = !out.empty();
            continue;
        }
        out += blank ? " " : "";
        blank = false;
        out.append(text, start, at - start);
    }
    return out;
}

bib::Name person(pugi::xml_node node) {
    bib::Name name;
    name.family = plain_text(node.child("surname"));
    name.given = plain_text(node.child("given-names"));
    name.suffix = plain_text(node.child("suffix"));
    if (name.family.empty()) {
        name.literal = name.given.empty() ? plain_text(node) : name.given;
        name.given.clear();
    }
    return name;
}

bool is_empty(const bib::Name& name) { return name.family.empty() && name.literal.empty(); }

/// The lists of names of a citation, in person-groups or bare.
struct Names {
    std::vector<bib::Name>& list;
    bool& elided;
};

void add_name(pugi::xml_node node, Names names) {
    const auto tag = local_name(node);
    bib::Name name;
    if (tag == "name" || tag == "string-name") {
        name = person(node);
    } else if (tag == "collab" || tag == "institution") {
        name.literal = plain_text(node);
    } else if (tag == "etal") {
        names.elided = true;
    } else if (tag == "name-alternatives" || tag == "collab-alternatives") {
        if (const auto first = node.first_child()) {
            add_name(first, names);
        }
        return;
    }
    if (!is_empty(name)) {
        names.list.push_back(std::move(name));
    }
}

bool is_editor(std::string_view group) {
    return group == "editor" || group == "editors" || group == "guest-editor";
}

void add_group(pugi::xml_node group, bib::Item& item) {
    const std::string_view kind = group.attribute("person-group-type").value();
    if (kind == "translator" || kind == "inventor" || kind == "assignee" || kind == "compiler") {
        return;
    }
    const Names names =
        is_editor(kind) ? Names{item.editor, item.editors_elided} : Names{item.author, item.authors_elided};
    for (const auto node : group.children()) {
        add_name(node, names);
    }
    if (text::ascii_lower(std::string_view(group.text().get())).find("et al") != std::string::npos) {
        names.elided = true;
    }
}

void add_note(bib::Item& item, std::string_view text) {
    if (!text.empty()) {
        item.note += (item.note.empty() ? "" : " ") + std::string(text);
    }
}

void add_identifier(bib::Item& item, bib::Field field, const std::string& text) {
    std::string* slot = item.text(field);
    if (slot == nullptr || text.empty()) {
        return;
    }
    const auto value = bib::parse_identifier(field, text);
    if (value && slot->empty()) {
        *slot = *value;
    } else if (!value) {
        add_note(item, text);
    }
}

void add_pub_id(pugi::xml_node node, bib::Item& item) {
    struct Row {
        std::string_view type;
        bib::Field field;
    };
    constexpr Row kTypes[] = {{"doi", bib::Field::DOI},     {"pmid", bib::Field::PMID},
                              {"pmc", bib::Field::PMCID},   {"pmcid", bib::Field::PMCID},
                              {"arxiv", bib::Field::arXiv}, {"isbn", bib::Field::ISBN},
                              {"issn", bib::Field::ISSN},   {"pii", bib::Field::PII}};
    const std::string_view type = node.attribute("pub-id-type").value();
    const auto row =
        std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Row& r) { return r.type == type; });
    if (row != std::end(kTypes)) {
        add_identifier(item, row->field, plain_text(node));
    } else {
        add_note(item, plain_text(node));
    }
}

void add_link(pugi::xml_node node, bib::Item& item) {
    std::string address = decode_entities(node.attribute("xlink:href").value());
    address = address.empty() ? plain_text(node) : address;
    if (const auto doi = bib::parse_identifier(bib::Field::DOI, address); doi && item.DOI.empty()) {
        item.DOI = *doi;
    } else if (item.URL.empty()) {
        item.URL = address;
    }
}

void set(std::string& field, std::string value) {
    if (field.empty()) {
        field = std::move(value);
    }
}

struct Fragments {
    std::string first_page, last_page, page_range, article_title, chapter_title, source, month, day, season;
    std::string year;
};

void add_date(bib::Item& item, const Fragments& parts) {
    item.issued = bib::parse_date(parts.year);
    if (item.issued.year != 0 && item.issued.month == 0) {
        const auto month = bib::parse_date(parts.year.substr(0, 4) + " " + parts.month);
        item.issued.month = month.month;
        int number = 0;
        for (const char c : parts.month.size() <= 2 ? parts.month : std::string()) {
            number = text::is_ascii_digit(c) ? number * 10 + (c - '0') : 99;
        }
        item.issued.month =
            item.issued.month == 0 && number >= 1 && number <= 12 ? number : item.issued.month;
        int day = 0;
        for (const char c : parts.day.size() <= 2 ? parts.day : std::string()) {
            day = text::is_ascii_digit(c) ? day * 10 + (c - '0') : 99;
        }
        item.issued.day = item.issued.month != 0 && day >= 1 && day <= 31 ? day : 0;
    }
}

std::string_view type_of(pugi::xml_node citation) {
    for (const char* name : {"publication-type", "citation-type", "content-type"}) {
        if (const auto attribute = citation.attribute(name)) {
            return attribute.value();
        }
    }
    return {};
}

bib::ItemType item_type(std::string_view type, const Fragments& parts, const bib::Item& item) {
    struct Row {
        std::string_view type;
        bib::ItemType is;
    };
    constexpr Row kTypes[] = {{"journal", bib::ItemType::article_journal},
                              {"book", bib::ItemType::book},
                              {"confproc", bib::ItemType::paper_conference},
                              {"conf-proc", bib::ItemType::paper_conference},
                              {"conference", bib::ItemType::paper_conference},
                              {"thesis", bib::ItemType::thesis},
                              {"report", bib::ItemType::report},
                              {"gov", bib::ItemType::report},
                              {"patent", bib::ItemType::patent},
                              {"web", bib::ItemType::webpage},
                              {"webpage", bib::ItemType::webpage},
                              {"website", bib::ItemType::webpage},
                              {"data", bib::ItemType::dataset},
                              {"dataset", bib::ItemType::dataset},
                              {"database", bib::ItemType::dataset},
                              {"software", bib::ItemType::software},
                              {"computer-program", bib::ItemType::software},
                              {"preprint", bib::ItemType::article},
                              {"newspaper", bib::ItemType::article_newspaper},
                              {"magazine", bib::ItemType::article_magazine},
                              {"legal", bib::ItemType::legislation}};
    const auto row =
        std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Row& r) { return r.type == type; });
    if (row == std::end(kTypes)) {
        const bool is_article = !parts.article_title.empty() && !parts.source.empty() && !item.volume.empty();
        return is_article ? bib::ItemType::article_journal : bib::ItemType::document;
    }
    const bool has_part = !parts.chapter_title.empty() || !parts.article_title.empty();
    return row->is == bib::ItemType::book && has_part && !parts.source.empty() ? bib::ItemType::chapter
                                                                               : row->is;
}

void read_field(pugi::xml_node node, bib::Item& item, Fragments& parts) {
    const auto tag = local_name(node);
    const auto text = [&] { return plain_text(node); };
    struct Row {
        std::string_view tag;
        std::string Fragments::*part;
    };
    constexpr Row kParts[] = {
        {"article-title", &Fragments::article_title},
        {"chapter-title", &Fragments::chapter_title},
        {"part-title", &Fragments::chapter_title},
        {"data-title", &Fragments::article_title},
        {"source", &Fragments::source},
        {"year", &Fragments::year},
        {"month", &Fragments::month},
        {"day", &Fragments::day},
        {"season", &Fragments::season},
        {"fpage", &Fragments::first_page},
        {"lpage", &Fragments::last_page},
        {"page-range", &Fragments::page_range},
        {"elocation-id", &Fragments::first_page},
    };
    const auto part =
        std::find_if(std::begin(kParts), std::end(kParts), [&](const Row& r) { return r.tag == tag; });
    if (part != std::end(kParts)) {
        set(parts.*part->part, text());
    } else if (tag == "person-group") {
        add_group(node, item);
    } else if (tag == "volume") {
        set(item.volume, bib::normalise_volume(text()));
    } else if (tag == "issue" || tag == "supplement") {
        set(item.issue, bib::normalise_issue(text()));
    } else if (tag == "publisher-name") {
        set(item.publisher, text());
    } else if (tag == "publisher-loc") {
        set(item.publisher_place, text());
    } else if (tag == "edition") {
        set(item.edition, bib::normalise_edition(text()));
    } else if (tag == "series" || tag == "series-title") {
        set(item.collection_title, text());
    } else if (tag == "isbn" || tag == "issn") {
        add_identifier(item, tag == "isbn" ? bib::Field::ISBN : bib::Field::ISSN, text());
    } else if (tag == "pub-id" || tag == "object-id") {
        add_pub_id(node, item);
    } else if (tag == "ext-link" || tag == "uri") {
        add_link(node, item);
    } else if (tag == "access-date" || tag == "date-in-citation") {
        item.accessed = bib::parse_date(text());
    } else if (tag == "date") {
        set(parts.year, plain_text(node.child("year")));
        set(parts.month, plain_text(node.child("month")));
        set(parts.day, plain_text(node.child("day")));
    } else if (tag == "comment") {
        for (const auto link : node.children("ext-link")) {
            add_link(link, item);
        }
        add_note(item, text());
    } else if (tag == "conf-name" || tag == "conf-date" || tag == "conf-loc" || tag == "conf-sponsor" ||
               tag == "trans-title" || tag == "patent" || tag == "gov" || tag == "std" || tag == "version") {
        add_note(item, text());
    } else if (tag == "name" || tag == "string-name" || tag == "collab" || tag == "etal" ||
               tag == "name-alternatives" || tag == "collab-alternatives" || tag == "institution") {
        add_name(node, {item.author, item.authors_elided});
    } else if (tag == "styled-content" || tag == "named-content" || tag == "italic" || tag == "bold" ||
               tag == "sup") {
        for (const auto child : node.children()) {
            read_field(child, item, parts);
        }
    }
}

}  // namespace

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string plain_text(pugi::xml_node node) {
    if (!node) {
        return {};
    }
    std::string raw;
    collect_text(node, raw);
    return squeezed(raw.find('&') == std::string::npos ? raw : decode_entities(raw));
}

bib::Item citation_item(pugi::xml_node citation) {
    bib::Item item;
    Fragments parts;
    for (const auto node : citation.children()) {
        if (node.type() == pugi::node_element) {
            read_field(node, item, parts);
        }
    }
    item.type = item_type(type_of(citation), parts, item);
    item.title = parts.article_title.empty() ? parts.chapter_title : parts.article_title;
    (item.title.empty() && item.volume.empty() ? item.title : item.container_title) = parts.source;
    const auto pages = parts.page_range.empty() && !parts.first_page.empty() && !parts.last_page.empty() &&
                               parts.first_page != parts.last_page
                           ? parts.first_page + "-" + parts.last_page
                       : parts.page_range.empty() ? parts.first_page
                                                  : parts.page_range;
    item.page = bib::normalise_pages(pages);
    add_date(item, parts);
    return item;
}

bool is_fields_only(pugi::xml_node citation) {
    for (const auto child : citation.children()) {
        if (child.type() != pugi::node_element && !text::trim(child.value()).empty()) {
            return false;
        }
    }
    return true;
}

}  // namespace whereof::article
