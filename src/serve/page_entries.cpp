// SPDX-License-Identifier: MIT
#include "claim/direction.hpp"
#include "http/url.hpp"
#include "report/claim_facets.hpp"
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "serve/page_frame.hpp"
#include "serve/page_parts.hpp"
#include "serve/pages.hpp"
#include "serve/shown.hpp"
#include "serve/stored_judge.hpp"
#include "serve/survey_keeper.hpp"
#include "serve/target.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

constexpr std::chrono::milliseconds kPatience{300};

/// What show() knows of the visit's name, if it is one of `kind`; null otherwise.
Json shown(Visit& visit, StoredJudge& judge, Target::Kind kind) {
    const Target target = parse_target(visit.name);
    if (target.kind != kind) {
        return nullptr;
    }
    // Conflicts are sought among all claims of the store: nothing to wait long for on the page of one.
    static const search::Conflicts kNone;
    const auto survey = kind == Target::Kind::claim ? visit.surveys.survey(kPatience) : nullptr;
    return show(visit.store(), visit.desk.desk.authorities, judge, visit.desk.desk.find_article, target,
                {0, survey != nullptr ? &survey->conflicts : &kNone});
}

PageData page_of_shown(Visit& visit, StoredJudge& judge, Target::Kind kind, std::string_view what) {
    Json json = shown(visit, judge, kind);
    if (json.is_null()) {
        return failed(404, fmt::format("The store holds no {} '{}'.", what, report::clipped(visit.name, 200)),
                      "The page of an article links to its claims and references.");
    }
    PageData out;
    out.title = report::clipped(json.contains("text") ? text_of(json, "text") : citation_of(json), 100);
    out.json = std::make_shared<const Json>(std::move(json));
    return out;
}

void append_origin(std::string& out, const Json& entry, std::string_view anchor) {
    const Json& article = entry.at("article");
    const std::string_view path = text_of(article, "path");
    const std::string_view title = text_of(article, "title");
    out += fmt::format(R"(<p class="where">In <a href="{}{}">{}</a>)", markup(page_of("article", path)),
                       anchor, markup(report::clipped(title.empty() ? path : title, 160)));
    const std::string_view heading = text_of(entry, "heading");
    out += heading.empty() || heading == title ? "" : " › " + markup(report::clipped(heading, 100));
    out += fmt::format(", line {}</p>\n", entry.at("line").get<std::uint32_t>());
}

/// What a reference is cited for, for people.
std::string_view role_in_words(std::string_view role) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kWords{{
        {"obtainsSupportFrom", "cited in support"},
        {"citesAsEvidence", "cited as the evidence it names"},
        {"agreesWith", "cited as agreeing"},
        {"disagreesWith", "cited as saying otherwise"},
        {"usesMethodIn", "cited for a method"},
        {"usesDataFrom", "cited for data"},
        {"obtainsBackgroundFrom", "cited for a definition"},
        {"citesAsRecommendedReading", "cited as further reading"},
        {"citesForInformation", "cited for information"},
    }};
    const auto* const found =
        std::ranges::find(kWords, role, &std::pair<std::string_view, std::string_view>::first);
    return found == kWords.end() ? role : found->second;
}

/// What the claim's own words say of it.
void append_facets(std::string& out, const Json& claim) {
    if (const std::string_view named = text_of(claim, "evidence_named"); !named.empty()) {
        const auto parts = claim.find("evidence_parts");
        out += fmt::format(
            "<p>It names its evidence: “{}”{}.</p>\n", markup(named),
            parts == claim.end() ? "" : fmt::format(" ({})", markup(report::evidence_line(*parts))));
    }
    for (const auto& [name, says] : {std::pair<const char*, std::string_view>("hedged", "It is not sure"),
                                     {"negated", "It denies something"},
                                     {"turn", "It sets itself against what stands before"}}) {
        if (const std::string_view words = text_of(claim, name); !words.empty()) {
            out += fmt::format("<p>{}: “{}”.</p>\n", says, markup(words));
        }
    }
    if (const auto quantities = claim.find("quantities"); quantities != claim.end()) {
        std::string list;
        for (const Json& one : *quantities) {
            list += (list.empty() ? "" : "; ") + markup(report::quantity_line(one));
        }
        out += fmt::format("<p>Its numbers: {}.</p>\n", list);
    }
}

void append_sources(std::string& out, const Json& claim) {
    out += "<section aria-labelledby=\"sources\"><h2 id=\"sources\">What it rests on</h2>\n";
    const Json& sources = claim.at("rests_on");
    if (sources.empty()) {
        out += "<p class=\"none\">It cites no source.</p></section>\n";
        return;
    }
    out += "<ul class=\"sources\">\n";
    for (const Json& source : sources) {
        const std::string_view because = text_of(source, "because");
        out += fmt::format(
            "<li>{} {} <span class=\"role\">{}{}</span></li>\n", badge(text_of(source, "verdict")),
            link("reference", text_of(source, "id"), report::clipped(citation_of(source), 300)),
            role_in_words(text_of(source, "role")),
            because.empty() ? "" : fmt::format(": “{}”", markup(report::clipped(because, 100))));
    }
    out += "</ul></section>\n";
}

