// SPDX-License-Identifier: MIT
#include "authority/pubmed_record.hpp"

#include "authority/json_fields.hpp"
#include "authority/medline_text.hpp"
#include "authority/update_kinds.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::authority {
namespace {

using pugi::xml_node;

/// All text below a node: titles carry <i>, <sup> and MathML. Walks without recursion; stops at an absurd
/// length.
std::string text_below(const xml_node& node) {
    constexpr std::size_t kLongest = 20'000;
    std::string out;
    xml_node at = node.first_child();
    while (at && out.size() < kLongest) {
        if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) {
            out += at.value();
        }
        xml_node next = at.first_child();
        while (!next && at && at != node) {
            next = at.next_sibling();
            at = at.parent();
        }
        at = next;
        if (at == node) {
            break;
        }
    }
    return out;
}

int number_of(const xml_node& node) { return std::atoi(node.child_value()); }

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
    name.literal = text_below(author.child("CollectiveName"));
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
            item.DOI = canonical_DOI(location.child_value());
        } else if (valid(location) && type == "pii") {
            pii = location.child_value();
        }
    }
    for (const xml_node id : ids.children("ArticleId")) {
        const std::string_view type = id.attribute("IdType").value();
        if (type == "doi" && item.DOI.empty()) {
            item.DOI = canonical_DOI(id.child_value());
        } else if (type == "pmc") {
            item.PMCID = canonical(bib::Field::PMCID, id.child_value());
        } else if (type == "pii" && pii.empty()) {
            pii = id.child_value();
        }
    }
    constexpr std::size_t kLongestLocator = 10;
    if (pii.starts_with('S') || pii.starts_with('B')) {
        item.PII = canonical(bib::Field::PII, pii);
    }
    if (item.page.empty() && item.PII.empty() && pii.size() <= kLongestLocator) {
        item.page = pii;
    }
}

std::int64_t revision_of(const xml_node& citation) {
    const std::int64_t version = citation.child("PMID").attribute("Version").as_int(1);
    for (const char* name : {"DateRevised", "DateCompleted", "DateCreated"}) {
        if (const xml_node date = citation.child(name)) {
            return version * 100'000'000 + number_of(date.child("Year")) * 10'000 +
                   number_of(date.child("Month")) * 100 + number_of(date.child("Day"));
        }
    }
    return version * 100'000'000;
}

struct RefType {
    std::string_view name;
    EventKind kind;
    bool on_notice;  ///< this record is the notice, the other the work
};
/// CommentsCorrections/@RefType, of the DTD of 2025.
constexpr std::array kRefTypes{
    RefType{"RetractionIn", EventKind::retraction, false},
    RefType{"RetractedandRepublishedIn", EventKind::replacement, false},
    RefType{"ExpressionOfConcernIn", EventKind::concern, false},
    RefType{"ErratumIn", EventKind::correction, false},
    RefType{"CorrectedandRepublishedIn", EventKind::correction, false},
    RefType{"RepublishedIn", EventKind::correction, false},
    RefType{"UpdateIn", EventKind::new_version, false},
    RefType{"RetractionOf", EventKind::retraction, true},
    RefType{"RetractedandRepublishedFrom", EventKind::replacement, true},
    RefType{"ExpressionOfConcernFor", EventKind::concern, true},
    RefType{"ErratumFor", EventKind::correction, true},
    RefType{"CorrectedandRepublishedFrom", EventKind::correction, true},
    RefType{"RepublishedFrom", EventKind::correction, true},
    RefType{"UpdateOf", EventKind::new_version, true},
};

/// Tells the events; returns whether a notice of the record's own retraction was among them.
bool read_corrections(const xml_node& list, const bib::Item& item, RecordSink& sink) {
    bool retracted = false;
    for (const xml_node one : list.children("CommentsCorrections")) {
        const std::string_view type = one.attribute("RefType").value();
        const auto found = std::ranges::find(kRefTypes, type, &RefType::name);
        if (found == kRefTypes.end()) {
            continue;
        }
        const std::string_view where = one.child_value("RefSource");
        std::string DOI = doi_in_source(where);
        std::string PMID = canonical_PMID(one.child_value("PMID"));
        if (found->on_notice) {
            sink.event(std::move(DOI), std::move(PMID),
                       {found->kind, item.DOI, item.PMID, iso_date(item.issued), "pubmed"});
        } else {
            retracted |= found->kind == EventKind::retraction || found->kind == EventKind::replacement;
            sink.event(
                item.DOI, item.PMID,
                {found->kind, std::move(DOI), std::move(PMID), iso_date(date_in_source(where)), "pubmed"});
        }
    }
    return retracted;
}

