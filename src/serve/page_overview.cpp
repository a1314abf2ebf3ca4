// SPDX-License-Identifier: MIT
#include "finding/verdict.hpp"
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/terminal.hpp"
#include "serve/page_frame.hpp"
#include "serve/pages.hpp"
#include "serve/shown.hpp"
#include "serve/survey_keeper.hpp"

#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

constexpr std::size_t kRows = 15;  ///< of each table
constexpr std::chrono::milliseconds kPatience{1000};

Json counts_json(const store::HeadlineCounts& counts) {
    Json out = Json::object();
    for (const auto& [headline, count] : counts) {
        out[std::string(finding::name(headline))] = count;
    }
    return out;
}

Json tallies_json(std::span<const store::VerdictTally> tallies) {
    Json out = Json::array();
    for (const store::VerdictTally& tally : tallies.first(std::min(tallies.size(), kRows))) {
        out.push_back({{"name", tally.name},
                       {"references", tally.references},
                       {"verdicts", counts_json(tally.counts)}});
    }
    return out;
}

Json work_json(store::Store& store, const store::CitedWork& work) {
    const auto reference = store.reference(work.reference);
    Json out{{"id", fmt::format("w{}", work.work)}};
    add_citation(out, reference ? reference->listed.reference : bib::Reference());
    out["citations"] = work.citations;
    out["articles"] = work.articles;
    if (work.headline != finding::Headline::unchecked) {
        out["verdict"] = finding::name(work.headline);
        out["flagged"] = work.flagged;
    }
    return out;
}

Json overview_json(store::Store& store, const store::Overview& overview) {
    Json out{{"checked", overview.checked},
             {"verdicts", counts_json(overview.counts)},
             {"flagged", Json::array()},
             {"most_cited", Json::array()},
             {"by_site", tallies_json(overview.by_site)},
             {"by_journal", tallies_json(overview.by_journal)},
             {"by_year", tallies_json(overview.by_year)}};
    for (std::size_t i = 0; i < std::min(overview.flagged.size(), kRows); ++i) {
        out["flagged"].push_back(work_json(store, overview.flagged[i]));
    }
    for (std::size_t i = 0; i < std::min(overview.most_cited.size(), kRows); ++i) {
        out["most_cited"].push_back(work_json(store, overview.most_cited[i]));
    }
    return out;
}

void append_counts(std::string& out, const Json& counts) {
    for (const auto& [name, count] : counts.items()) {
        out += fmt::format(R"(<span class="badge v-{}">{} {} {}</span> )", name,
                           report::symbol(*finding::headline_of_name(name)), count.get<std::int64_t>(),
                           report::in_words(name));
    }
}

void append_tallies(std::string& out, const Json& tallies, std::string_view id, std::string_view title,
                    std::string_view first, std::string_view query_field) {
    if (tallies.empty()) {
        return;
    }
    out += fmt::format(
        "<section aria-labelledby=\"{}\"><h2 id=\"{}\">{}</h2>\n<div class=\"wide\" tabindex=\"0\" "
        "role=\"region\" aria-labelledby=\"{}\"><table><thead><tr>"
        "<th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">References</th><th "
        "scope=\"col\">Verdicts</th></tr></thead><tbody>\n",
        id, id, title, id, first);
    for (const Json& one : tallies) {
        const std::string_view name = text_of(one, "name");
        const std::string shown =
            name.empty()
                ? "<span class=\"none\">none given</span>"
                : fmt::format(
                      R"(<a href="{}">{}</a>)",
                      markup(address("/search", {{"q", fmt::format("{}:\"{}\"", query_field, name)}})),
                      markup(report::clipped(name, 120)));
        out += fmt::format(R"(<tr><th scope="row">{}</th><td class="number">{}</td><td>)", shown,
                           one.at("references").get<std::int64_t>());
        append_counts(out, one.at("verdicts"));
        out += "</td></tr>\n";
    }
    out += "</tbody></table></div></section>\n";
}

