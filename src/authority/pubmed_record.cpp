// SPDX-License-Identifier: MIT
#include "authority/pubmed_record.hpp"

#include "authority/json_fields.hpp"
#include "authority/notice_sources.hpp"
#include "authority/update_kinds.hpp"
#include "formats/pubmed_item.hpp"
#include "formats/xml_records.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::authority {
namespace {

using pugi::xml_node;

int number_of(const xml_node& node) { return std::atoi(node.child_value()); }

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

std::string read_citation(const xml_node& record, const xml_node& citation, RecordSink& sink) {
    const xml_node article = citation.child("Article");
    Say say;
    say.source = Source::pubmed;
    say.item = formats::pubmed_item(record);
    if (say.item.PMID.empty() && say.item.title.empty()) {
        return "expected a PMID or an ArticleTitle, found neither";
    }
    say.revision = revision_of(citation);
    say.vernacular_title = formats::xml_text(article.child("VernacularTitle"));
    if (article.child("AuthorList").attribute("CompleteYN").as_string("Y")[0] == 'N') {
        say.flags |= kFlagAuthorsIncomplete;
    }
    const bool told = read_corrections(citation.child("CommentsCorrectionsList"), say.item, sink);
    read_publication_types(article.child("PublicationTypeList"), say, told, sink);
    sink.record(std::move(say));
    return {};
}

std::string read_book(const xml_node& record, RecordSink& sink) {
    Say say;
    say.source = Source::pubmed;
    say.item = formats::pubmed_item(record);
    if (say.item.PMID.empty() && say.item.title.empty()) {
        return "expected a PMID or a title, found neither";
    }
    say.revision = revision_of(record.child("BookDocument"));
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
    return read_citation(root, citation, sink);
}

}  // namespace whereof::authority
