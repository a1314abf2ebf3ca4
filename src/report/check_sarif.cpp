// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/issues.hpp"
#include "report/json_text.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "report/rules.hpp"
#include "verify/wording.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

/// A claim rests on few sources, but a source may carry a hundred claims.
constexpr std::size_t kMostRelated = 10;

Json rules_json() {
    Json out = Json::array();
    for (const Rule& rule : rules()) {
        out.push_back({{"id", rule.name},
                       {"shortDescription", {{"text", rule.explains}}},
                       {"fullDescription", {{"text", rule.explains}}},
                       {"help", {{"text", rule.help}, {"markdown", rule.help}}},
                       {"defaultConfiguration", {{"level", finding::name(rule.level)}}}});
    }
    return out;
}

/// A place in an article. Without an end it reaches to the end of its line, as SARIF has it.
struct Region {
    article::Position begin{0, 0};
    std::optional<article::Position> end{};  ///< behind the last character
};

Json region_json(const Region& region) {
    Json out{{"startLine", region.begin.line}};
    if (region.begin.column > 0) {
        out["startColumn"] = region.begin.column;
    }
    out["endLine"] = region.end ? region.end->line : region.begin.line;
    if (region.end) {
        out["endColumn"] = region.end->column;
    }
    return out;
}

Json location_json(const std::string& path, const Region& region) {
    Json physical{{"artifactLocation", {{"uri", uri_of_path(path)}}}};
    if (region.begin.line > 0) {
        physical["region"] = region_json(region);
    }
    return {{"physicalLocation", std::move(physical)}};
}

/// What is no forward stretch (an end in another note or cell) keeps its beginning alone.
Region forward(article::Position begin, std::optional<article::Position> end) {
    const bool is_behind = end && std::pair(end->line, end->column) > std::pair(begin.line, begin.column);
    return {begin, is_behind ? end : std::nullopt};
}

/// Where a piece of the text stands in the file.
Region region_of(const article::Article& article, const Span& span) {
    const article::Position begin = article.position_of(span.begin);
    return span.end > span.begin ? forward(begin, article.position_behind(span.end)) : Region{begin};
}

/// Where the issues of an article stand.
class Places {
  public:
    explicit Places(const article::Article& article) : article_(article) {
        for (const article::Marker& marker : article.markers) {
            const Region region = region_of(article, marker.span);
            markers_.emplace(std::pair(region.begin.line, region.begin.column), region);
        }
    }

    /// That of the sentence, marker or reference that the issue is about, where it begins as one does.
    [[nodiscard]] Region of(const Issue& issue) const {
        const article::Position begin{issue.line, issue.column};
        if (issue.claim) {
            const std::uint32_t sentence = article_.claims[*issue.claim].sentence;
            const Region out = sentence < article_.sentences.size()
                                   ? region_of(article_, article_.sentences[sentence].span)
                                   : Region{};
            return out.begin == begin ? out : Region{begin};
        }
        if (issue.reference) {
            const article::ListedReference& listed = article_.references[*issue.reference];
            return listed.position == begin ? forward(begin, listed.end) : Region{begin};
        }
        const auto marker = markers_.find({issue.line, issue.column});
        return marker == markers_.end() ? Region{begin} : marker->second;
    }

  private:
    const article::Article& article_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Region> markers_;
};

/// Where claims rest on the reference that the issue is about.
Json related_json(const CheckedArticle& checked, std::size_t reference) {
    Json out = Json::array();
    const article::Article& article = checked.article;
    for (const article::Claim& claim : article.claims) {
        const bool rests = std::ranges::find(claim.references, reference) != claim.references.end();
        if (!rests || claim.sentence >= article.sentences.size() || out.size() >= kMostRelated) {
            continue;
        }
        Json location =
            location_json(checked.path, region_of(article, article.sentences[claim.sentence].span));
        location["message"] = {{"text", claim.text}};
        out.push_back(std::move(location));
    }
    return out;
}

Json sarif_suppression(const Suppression& suppression) {
    const bool in_source = suppression.by == Suppression::By::comment;
    return {{"kind", in_source ? "inSource" : "external"},
            {"status", "accepted"},
            {"justification", suppression.reason}};
}