void append_works(std::string& out, const Json& works, std::string_view id, std::string_view title) {
    if (works.empty()) {
        return;
    }
    out += fmt::format("<section aria-labelledby=\"{}\"><h2 id=\"{}\">{}</h2>\n<ol class=\"works\">\n", id,
                       id, title);
    for (const Json& work : works) {
        out += "<li>";
        if (work.contains("verdict")) {
            out += badge(text_of(work, "verdict")) + " ";
        }
        out += fmt::format(
            "{} <span class=\"where\">cited by {}{}</span></li>\n",
            link("work", text_of(work, "id"), report::clipped(citation_of(work), 220)),
            count_of(work.at("articles").get<std::int64_t>(), "article", "articles"),
            work.contains("flagged")
                ? fmt::format(", flagged in {} of {}", work.at("flagged").get<std::int64_t>(),
                              count_of(work.at("citations").get<std::int64_t>(), "reference", "references"))
                : "");
    }
    out += "</ol></section>\n";
}

void append_checked(std::string& out, const Json& data) {
    const auto references = data.at("references").get<std::int64_t>();
    const auto checked = data.at("checked").get<std::int64_t>();
    out += "<section aria-labelledby=\"verdicts\"><h2 id=\"verdicts\">Verdicts</h2>\n";
    std::map<finding::Headline, std::size_t> counts;
    for (const auto& [name, count] : data.at("verdicts").items()) {
        counts[*finding::headline_of_name(name)] = count.get<std::size_t>();
    }
    if (!counts.empty()) {
        report::append_chart(out, counts);
        std::string links;
        for (const auto& [headline, count] : counts) {
            if (finding::level_of(headline) >= finding::Level::warning) {
                links += fmt::format(
                    R"( <a href="{}">{}</a>)",
                    markup(address("/search", {{"verdict", std::string(finding::name(headline))}})),
                    badge(finding::name(headline)));
            }
        }
        out += links.empty() ? "" : "<p>Claims with such a source:" + links + "</p>\n";
    }
    if (checked < references) {
        out += fmt::format(
            "<p class=\"hint\">{} of {} were never looked up. <code>whereof check --all</code> looks all of "
            "them up.</p>\n",
            references - checked, count_of(references, "reference", "references"));
    }
    out += "</section>\n";
}

void append_no_store(std::string& out) {
    out +=
        "<p class=\"lead\">There is no store yet.</p>\n<p>Read articles into one, then reload this "
        "page:</p>\n"
        "<pre><code>whereof add drafts/ paper.docx library.ris</code></pre>\n"
        "<p>Or <a href=\"/check\">check a file</a> right now: that needs no store.</p>\n";
}

}  // namespace

PageData overview_page(Visit& visit) {
    PageData out;
    Json json{{"format", "whereof-overview-1"}};
    if (visit.desk.store != nullptr) {
        store::Store& store = visit.store();
        const auto totals = store.index().totals();
        json.update(
            Json{{"articles", totals.articles}, {"claims", totals.claims}, {"references", totals.sources}});
        if (const auto survey = visit.surveys.survey(kPatience)) {
            json.update(overview_json(store, survey->overview));
        }
    }
    out.json = std::make_shared<const Json>(std::move(json));
    return out;
}

void write_overview(const PageData& page, const Visit& /*visit*/, std::string& out) {
    const Json& data = *page.json;
    out += "<h1>Claims and what they rest on</h1>\n";
    if (!data.contains("articles")) {
        append_no_store(out);
        return;
    }
    out += fmt::format(R"(<p class="lead"><a href="/articles">{}</a> with {} and {}.</p>)"
                       "\n",
                       count_of(data.at("articles").get<std::int64_t>(), "article", "articles"),
                       count_of(data.at("claims").get<std::int64_t>(), "claim", "claims"),
                       count_of(data.at("references").get<std::int64_t>(), "reference", "references"));
    out +=
        "<form class=\"big\" action=\"/search\"><label for=\"q\">Find a claim</label>"
        "<input id=\"q\" type=\"search\" name=\"q\" autocomplete=\"off\"><button>Search</button>"
        "<p class=\"hint\">For instance: bed rest · “early PT beats delayed PT” · imaging "
        "year:2018..2024</p></form>\n";
    if (!data.contains("checked")) {
        out += "<p class=\"note\">The verdicts are being counted. Reload this page in a moment.</p>\n";
        return;
    }
    append_checked(out, data);
    append_works(out, data.at("flagged"), "flagged", "Flagged sources that most articles cite");
    append_works(out, data.at("most_cited"), "many", "Works cited by many");
    append_tallies(out, data.at("by_site"), "sites", "By site", "Site", "site");
    append_tallies(out, data.at("by_journal"), "journals", "By journal cited", "Journal", "journal");
    append_tallies(out, data.at("by_year"), "years", "By year cited", "Year", "year");
}

}  // namespace whereof::serve