void read_publication_types(const xml_node& list, Say& say, bool retraction_told, RecordSink& sink) {
    for (const xml_node type : list.children("PublicationType")) {
        const std::string_view ui = type.attribute("UI").value();
        const std::string_view text = type.child_value();
        say.publication_types.emplace_back(text);
        if (ui == "D016440" || text == "Retraction of Publication") {
            say.flags |= kFlagRetractionNotice;
        } else if ((ui == "D016441" || text == "Retracted Publication") && !retraction_told) {
            sink.event(say.item.DOI, say.item.PMID, {EventKind::retraction, "", "", "", "pubmed"});
        }
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

std::string read_citation(const xml_node& citation, const xml_node& ids, RecordSink& sink) {
    const xml_node article = citation.child("Article");
    Say say;
    say.source = Source::pubmed;
    bib::Item& item = say.item;
    item.type = bib::ItemType::article_journal;
    item.PMID = canonical_PMID(citation.child_value("PMID"));
    item.title = text_below(article.child("ArticleTitle"));
    if (item.PMID.empty() && item.title.empty()) {
        return "expected a PMID or an ArticleTitle, found neither";
    }
    say.revision = revision_of(citation);
    say.vernacular_title = text_below(article.child("VernacularTitle"));
    item.language = article.child_value("Language");
    read_journal(citation, item);
    const bib::Date online = date_of(article.child("ArticleDate"));
    if (online.year != 0 && online != item.issued) {
        item.epub = online;
    }
    read_pages(article, item);
    read_identifiers(article, ids, item);
    const xml_node authors = article.child("AuthorList");
    read_authors(authors, item.author);
    if (authors.attribute("CompleteYN").as_string("Y")[0] == 'N') {
        say.flags |= kFlagAuthorsIncomplete;
    }
    const bool told = read_corrections(citation.child("CommentsCorrectionsList"), item, sink);
    read_publication_types(article.child("PublicationTypeList"), say, told, sink);
    sink.record(std::move(say));
    return {};
}

std::string read_book(const xml_node& record, RecordSink& sink) {
    const xml_node document = record.child("BookDocument");
    const xml_node book = document.child("Book");
    Say say;
    say.source = Source::pubmed;
    bib::Item& item = say.item;
    item.PMID = canonical_PMID(document.child_value("PMID"));
    const std::string book_title = text_below(book.child("BookTitle"));
    item.title = text_below(document.child("ArticleTitle"));
    item.type = item.title.empty() ? bib::ItemType::book : bib::ItemType::chapter;
    (item.title.empty() ? item.title : item.container_title) = book_title;
    if (item.PMID.empty() && item.title.empty()) {
        return "expected a PMID or a title, found neither";
    }
    say.revision = revision_of(document);
    item.publisher = book.child("Publisher").child_value("PublisherName");
    item.publisher_place = book.child("Publisher").child_value("PublisherLocation");
    item.ISBN = canonical(bib::Field::ISBN, book.child_value("Isbn"));
    item.issued = date_of(book.child("PubDate"));
    item.language = document.child_value("Language");
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
    sink.record(std::move(say));
    return {};
}

}  // namespace

std::string read_pubmed_record(const pugi::xml_document& document, RecordSink& sink) {
    const xml_node root = document.document_element();
    const std::string_view name = root.name();
    if (name == "DeleteCitation") {
        for (const xml_node pmid : root.children("PMID")) {
            const std::string canonical_text = canonical_PMID(pmid.child_value());
            if (!canonical_text.empty()) {
                sink.deleted(canonical_text);
            }
        }
        return {};
    }
    if (name == "PubmedBookArticle") {
        return read_book(root, sink);
    }
    const xml_node citation = name == "MedlineCitation" ? root : root.child("MedlineCitation");
    return read_citation(citation, root.child("PubmedData").child("ArticleIdList"), sink);
}

}  // namespace whereof::authority
