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

Json location_json(const std::string& path, std::uint32_t line, std::uint32_t column) {
    Json physical{{"artifactLocation", {{"uri", uri_of_path(path)}}}};
    if (line > 0) {
        physical["region"] = {{"startLine", line}};
        if (column > 0) {
            physical["region"]["startColumn"] = column;
        }
    }
    return {{"physicalLocation", std::move(physical)}};
}

/// Where claims rest on the reference that the issue is about.
Json related_json(const CheckedArticle& checked, std::size_t reference) {
    Json out = Json::array();
    const article::Article& article = checked.article;
    for (const article::Claim& claim : article.claims) {
        const bool rests = std::ranges::find(claim.references, reference) != claim.references.end();
        if (!rests || claim.sentence >= article.sentences.size() || out.size() >= kMostRelated) {
            continue;
        }
        const article::Position at = article.position_of(article.sentences[claim.sentence].span.begin);
        Json location = location_json(checked.path, at.line, at.column);
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

Json result_json(const CheckedArticle& checked, const Issue& issue, std::map<std::string, int>& seen,
                 bool has_baseline) {
    Json out{{"ruleId", issue.rule}};
    if (const Rule* const rule = find_rule(issue.rule)) {
        out["ruleIndex"] = rule - rules().data();
    }
    out["level"] = finding::name(issue.level);
    out["message"] = {{"text", message_of(checked, issue)}};
    out["locations"] = Json::array({location_json(checked.path, issue.line, issue.column)});
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
            one["locations"] = Json::array({location_json(error.where, 0, 0)});
        }
        out.push_back(std::move(one));
    }
    for (const CheckedArticle& checked : run.all) {
        for (const std::string& warning : checked.article.warnings) {
            out.push_back({{"level", "warning"},
                           {"message", {{"text", warning}}},
                           {"locations", Json::array({location_json(checked.path, 0, 0)})}});
        }
    }
    return out;
}

}  // namespace

std::string check_sarif(const CheckRun& run) {
    Json results = Json::array();
    for (const CheckedArticle& checked : run.all) {
        std::map<std::string, int> seen;
        for (const Issue& issue : issues_of(checked)) {
            results.push_back(result_json(checked, issue, seen, run.has_baseline));
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
