// SPDX-License-Identifier: MIT
#include "report/json_values.hpp"

#include "formats/csl_json.hpp"
#include "formats/json_text.hpp"

#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

using formats::append_json_string;
using formats::begin_json_member;

void put(std::string& out, std::string_view key, std::string_view text) {
    begin_json_member(out, key);
    append_json_string(out, text);
}

/// A text that is null when there is none.
void put_or_null(std::string& out, std::string_view key, std::string_view text) {
    begin_json_member(out, key);
    if (text.empty()) {
        out += "null";
    } else {
        append_json_string(out, text);
    }
}

/// A member that is a list; `each(out, thing)` appends one of `things`.
template <typename Things, typename Each>
void put_list(std::string& out, std::string_view key, const Things& things, Each each) {
    begin_json_member(out, key);
    out += '[';
    bool first = true;
    for (const auto& thing : things) {
        if (!first) {
            out += ',';
        }
        first = false;
        each(out, thing);
    }
    out += ']';
}

void put_record(std::string& out, const std::optional<bib::Item>& record) {
    begin_json_member(out, "record");
    if (!record) {
        out += "null";
        return;
    }
    out += '{';
    put_or_null(out, "DOI", record->DOI);
    put_or_null(out, "PMID", record->PMID);
    out += '}';
}

void append_evidence(std::string& out, const finding::Evidence& evidence) {
    out += '{';
    put(out, "field", bib::csl_name(evidence.field));
    put(out, "agreement", finding::name(evidence.agreement));
    put(out, "cited", evidence.cited);
    put(out, "found", evidence.found);
    put(out, "source", evidence.source);
    put(out, "note", evidence.note);
    out += '}';
}

}  // namespace

void append_verdict(std::string& out, const finding::Verdict& verdict) {
    put(out, "headline", finding::name(verdict.headline));
    put(out, "existence", finding::name(verdict.existence));
    put_or_null(out, "description", verdict.description ? finding::name(*verdict.description) : "");
    put_or_null(out, "status", verdict.status ? finding::name(*verdict.status) : "");
    put_list(out, "wrong_fields", verdict.wrong_fields,
             [](std::string& to, bib::Field field) { append_json_string(to, bib::csl_name(field)); });
    put_record(out, verdict.record);
    put_list(out, "evidence", verdict.evidence, append_evidence);
    put(out, "reason", verdict.reason);
    put(out, "next_step", verdict.next_step);
    begin_json_member(out, "corrected");
    if (verdict.corrected) {
        formats::append_csl_json(out, *verdict.corrected);
    } else {
        out += "null";
    }
    begin_json_member(out, "probability");
    formats::append_json_share(out, verdict.probability);
    put_list(out, "notices", verdict.notices, append_json_string);
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

Json suppression_json(const std::map<std::size_t, Suppression>& quiet, std::size_t index) {
    const auto found = quiet.find(index);
    return found == quiet.end() ? Json()
                                : Json{{"by", name(found->second.by)}, {"reason", found->second.reason}};
}

Json authorities_json(std::span<const authority::AuthorityInfo> authorities) {
    Json out = Json::array();
    for (const authority::AuthorityInfo& info : authorities) {
        out.push_back({{"name", info.name},
                       {"date", info.date},
                       {"records", info.records},
                       {"events", info.events},
                       {"sample", info.sample}});
    }
    return out;
}

Json error_json(const Error& error) {
    return {{"what", error.what}, {"where", error.where}, {"offset", error.offset}};
}

}  // namespace whereof::report
