// SPDX-License-Identifier: MIT
#include "formats/pubmed_item.hpp"

#include "bib/identifiers.hpp"
#include "formats/medline_text.hpp"
#include "formats/written_values.hpp"
#include "formats/xml_records.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::formats {
namespace {

using pugi::xml_node;

bib::Date date_of(const xml_node& node) {
    bib::Date date;
    if (!node) {
        return date;
    }
    const std::string_view medline = node.child_value("MedlineDate");
    if (!medline.empty()) {
        return medline_date(medline);
    }
    return medline_date(fmt::format("{} {} {}", node.child_value("Year"), node.child_value("Month"),
                                    node.child_value("Day")));
}

bib::Name name_of(const xml_node& author) {
    bib::Name name;
    name.literal = xml_text(author.child("CollectiveName"));
    if (name.literal.empty()) {
        name.family = author.child_value("LastName");
        name.given = author.child_value(author.child("ForeName") ? "ForeName" : "Initials");
        name.suffix = author.child_value("Suffix");
    }
    return name;
}

bool valid(const xml_node& node) { return node.attribute("ValidYN").as_string("Y")[0] != 'N'; }

void read_authors(const xml_node& list, std::vector<bib::Name>& out) {
    for (const xml_node author : list.children("Author")) {
        if (valid(author)) {
            out.push_back(name_of(author));
        }
    }
}

void read_pages(const xml_node& article, bib::Item& item) {
    const xml_node pages = article.child("Pagination");
    item.page = medline_pages(pages.child_value("MedlinePgn"));
    const std::string_view start = pages.child_value("StartPage");
    const std::string_view end = pages.child_value("EndPage");
    if (item.page.empty() && !start.empty()) {
        item.page = medline_pages(end.empty() ? std::string(start) : fmt::format("{}-{}", start, end));
    }
}

/// Identifiers of the article itself; those of the works it cites stand deeper, in PubmedData/ReferenceList.
void read_identifiers(const xml_node& article, const xml_node& ids, bib::Item& item) {
    std::string pii;
    for (const xml_node location : article.children("ELocationID")) {
        const std::string_view type = location.attribute("EIdType").value();
        if (valid(location) && type == "doi" && item.DOI.empty()) {
            item.DOI = bib::canonical_DOI(location.child_value());
        } else if (valid(location) && type == "pii") {
            pii = location.child_value();
        }
    }
    for (const xml_node id : ids.children("ArticleId")) {
        const std::string_view type = id.attribute("IdType").value();
        if (type == "doi" && item.DOI.empty()) {
            item.DOI = bib::canonical_DOI(id.child_value());
        } else if (type == "pmc") {
            item.PMCID = bib::canonical(bib::Field::PMCID, id.child_value());
        } else if (type == "pii" && pii.empty()) {
            pii = id.child_value();
        }
    }
    constexpr std::size_t kLongestLocator = 10;
    if (pii.starts_with('S') || pii.starts_with('B')) {
        item.PII = bib::canonical(bib::Field::PII, pii);
    }
    if (item.page.empty() && item.PII.empty() && pii.size() <= kLongestLocator) {
        item.page = pii;
    }
}

void read_journal(const xml_node& citation, bib::Item& item) {
    const xml_node journal = citation.child("Article").child("Journal");
    const xml_node issue = journal.child("JournalIssue");
    item.container_title = journal.child_value("Title");
    item.container_title_short = journal.child_value("ISOAbbreviation");
    if (item.container_title_short.empty()) {
        item.container_title_short = citation.child("MedlineJournalInfo").child_value("MedlineTA");
    }
    item.ISSN = journal.child_value("ISSN");
    item.volume = issue.child_value("Volume");
    item.issue = issue.child_value("Issue");
    item.issued = date_of(issue.child("PubDate"));
}

/// The paragraphs of an abstract in one, each behind its label as PubMed prints it: "METHODS: …".
std::string abstract_of(const xml_node& abstract) {
    std::string out;
    for (const xml_node part : abstract.children("AbstractText")) {
        const std::string text = on_one_line(xml_text(part));
        const std::string_view label = part.attribute("Label").value();
        out += text.empty() || out.empty() ? "" : " ";
        out += text.empty() || label.empty() ? "" : fmt::format("{}: ", label);
        out += text;
    }
    return out;
}

bib::Item citation_item(const xml_node& citation, const xml_node& ids) {
    const xml_node article = citation.child("Article");
    bib::Item item;
    item.type = bib::ItemType::article_journal;
    item.PMID = bib::canonical_PMID(citation.child_value("PMID"));
    item.title = xml_text(article.child("ArticleTitle"));
    item.language = article.child_value("Language");
    item.abstract = abstract_of(article.child("Abstract"));
    read_journal(citation, item);
    const bib::Date online = date_of(article.child("ArticleDate"));
    if (online.year != 0 && online != item.issued) {
        item.epub = online;
    }
    read_pages(article, item);
    read_identifiers(article, ids, item);
    read_authors(article.child("AuthorList"), item.author);
    return item;
}

bib::Item book_item(const xml_node& document) {
    const xml_node book = document.child("Book");
    bib::Item item;
    item.PMID = bib::canonical_PMID(document.child_value("PMID"));
    const std::string book_title = xml_text(book.child("BookTitle"));
    item.title = xml_text(document.child("ArticleTitle"));
    item.type = item.title.empty() ? bib::ItemType::book : bib::ItemType::chapter;
    (item.title.empty() ? item.title : item.container_title) = book_title;
    item.publisher = book.child("Publisher").child_value("PublisherName");
    item.publisher_place = book.child("Publisher").child_value("PublisherLocation");
    item.ISBN = bib::canonical(bib::Field::ISBN, book.child_value("Isbn"));
    item.issued = date_of(book.child("PubDate"));
    item.language = document.child_value("Language");
    item.abstract = abstract_of(document.child("Abstract"));
    for (const xml_node list : document.children("AuthorList")) {
        read_authors(
            list, std::string_view(list.attribute("Type").value()) == "editors" ? item.editor : item.author);
    }
    for (const xml_node list : book.children("AuthorList")) {
        read_authors(list, item.editor);
    }
    if (item.author.empty()) {
        item.author.swap(item.editor);
    }
    read_identifiers(book, document.child("ArticleIdList"), item);
    return item;
}

}  // namespace

bib::Item pubmed_item(const xml_node& record) {
    const std::string_view name = record.name();
    if (name == "PubmedBookArticle") {
        return book_item(record.child("BookDocument"));
    }
    const xml_node citation = name == "MedlineCitation" ? record : record.child("MedlineCitation");
    return citation_item(citation, record.child("PubmedData").child("ArticleIdList"));
}

}  // namespace whereof::formats