/// What a comparison says, in words; `first` and `second` as the claim names them.
std::string compared_in_words(std::string_view direction, std::string_view first, std::string_view second) {
    return direction == claim::name(claim::Direction::favours_first)
               ? fmt::format("{} did better than {}", first, second)
           : direction == claim::name(claim::Direction::favours_second)
               ? fmt::format("{} did better than {}", second, first)
           : direction == claim::name(claim::Direction::no_difference)
               ? fmt::format("no difference between {} and {}", first, second)
               : fmt::format("{} beside {}, without saying which did better", first, second);
}

void append_comparisons(std::string& out, const Json& claim) {
    const auto comparisons = claim.find("comparisons");
    if (comparisons == claim.end()) {
        return;
    }
    out += "<section aria-labelledby=\"compares\"><h2 id=\"compares\">What it compares</h2>\n<ul>\n";
    for (const Json& one : *comparisons) {
        const std::string_view outcome = text_of(one, "outcome");
        const std::string_view population = text_of(one, "population");
        constexpr std::size_t kLongestSide = 120;  // columns
        out += fmt::format(
            "<li>{}{}{}{}</li>\n",
            compared_in_words(text_of(one, "direction"),
                              "“" + markup(report::clipped(text_of(one, "first"), kLongestSide)) + "”",
                              "“" + markup(report::clipped(text_of(one, "second"), kLongestSide)) + "”"),
            outcome.empty() ? "" : fmt::format(", for “{}”", markup(outcome)),
            population.empty() ? "" : fmt::format(", in “{}”", markup(population)),
            one.value("hedged", false) ? ", with reserve" : "");
    }
    out += "</ul></section>\n";
}

void append_conflicts(std::string& out, const Json& claim) {
    const auto conflicts = claim.find("conflicts");
    const search::NotListed not_listed{claim.value("conflicts_left_out", std::size_t{0}),
                                       claim.value("conflicts_not_compared", std::size_t{0})};
    if (conflicts == claim.end() && not_listed.empty()) {
        return;
    }
    out +=
        "<section aria-labelledby=\"conflicts\"><h2 id=\"conflicts\">What speaks against it</h2>\n<ul "
        "class=\"conflicts\">\n";
    for (const Json& one : conflicts == claim.end() ? Json::array() : *conflicts) {
        std::string others;
        for (const Json& other : one.at("claims")) {
            if (text_of(other, "id") != text_of(claim, "id")) {
                others +=
                    fmt::format("<li>{}</li>", link("claim", text_of(other, "id"), text_of(other, "text")));
            }
        }
        out += fmt::format("<li><p>{}</p>{}</li>\n", markup(text_of(one, "says")),
                           others.empty() ? "" : "<ul>" + others + "</ul>");
    }
    if (not_listed.left_out > 0) {
        out += fmt::format("<li><p>{} more contradict it in the same way: not listed.</p></li>\n",
                           count_of(static_cast<std::int64_t>(not_listed.left_out), "claim", "claims"));
    }
    if (not_listed.not_compared > 0) {
        out += fmt::format(
            "<li><p>It was not compared with {} on the same words: there are too many.</p></li>\n",
            count_of(static_cast<std::int64_t>(not_listed.not_compared), "claim", "claims"));
    }
    out += "</ul></section>\n";
}

void append_candidates(std::string& out, const Json& claim) {
    const auto candidates = claim.find("candidates");
    if (candidates == claim.end()) {
        return;
    }
    if (candidates->empty()) {
        out +=
            "<section aria-labelledby=\"near\"><h2 id=\"near\">Works near to it</h2>\n"
            "<p class=\"none\">No candidate near enough.</p></section>\n";
        return;
    }
    out +=
        "<section aria-labelledby=\"near\"><h2 id=\"near\">Works near to it</h2>\n<p>Somewhere to look; a "
        "source only when "
        "somebody has read it.</p>\n<ul>\n";
    for (const Json& one : *candidates) {
        const std::string_view where = text_of(one, "where");
        const bool stored = parse_target(where).kind == Target::Kind::work;
        out += fmt::format(
            "<li>{}{} <span class=\"path\">{}</span></li>\n",
            stored ? link("work", where, text_of(one, "candidate")) : markup(text_of(one, "candidate")),
            one.contains("year") ? fmt::format(" ({})", one.at("year").get<int>()) : "",
            stored ? "" : markup(where));
    }
    out += "</ul></section>\n";
}