std::string message_of(const CheckedArticle& checked, const Issue& issue) {
    std::string out;
    if (issue.is_verdict) {
        out = short_name(checked.article.references[*issue.reference], *issue.reference) + ": ";
    }
    out += issue.message.empty() ? issue.rule : issue.message;
    return out;
}

Json properties_json(const CheckedArticle& checked, const Issue& issue) {
    Json out = Json::object();
    if (!issue.next_step.empty()) {
        out["nextStep"] = issue.next_step;
    }
    if (issue.is_verdict) {
        out["cited"] = checked.article.references[*issue.reference].reference.raw;
        out["evidence"] = Json::array();
        for (const finding::Evidence& evidence : verdict_of(checked, *issue.reference).evidence) {
            if (evidence.agreement == finding::Agreement::different) {
                out["evidence"].push_back({{"field", bib::csl_name(evidence.field)},
                                           {"cited", evidence.cited},
                                           {"found", evidence.found},
                                           {"source", evidence.source}});
            }
        }
    }
    return out;
}

Json result_json(const CheckedArticle& checked, const Issue& issue, const Places& places,
                 std::map<std::string, int>& seen, bool has_baseline) {
    Json out{{"ruleId", issue.rule}};
    if (const Rule* const rule = find_rule(issue.rule)) {
        out["ruleIndex"] = rule - rules().data();
    }
    out["level"] = finding::name(issue.level);
    out["message"] = {{"text", message_of(checked, issue)}};
    out["locations"] = Json::array({location_json(checked.path, places.of(issue))});
    if (issue.is_verdict) {
        if (Json related = related_json(checked, *issue.reference); !related.empty()) {
            out["relatedLocations"] = std::move(related);
        }
    }
    const std::string same = fingerprint(checked, issue);
    // Two equal entries of one list are two results.
    out["partialFingerprints"] = {{"whereof/v1", fmt::format("{}:{}", same, ++seen[same])}};
    const bool known = issue.suppressed != nullptr && issue.suppressed->by == Suppression::By::baseline;
    if (has_baseline || known) {
        out["baselineState"] = known ? "unchanged" : "new";
    }
    if (issue.suppressed != nullptr && !known) {
        out["suppressions"] = Json::array({sarif_suppression(*issue.suppressed)});
    }
    out["properties"] = properties_json(checked, issue);
    return out;
}

/// What could not be read, or was read with loss.
Json notifications_json(const CheckRun& run) {
    Json out = Json::array();
    for (const Error& error : run.skipped) {
        Json one{{"level", "error"}, {"message", {{"text", error.what}}}};
        if (!error.where.empty()) {
            one["locations"] = Json::array({location_json(error.where, {})});
        }
        out.push_back(std::move(one));
    }
    for (const CheckedArticle& checked : run.all) {
        for (const std::string& warning : checked.article.warnings) {
            out.push_back({{"level", "warning"},
                           {"message", {{"text", warning}}},
                           {"locations", Json::array({location_json(checked.path, {})})}});
        }
    }
    return out;
}

}  // namespace

std::string check_sarif(const CheckRun& run) {
    Json results = Json::array();
    for (const CheckedArticle& checked : run.all) {
        std::map<std::string, int> seen;
        const Places places(checked.article);
        for (const Issue& issue : issues_of(checked)) {
            results.push_back(result_json(checked, issue, places, seen, run.has_baseline));
        }
    }
    Json one{
        {"tool", {{"driver", {{"name", "whereof"}, {"version", run.version}, {"rules", rules_json()}}}}}};
    one["columnKind"] = "unicodeCodePoints";
    one["invocations"] = Json::array({{{"executionSuccessful", run.skipped.empty()},
                                       {"toolExecutionNotifications", notifications_json(run)}}});
    one["results"] = std::move(results);
    one["properties"] = {{"authorities", authorities_json(run.authorities)}};
    return json_document({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                          {"version", "2.1.0"},
                          {"runs", Json::array({std::move(one)})}});
}

}  // namespace whereof::report
