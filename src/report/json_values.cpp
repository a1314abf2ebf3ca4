// SPDX-License-Identifier: MIT
#include "report/json_values.hpp"

#include "formats/csl_json.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json record_json(const std::optional<bib::Item>& record) {
    if (!record) {
        return {};
    }
    return {{"DOI", text_or_null(record->DOI)}, {"PMID", text_or_null(record->PMID)}};
}

Json evidence_json(const finding::Evidence& evidence) {
    return {{"field", bib::csl_name(evidence.field)},
            {"agreement", finding::name(evidence.agreement)},
            {"cited", evidence.cited},
            {"found", evidence.found},
            {"source", evidence.source},
            {"note", evidence.note}};
}

}  // namespace

void put_verdict(Json& out, const finding::Verdict& verdict) {
    out["headline"] = finding::name(verdict.headline);
    out["existence"] = finding::name(verdict.existence);
    out["description"] = verdict.description ? Json(finding::name(*verdict.description)) : Json();
    out["status"] = verdict.status ? Json(finding::name(*verdict.status)) : Json();
    out["wrong_fields"] = Json::array();
    for (const bib::Field field : verdict.wrong_fields) {
        out["wrong_fields"].push_back(bib::csl_name(field));
    }
    out["record"] = record_json(verdict.record);
    out["evidence"] = Json::array();
    for (const finding::Evidence& evidence : verdict.evidence) {
        out["evidence"].push_back(evidence_json(evidence));
    }
    out["reason"] = verdict.reason;
    out["next_step"] = verdict.next_step;
    out["corrected"] = verdict.corrected ? formats::to_csl_json(*verdict.corrected) : Json();
    // Four digits say what there is to say, and print alike everywhere.
    out["probability"] = std::round(verdict.probability * 10'000.0) / 10'000.0;
    out["notices"] = verdict.notices;
}

Json finding_json(const finding::Finding& finding, const article::Article& article) {
    Json out{{"rule", finding.rule}, {"level", finding::name(finding.level)}, {"message", finding.message}};
    out["line"] = finding.line == 0 ? Json() : Json(finding.line);
    out["col"] = finding.column == 0 ? Json() : Json(finding.column);
    out["index"] = finding.reference ? Json(*finding.reference + 1) : Json();
    const bool has_claim = finding.claim && *finding.claim < article.claims.size();
    out["claim"] = has_claim ? Json(article.claims[*finding.claim].text) : Json();
    out["next_step"] = finding.hint;
    return out;
}

Json error_json(const Error& error) {
    return {{"what", error.what}, {"where", error.where}, {"offset", error.offset}};
}

std::string json_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string json_document(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace whereof::report
