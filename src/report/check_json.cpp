// SPDX-License-Identifier: MIT
#include "formats/json_text.hpp"
#include "report/check_lines.hpp"
#include "report/issues.hpp"
#include "report/json_text.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "whereof-check-1";
constexpr int kVersion = 1;

std::string reference_id(const CheckedArticle& checked, std::size_t index) {
    const std::string& key = checked.article.id.empty() ? checked.path : checked.article.id;
    return key + "#r" + std::to_string(index + 1);
}

void put_number(std::string& out, std::string_view key, std::size_t number) {
    formats::begin_json_member(out, key);
    out += std::to_string(number);
}

void put_text(std::string& out, std::string_view key, std::string_view text) {
    formats::begin_json_member(out, key);
    formats::append_json_string(out, text);
}

/// A reference of an article, its verdict and its place, as a JSON object.
void append_object(std::string& out, const CheckedArticle& checked, std::size_t index) {
    append_reference_members(out, checked, index);
    put_text(out, "fingerprint", verdict_fingerprint(checked, index));
    formats::begin_json_member(out, "suppressed");
    out += checked.quiet_verdicts.contains(index) ? json_text(suppression_json(checked.quiet_verdicts, index))
                                                  : "null";
    out += '}';
}

/// The claims of an article with the 1-based indexes of what they rest on.
Json claims_json(const article::Article& article) {
    Json out = Json::array();
    for (const article::Claim& claim : article.claims) {
        Json references = Json::array();
        for (const std::uint32_t index : claim.references) {
            references.push_back(index + 1);
        }
        Json line{{"text", claim.text}, {"references", std::move(references)}, {"cited", claim.cited}};
        if (claim.sentence < article.sentences.size()) {
            const article::Position at = article.position_of(article.sentences[claim.sentence].span.begin);
            line["line"] = at.line;
            line["col"] = at.column;
        }
        out.push_back(std::move(line));
    }
    return out;
}

Json whole_finding(const CheckedArticle& checked, std::size_t index) {
    Json out = finding_json(checked.findings[index], checked.article);
    out["fingerprint"] = finding_fingerprint(checked, index);
    out["suppressed"] = suppression_json(checked.quiet_findings, index);
    return out;
}

Json article_json(const CheckedArticle& checked) {
    Json out{{"path", checked.path}, {"id", checked.article.id}, {"title", checked.article.title}};
    out["references"] = Json::array();
    for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
        std::string reference;
        append_object(reference, checked, i);
        out["references"].push_back(Json::parse(reference));
    }
    out["claims"] = claims_json(checked.article);
    out["findings"] = Json::array();
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        out["findings"].push_back(whole_finding(checked, i));
    }
    out["warnings"] = checked.article.warnings;
    return out;
}

Json counts_json(std::span<const CheckedArticle> all) {
    Json out = Json::object();
    for (int i = 0; i <= static_cast<int>(finding::Headline::unchecked); ++i) {
        out[std::string(finding::name(static_cast<finding::Headline>(i)))] = 0;
    }
    for (const CheckedArticle& checked : all) {
        for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
            Json& count = out[std::string(finding::name(verdict_of(checked, i).headline))];
            count = count.get<int>() + 1;
        }
    }
    return out;
}

/// A verdict that is not `verified` in the shape of a finding.
Json verdict_finding(const CheckedArticle& checked, std::size_t index) {
    const finding::Verdict& verdict = verdict_of(checked, index);
    const article::ListedReference& listed = checked.article.references[index];
    return {{"rule", finding::name(verdict.headline)},
            {"level", finding::name(finding::level_of(verdict.headline))},
            {"message", verdict.reason},
            {"line", listed.position.line},
            {"col", listed.position.column},
            {"index", index + 1},
            {"claim", nullptr},
            {"next_step", verdict.next_step},
            {"fingerprint", verdict_fingerprint(checked, index)},
            {"suppressed", suppression_json(checked.quiet_verdicts, index)},
            {"path", checked.path}};
}

}  // namespace

void append_reference_members(std::string& out, const CheckedArticle& checked, std::size_t index) {
    const article::ListedReference& listed = checked.article.references[index];
    out += '{';
    put_text(out, "id", reference_id(checked, index));
    append_verdict(out, verdict_of(checked, index));
    put_text(out, "path", checked.path);
    put_number(out, "index", index + 1);
    put_text(out, "label", listed.reference.label);
    put_text(out, "raw", listed.reference.raw);
    put_number(out, "line", listed.position.line);
    put_number(out, "col", listed.position.column);
}

Json check_document(std::span<const CheckedArticle> all, std::span<const Error> skipped,
                    std::span<const authority::AuthorityInfo> authorities) {
    Json out{{"format", kFormat}, {"version", kVersion}};
    out["authorities"] = authorities_json(authorities);
    out["articles"] = Json::array();
    for (const CheckedArticle& checked : all) {
        out["articles"].push_back(article_json(checked));
    }
    out["counts"] = counts_json(all);
    out["skipped"] = Json::array();
    for (const Error& error : skipped) {
        out["skipped"].push_back(error_json(error));
    }
    return out;
}

std::string check_json(std::span<const CheckedArticle> all, std::span<const Error> skipped,
                       std::span<const authority::AuthorityInfo> authorities) {
    return json_document(check_document(all, skipped, authorities));
}

std::string check_ndjson(const CheckedArticle& checked) {
    std::string out;
    for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
        append_object(out, checked, i);
        out += '\n';
    }
    return out;
}

std::string findings_ndjson(const CheckedArticle& checked) {
    std::vector<Json> lines;
    for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
        if (verdict_of(checked, i).headline != finding::Headline::verified) {
            lines.push_back(verdict_finding(checked, i));
        }
    }
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        lines.push_back(whole_finding(checked, i));
        lines.back()["path"] = checked.path;
    }
    const auto place = [](const Json& json, const char* key) {
        return json[key].is_null() ? 0U : json[key].get<std::uint32_t>();
    };
    std::ranges::stable_sort(
        lines, {}, [&](const Json& json) { return std::pair(place(json, "line"), place(json, "col")); });
    std::string out;
    for (const Json& line : lines) {
        out += json_line(line);
    }
    return out;
}

std::string skipped_ndjson(std::span<const Error> skipped) {
    std::string out;
    for (const Error& error : skipped) {
        out += json_line(
            {{"skipped", {{"path", error.where}, {"message", error.what}, {"offset", error.offset}}}});
    }
    return out;
}

std::string citation_ndjson(std::string_view id, const bib::Reference& reference,
                            const finding::Verdict& verdict) {
    std::string out = "{";
    put_text(out, "id", id);
    append_verdict(out, verdict);
    put_text(out, "raw", reference.raw);
    out += "}\n";
    return out;
}

std::string bad_citation_ndjson(std::string_view id, std::string_view reason) {
    finding::Verdict verdict;
    verdict.reason = std::string(reason);
    verdict.next_step = "Correct the input line and check again.";
    std::string out = "{";
    put_text(out, "id", id);
    append_verdict(out, verdict);
    out += "}\n";
    return out;
}

}  // namespace whereof::report
