// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "search/conflicts.hpp"
#include "serve/page_frame.hpp"
#include "serve/pages.hpp"
#include "serve/shown.hpp"
#include "serve/survey_keeper.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

constexpr std::size_t kConflictsShown = 200;
constexpr std::chrono::milliseconds kPatience{2000};

std::string_view heading_of(search::ConflictKind kind) {
    switch (kind) {
        case search::ConflictKind::opposite_directions:
            return "Opposite claims";
        case search::ConflictKind::opposite_of_one_source:
            return "Opposite claims that cite one source";
        case search::ConflictKind::rests_on_retracted:
            return "Claims with a retracted source";
        case search::ConflictKind::rests_on_unverifiable:
            break;
    }
    return "Claims none of whose sources could be verified";
}

void append_conflict(std::string& out, const Json& conflict) {
    const bool said_above = text_of(conflict, "kind") == name(search::ConflictKind::rests_on_unverifiable);
    out += said_above ? "" : fmt::format("<li><p>{}</p>\n<ul>\n", markup(text_of(conflict, "says")));
    for (const Json& claim : conflict.at("claims")) {
        out += fmt::format("<li>{} <span class=\"where\">{}, line {}</span></li>\n",
                           link("claim", text_of(claim, "id"), report::clipped(text_of(claim, "text"), 300)),
                           link("article", text_of(claim, "path"), text_of(claim, "path")),
                           claim.at("line").get<std::uint32_t>());
    }
    out += said_above ? "" : "</ul></li>\n";
}

PageData still_being_made() {
    return failed(503, "The store is still being surveyed.", "Reload this page in a moment.");
}

}  // namespace

PageData works_page(Visit& visit) {
    const auto survey = visit.surveys.survey(kPatience);
    if (survey == nullptr) {
        return still_being_made();
    }
    Json works = Json::array();
    for (const store::CitedWork& work : survey->overview.most_cited) {
        const auto reference = visit.store().reference(work.reference);
        Json one{{"id", fmt::format("w{}", work.work)}};
        add_citation(one, reference ? reference->listed.reference : bib::Reference());
        one["citations"] = work.citations;
        one["articles"] = work.articles;
        works.push_back(std::move(one));
    }
    PageData out;
    out.title = "Works cited by many";
    out.json = std::make_shared<const Json>(Json{{"format", "whereof-works-1"}, {"works", std::move(works)}});
    return out;
}

void write_works(const PageData& page, const Visit& /*visit*/, std::string& out) {
    const Json& works = page.json->at("works");
    out += "<h1>Works cited by many</h1>\n";
    if (works.empty()) {
        out += "<p class=\"lead\">No work is cited by two articles.</p>\n";
        return;
    }
    out += "<p>A work's page shows who cites it, and where the citations differ.</p>\n<ol class=\"works\">\n";
    for (const Json& work : works) {
        out += fmt::format("<li>{} <span class=\"where\">{}</span></li>\n",
                           link("work", text_of(work, "id"), report::clipped(citation_of(work), 240)),
                           count_of(work.at("articles").get<std::int64_t>(), "article", "articles"));
    }
    out += "</ol>\n";
}

PageData conflicts_page(Visit& visit) {
    const auto survey = visit.surveys.survey(kPatience);
    if (survey == nullptr) {
        return still_being_made();
    }
    PageData out;
    out.title = "Conflicts";
    const std::vector<search::Conflict>& all = survey->conflicts.listed;
    out.has_more = all.size() > kConflictsShown;
    out.json = std::make_shared<const Json>(
        report::conflicts_document(std::span(all).first(std::min(all.size(), kConflictsShown)),
                                   survey->conflicts.not_listed, all.size()));
    return out;
}

void write_conflicts(const PageData& page, const Visit& /*visit*/, std::string& out) {
    const Json& conflicts = page.json->at("conflicts");
    out +=
        "<h1>Conflicts</h1>\n<p>Claims that say opposite things of the same two, and claims that rest on "
        "nothing but "
        "flagged sources, as far as verdicts are kept.</p>\n";
    const search::NotListed not_listed{page.json->at("left_out").get<std::size_t>(),
                                       page.json->at("not_compared").get<std::size_t>()};
    for (const std::string& line : report::not_listed_lines(not_listed)) {
        out += fmt::format("<p class=\"hint\">{}.</p>\n", line);
    }
    if (conflicts.empty()) {
        out +=
            "<p class=\"lead\">No two claims contradict each other, and none rests on a source known to be "
            "flagged.</p>\n";
        return;
    }
    using search::ConflictKind;
    for (const ConflictKind kind : {ConflictKind::opposite_of_one_source, ConflictKind::opposite_directions,
                                    ConflictKind::rests_on_retracted, ConflictKind::rests_on_unverifiable}) {
        std::string list;
        for (const Json& one : conflicts) {
            if (text_of(one, "kind") == name(kind)) {
                append_conflict(list, one);
            }
        }
        if (!list.empty()) {
            out += fmt::format("<h2>{}</h2>\n<ul class=\"conflicts\">\n{}</ul>\n", heading_of(kind), list);
        }
    }
    out += page.has_more
               ? fmt::format(
                     "<p class=\"hint\">The first {} of {} are shown; whereof search --conflicts lists "
                     "all.</p>\n",
                     kConflictsShown, page.json->at("total").get<std::size_t>())
               : "";
}

}  // namespace whereof::serve
