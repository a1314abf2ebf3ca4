// SPDX-License-Identifier: MIT
#include "formats/json_text.hpp"
#include "report/check_lines.hpp"
#include "report/json_text.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "verify/wording.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "whereof-changes-1";
constexpr int kVersion = 1;

/// "✗ mismatch (year)"
std::string in_words(const std::optional<finding::Verdict>& before) {
    if (!before) {
        return "not checked";
    }
    std::string out = fmt::format("{} {}", symbol(before->headline), finding::name(before->headline));
    const char* divider = " (";
    for (const bib::Field field : before->wrong_fields) {
        out += fmt::format("{}{}", divider, verify::word_for(field));
        divider = ", ";
    }
    return before->wrong_fields.empty() ? out : out + ")";
}

Json before_json(const std::optional<finding::Verdict>& before) {
    if (!before) {
        return {};
    }
    Json out{{"headline", finding::name(before->headline)}, {"existence", finding::name(before->existence)}};
    out["description"] = before->description ? Json(finding::name(*before->description)) : Json();
    out["status"] = before->status ? Json(finding::name(*before->status)) : Json();
    out["wrong_fields"] = Json::array();
    for (const bib::Field field : before->wrong_fields) {
        out["wrong_fields"].push_back(bib::csl_name(field));
    }
    return out;
}

std::string line_of(std::span<const CheckedArticle> all, const ChangedReference& change) {
    std::string out;
    append_reference_members(out, all[change.article], change.reference);
    formats::begin_json_member(out, "before");
    out += before_json(change.before).dump() + "}";
    return out;
}

}  // namespace

std::string changes_text(std::span<const CheckedArticle> all, std::span<const ChangedReference> changes,
                         const ChangeCounts& counts, const TextStyle& style) {
    std::string out;
    std::map<finding::Headline, std::size_t> now;
    for (const ChangedReference& change : changes) {
        const CheckedArticle& article = all[change.article];
        append_reference(out, article, change.reference, style, in_words(change.before));
        ++now[article.verdicts[change.reference].headline];
    }
    out += fmt::format("{} {} in the store, {} checked again, {} changed", counts.references,
                       counts.references == 1 ? "reference" : "references", counts.checked,
                       changes.empty() ? "none" : std::to_string(changes.size()));
    const char* divider = ": ";
    for (const auto& [headline, count] : now) {
        out += fmt::format("{}{} {} {}", divider, symbol(headline), count, finding::name(headline));
        divider = " · ";
    }
    return out + "\n";
}

std::string changes_json(std::span<const CheckedArticle> all, std::span<const ChangedReference> changes,
                         const ChangeCounts& counts, std::span<const authority::AuthorityInfo> authorities) {
    Json out{{"format", kFormat}, {"version", kVersion}};
    out["authorities"] = authorities_json(authorities);
    out["changes"] = Json::array();
    for (const ChangedReference& change : changes) {
        out["changes"].push_back(Json::parse(line_of(all, change)));
    }
    out["counts"] = {
        {"references", counts.references}, {"checked", counts.checked}, {"changed", changes.size()}};
    return json_document(out);
}

std::string changes_ndjson(std::span<const CheckedArticle> all, std::span<const ChangedReference> changes) {
    std::string out;
    for (const ChangedReference& change : changes) {
        out += line_of(all, change) + "\n";
    }
    return out;
}

}  // namespace whereof::report
