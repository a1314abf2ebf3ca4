// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <fmt/format.h>

namespace whereof::report {
namespace {

std::string_view command_of(finding::Level level) {
    switch (level) {
        case finding::Level::error:
            return "error";
        case finding::Level::warning:
            return "warning";
        case finding::Level::note:
        case finding::Level::none:
            break;
    }
    return "notice";
}

void append_command(std::string& out, const CheckedArticle& checked, const Issue& issue) {
    out += fmt::format("::{} file={}", command_of(issue.level), workflow_property(checked.path));
    if (issue.line > 0) {
        out += fmt::format(",line={}", issue.line);
        out += issue.column > 0 ? fmt::format(",col={}", issue.column) : "";
    }
    std::string title = fmt::format("whereof: {}", issue.rule);
    if (issue.is_verdict) {
        title += " " + short_name(checked.article.references[*issue.reference], *issue.reference);
    }
    out += fmt::format(",title={}::{}", workflow_property(title), workflow_data(one_line(issue.message)));
    if (!issue.next_step.empty()) {
        out += "%0A" + workflow_data(one_line(issue.next_step));
    }
    out += '\n';
}

}  // namespace

std::string check_github(const CheckRun& run) {
    std::string out;
    for (const CheckedArticle& checked : run.all) {
        for (const Issue& issue : issues_of(checked)) {
            if (issue.suppressed == nullptr) {
                append_command(out, checked, issue);
            }
        }
    }
    for (const Error& error : run.skipped) {
        out += fmt::format("::error file={},title=whereof%3A not read::{}\n", workflow_property(error.where),
                           workflow_data(one_line(error.what)));
    }
    // Only the first annotations of a step are shown: the summary tells of all. Its lines begin with words of
    // ours, never with a command; of escapes in them only "##[" is left to mend.
    std::string summary =
        check_summary_text(run.all, run.skipped, run.authorities, TextStyle{false, 0, false});
    for (std::size_t at = summary.find("##["); at != std::string::npos; at = summary.find("##[", at)) {
        summary.insert(at + 1, " ");
    }
    return out + summary;
}

}  // namespace whereof::report
