// SPDX-License-Identifier: MIT
#include "report/cited_text.hpp"
#include "report/claim_facets.hpp"
#include "report/evidence_level.hpp"
#include "report/json_text.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "whereof-search-1";
constexpr int kVersion = 1;

/// A source of the hit; headline and reason are null when nobody asked for its verdict.
Json reference_json(const search::HitReference& source) {
    Json out{{"index", source.index}, {"raw", source.reference.raw}};
    if (source.reference.is_record) {
        out["citation"] = cited_text(source.reference);
    }
    out["headline"] = source.verdict ? Json(finding::name(source.verdict->headline)) : Json();
    out["reason"] = source.verdict ? Json(source.verdict->reason) : Json();
    out["evidence"] = evidence_level_json(source.reference.item, source.verdict);
    return out;
}

/// What the hit says to a query that compares; `direction` is of the query's first side.
Json comparison_json(const search::Hit& hit) {
    const claim::ComparisonAnswer& answer = hit.comparison->answer;
    Json out{{"stance", name(hit.comparison->stance)}};
    if (hit.comparison->stance == search::Stance::unrelated) {
        return out;  // whatever it compares, it is not the two
    }
    out["direction"] = claim::name(answer.direction);
    out["change"] = claim::name(answer.change);
    out["hedged"] = answer.hedged;
    out["confidence"] = std::round(answer.confidence * 1e4) / 1e4;
    out["words"] = Json::array();
    for (const Span& word : answer.words) {
        out["words"].push_back(word.of(hit.text));
    }
    return out;
}

Json hit_json(const search::Hit& hit) {
    Json out{{"rank", hit.rank}, {"score", std::round(hit.score * 1e6) / 1e6},
             {"id", hit.id},     {"text", hit.text},
             {"path", hit.path}, {"line", hit.line},
             {"col", hit.column}};
    out["references"] = Json::array();
    for (const search::HitReference& source : hit.references) {
        out["references"].push_back(reference_json(source));
    }
    out["heading"] = hit.heading;
    out["article_title"] = hit.article_title;
    out["matched"] = Json::array();
    for (const Span& span : hit.matched) {
        out["matched"].push_back({span.begin, span.end});
    }
    if (!hit.in_abstracts.empty()) {
        out["in_abstracts"] = hit.in_abstracts;
    }
    if (hit.counts) {
        out["citations"] = hit.counts->citations;
        out["articles"] = hit.counts->articles;
    }
    if (hit.id.find("#c") != std::string::npos) {  // a claim, not a title or reference
        add_claim_facets(hit.text, out);
    }
    if (hit.comparison) {
        out["comparison"] = comparison_json(hit);
    }
    if (!hit.explanation.empty()) {
        out["explanation"] = hit.explanation;
    }
    return out;
}

}  // namespace

Json hits_document(std::span<const search::Hit> hits, std::string_view query) {
    Json out{{"format", kFormat}, {"version", kVersion}, {"query", query}};
    out["hits"] = Json::array();
    for (const search::Hit& hit : hits) {
        out["hits"].push_back(hit_json(hit));
    }
    return out;
}

std::string hits_json(std::span<const search::Hit> hits, std::string_view query) {
    return json_document(hits_document(hits, query));
}

std::string hits_ndjson(std::span<const search::Hit> hits) {
    std::string out;
    for (const search::Hit& hit : hits) {
        out += json_line(hit_json(hit));
    }
    return out;
}

}  // namespace whereof::report
