// SPDX-License-Identifier: MIT
#include "report/report.hpp"

#include <array>

namespace whereof::report {
namespace {

std::string text(const CheckRun& run) {
    std::string out;
    for (const CheckedArticle& checked : run.all) {
        out += check_text(checked, run.style, run.show_suppressed);
    }
    return run.all.empty() ? out : out + check_summary_text(run.all, run.skipped, run.authorities, run.style);
}

std::string json(const CheckRun& run) { return check_json(run.all, run.skipped, run.authorities); }

std::string ndjson(const CheckRun& run) {
    std::string out;
    for (const CheckedArticle& checked : run.all) {
        out += run.findings_only ? findings_ndjson(checked) : check_ndjson(checked);
    }
    return out + skipped_ndjson(run.skipped);
}

constexpr std::array kFormats{
    // A new form of the report: one file check_<name>.cpp, its declaration in report.hpp, and one row here.
    CheckFormat{"text", "for people, on a terminal or in a log", text},
    CheckFormat{"json", "everything, one document", json},
    CheckFormat{"ndjson", "a line a reference", ndjson},
    CheckFormat{"html", "a page for the browser and for print", check_html},
    CheckFormat{"csv", "a row a reference, for spreadsheets", check_csv},
    CheckFormat{"sarif", "SARIF 2.1.0, for code scanning", check_sarif},
    CheckFormat{"github", "annotations in GitHub Actions", check_github},
    CheckFormat{"junit", "JUnit XML, for test reports", check_junit},
    CheckFormat{"markdown", "a table for a comment or job summary", check_markdown},
};

}  // namespace

std::span<const CheckFormat> check_formats() noexcept { return kFormats; }

}  // namespace whereof::report
