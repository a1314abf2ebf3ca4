// SPDX-License-Identifier: MIT
#include "article/jats_front.hpp"

#include "article/jats_reference.hpp"
#include "article/xml_text.hpp"
#include "bib/identifiers.hpp"

#include <string>

#include <fmt/core.h>

namespace whereof::article {
namespace {

/// The day of first appearance: online where it is known, else in print.
pugi::xml_node first_date(pugi::xml_node meta) {
    pugi::xml_node best;
    int best_rank = 0;
    for (const auto date : meta.children("pub-date")) {
        const std::string_view kind = date.attribute("pub-type")
                                          ? date.attribute("pub-type").value()
                                          : date.attribute("publication-format").value();
        const int rank = kind == "epub" || kind == "electronic" ? 4
                         : kind == "ppub" || kind == "print"    ? 3
                         : kind == "collection"                 ? 2
                                                                : 1;
        if (rank > best_rank && date.child("year")) {
            best = date;
            best_rank = rank;
        }
    }
    return best;
}

std::string date_text(pugi::xml_node date) {
    const int year = date.child("year").text().as_int();
    const int month = date.child("month").text().as_int();
    const int day = date.child("day").text().as_int();
    if (year < 1500 || year > 2199) {
        return {};
    }
    if (month < 1 || month > 12) {
        return std::to_string(year);
    }
    return day < 1 || day > 31 ? fmt::format("{}-{:02}", year, month)
                               : fmt::format("{}-{:02}-{:02}", year, month, day);
}

}  // namespace

void read_jats_front(pugi::xml_node article, Draft& draft) {
    const auto front = article.child("front");
    const auto meta = front.child("article-meta");
    draft.title = plain_text(meta.child("title-group").child("article-title"));
    const auto journal = front.child("journal-meta");
    const auto group = journal.child("journal-title-group").child("journal-title");
    draft.site = plain_text(group ? group : journal.child("journal-title"));
    std::string pmcid;
    std::string pmid;
    for (const auto id : meta.children("article-id")) {
        const std::string_view type = id.attribute("pub-id-type").value();
        const auto text = plain_text(id);
        if (type == "doi") {
            const auto doi = bib::parse_identifier(bib::Field::DOI, text);
            draft.DOI = doi ? *doi : text;
        } else if (type == "pmc" || type == "pmcid") {
            pmcid = text.starts_with("PMC") ? text : "PMC" + text;
        } else if (type == "pmid") {
            pmid = text;
        }
    }
    draft.id = !pmcid.empty() ? pmcid : !draft.DOI.empty() ? draft.DOI : pmid;
    draft.date = date_text(first_date(meta));
    draft.url = decode_entities(meta.child("self-uri").attribute("xlink:href").value());
    draft.url = draft.url.find("://") == std::string::npos ? std::string() : draft.url;
    draft.language = article.attribute("xml:lang").value();
}

}  // namespace whereof::article
