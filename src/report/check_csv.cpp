// SPDX-License-Identifier: MIT
#include "formats/csv.hpp"
#include "formats/styles.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <initializer_list>

namespace whereof::report {
namespace {

void append_row(std::string& out, std::initializer_list<std::string_view> fields) {
    const char* divider = "";
    for (const std::string_view field : fields) {
        out += divider;
        out += formats::csv_field(one_line(field));
        divider = ",";
    }
    out += "\r\n";
}

std::string suppressed_text(const Suppression* suppression) {
    if (suppression == nullptr) {
        return {};
    }
    return std::string(name(suppression->by)) + (suppression->reason.empty() ? "" : ": ") +
           suppression->reason;
}

void append_reference(std::string& out, const CheckedArticle& checked, std::size_t index) {
    const article::ListedReference& listed = checked.article.references[index];
    const finding::Verdict& verdict = verdict_of(checked, index);
    std::string wrong;
    std::string found;
    for (const finding::Evidence& evidence : verdict.evidence) {
        if (evidence.agreement == finding::Agreement::different) {
            const std::string_view field = bib::csl_name(evidence.field);
            wrong += std::string(wrong.empty() ? "" : "; ").append(field);
            found += std::string(found.empty() ? "" : "; ").append(field) + " " +
                     (evidence.found.empty() ? "–" : evidence.found);
        }
    }
    const auto quiet = checked.quiet_verdicts.find(index);
    append_row(out, {checked.path, std::to_string(index + 1), listed.reference.label,
                     std::to_string(listed.position.line), std::to_string(listed.position.column),
                     finding::name(verdict.headline), finding::name(finding::level_of(verdict.headline)),
                     finding::name(verdict.existence),
                     verdict.description ? finding::name(*verdict.description) : "",
                     verdict.status ? finding::name(*verdict.status) : "", verdict.reason, wrong, found,
                     verdict.next_step, listed.reference.raw,
                     verdict.corrected ? formats::vancouver_with_identifiers(*verdict.corrected) : "",
                     verdict.record ? verdict.record->DOI : "", verdict.record ? verdict.record->PMID : "",
                     suppressed_text(quiet == checked.quiet_verdicts.end() ? nullptr : &quiet->second)});
}

void append_skipped(std::string& out, const CheckRun& run) {
    constexpr std::string_view kNotRead = "not_read";
    for (const Error& error : run.skipped) {
        if (run.findings_only) {
            append_row(out, {error.where, "", "", "error", kNotRead, "", error.what, "", ""});
        } else {
            append_row(out, {error.where, "", "", "", "", kNotRead, "error", "", "", "", error.what, "", "",
                             "", "", "", "", "", ""});
        }
    }
}

}  // namespace

std::string check_csv(const CheckRun& run) {
    std::string out;
    if (run.findings_only) {
        append_row(out, {"path", "line", "column", "level", "rule", "reference", "message", "next_step",
                         "suppressed"});
    } else {
        append_row(out, {"path", "index", "label", "line", "column", "headline", "level", "existence",
                         "description", "status", "reason", "wrong_fields", "found", "next_step", "cited",
                         "corrected", "DOI", "PMID", "suppressed"});
    }
    for (const CheckedArticle& checked : run.all) {
        if (!run.findings_only) {
            for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
                append_reference(out, checked, i);
            }
            continue;
        }
        for (const Issue& issue : issues_of(checked)) {
            append_row(out, {checked.path, std::to_string(issue.line), std::to_string(issue.column),
                             finding::name(issue.level), issue.rule,
                             issue.reference ? std::to_string(*issue.reference + 1) : "", issue.message,
                             issue.next_step, suppressed_text(issue.suppressed)});
        }
    }
    append_skipped(out, run);
    return out;
}

}  // namespace whereof::report