/// The claims of the article that cite a reference.
void append_citing_claims(std::string& out, const report::CheckedArticle& checked, std::uint32_t reference) {
    std::string list;
    for (std::size_t i = 0; i < checked.article.claims.size(); ++i) {
        const article::Claim& claim = checked.article.claims[i];
        if (std::ranges::find(claim.references, reference) != claim.references.end()) {
            list += fmt::format("<li>{}</li>\n", link("claim", fmt::format("{}#c{}", checked.path, i + 1),
                                                      report::clipped(claim.text, 300)));
        }
    }
    if (!list.empty()) {
        out += "<section aria-labelledby=\"for\"><h2 id=\"for\">What it is cited for</h2>\n<ul>\n" + list +
               "</ul></section>\n";
    }
}

}  // namespace

PageData claim_page(Visit& visit) {
    StoredJudge judge = visit.judge();
    return page_of_shown(visit, judge, Target::Kind::claim, "claim");
}

void write_claim(const PageData& page, const Visit& /*visit*/, std::string& out) {
    const Json& claim = *page.json;
    const Json& context = claim.at("context");
    out += "<h1>Claim</h1>\n<blockquote class=\"context\"><p>";
    out += fmt::format(
        "<span class=\"beside\">{}</span> <strong>{}</strong> <span "
        "class=\"beside\">{}</span></p></blockquote>\n",
        markup(text_of(context, "before")), markup(text_of(context, "sentence")),
        markup(text_of(context, "after")));
    append_origin(out, claim, "");
    append_facets(out, claim);
    append_sources(out, claim);
    append_comparisons(out, claim);
    append_conflicts(out, claim);
    append_candidates(out, claim);
}

PageData reference_page(Visit& visit) {
    StoredJudge judge = visit.judge();
    PageData out = page_of_shown(visit, judge, Target::Kind::reference, "reference");
    if (out.status != 200) {
        return out;
    }
    const Target target = parse_target(visit.name);
    const auto summary = visit.desk.desk.find_article(visit.store(), target.article);
    report::CheckedArticle checked;
    checked.path = summary->path;
    checked.article = visit.store().article(summary->id);
    checked.verdicts.resize(checked.article.references.size());
    const std::uint32_t index = *index_of(target);  // there is one, or the page were a failure
    checked.verdicts[index] =                       // the one that the page shows
        judge.verdict(store::reference_id(summary->id, index), checked.article.references[index].reference);
    report::apply_accepted(accepted_in(visit.store()), checked);
    out.checked.push_back(std::move(checked));
    return out;
}

/// What people let stand of it, and the forms to change that.
void append_acceptance(std::string& out, const report::CheckedArticle& checked, std::uint32_t index,
                       bool may_edit) {
    const finding::Headline headline = checked.verdicts[index].headline;
    const auto quiet = checked.quiet_verdicts.find(index);
    if (!may_edit || headline == finding::Headline::verified) {
        return;  // that it is accepted, and why, stands beside the verdict
    }
    const bool accepted = quiet != checked.quiet_verdicts.end();
    out += fmt::format(
        "<form class=\"note\" method=\"post\" action=\"{}\"><input type=\"hidden\" name=\"id\" value=\"{}\">"
        "<input type=\"hidden\" name=\"rule\" value=\"{}\">\n",
        accepted ? "/withdraw" : "/accept",
        http::percent_encode(fmt::format("{}#r{}", checked.path, index + 1)), finding::name(headline));
    out += accepted
               ? "<p><button>Let it count again</button></p></form>\n"
               : "<p class=\"field\"><label for=\"reason\">You have looked into it and it may stand? Say "
                 "why</label><input id=\"reason\" name=\"reason\" required maxlength=\"2000\"></p>"
                 "<p><button>Accept</button></p></form>\n";
}

void write_reference(const PageData& page, const Visit& visit, std::string& out) {
    const Json& reference = *page.json;
    const report::CheckedArticle& checked = page.checked.front();
    const std::uint32_t index = *index_of(parse_target(visit.name));
    out += fmt::format("<h1>Reference {}</h1>\n", markup(report::clipped(text_of(reference, "label").empty()
                                                                             ? std::to_string(index + 1)
                                                                             : text_of(reference, "label"),
                                                                         40)));
    append_origin(out, reference, fmt::format("#a1-r{}", index + 1));
    const report::HtmlArticle parts(checked, 1, {"", page_of("article", checked.path)});
    parts.append_single_reference(out, index);
    append_acceptance(out, checked, index, visit.may_edit);
    if (const std::string level = evidence_words(reference.at("evidence_level")); !level.empty()) {
        out += fmt::format("<p class=\"level\">Kind of evidence: {}</p>\n", markup(level));
    }
    append_citing_claims(out, checked, index);
    out += fmt::format("<p>{}</p>\n",
                       link("work", text_of(reference, "work"), "Who else cites this work, and how"));
}

}  // namespace whereof::serve
