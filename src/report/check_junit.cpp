// SPDX-License-Identifier: MIT
#include "report/cited_text.hpp"
#include "report/escapes.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "verify/wording.hpp"

#include <fmt/format.h>

namespace whereof::report {
namespace {

using finding::Headline;

struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
};

std::string counts_of(const Counts& counts) {
    return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", counts.tests, counts.failures,
                       counts.errors, counts.skipped);
}

std::string line(std::string_view text) { return markup(one_line(text)); }

/// What stands inside a case that failed: the citation and each field that differs.
std::string details(const article::ListedReference& listed, const finding::Verdict& verdict) {
    std::string out = "cited: " + line(cited_text(listed.reference)) + "\n";
    for (const finding::Evidence& evidence : verdict.evidence) {
        if (evidence.agreement == finding::Agreement::different) {
            out += fmt::format("{}: cited {}{}{} ({})\n", verify::word_for(evidence.field),
                               line(evidence.cited), evidence.found.empty() ? "" : " · found ",
                               line(evidence.found), line(evidence.source));
        }
    }
    return verdict.next_step.empty() ? out : out + "next: " + line(verdict.next_step) + "\n";
}

void append_case(std::string& out, Counts& counts, const CheckRun& run, const CheckedArticle& checked,
                 std::size_t index) {
    const article::ListedReference& listed = checked.article.references[index];
    const finding::Verdict& verdict = verdict_of(checked, index);
    const std::string_view rule = finding::name(verdict.headline);
    ++counts.tests;
    out += fmt::format(R"(    <testcase classname="{}" name="{}" file="{}" line="{}")", line(checked.path),
                       line(short_name(listed, index)), line(checked.path), listed.position.line);
    const auto quiet = checked.quiet_verdicts.find(index);
    if (verdict.headline == Headline::verified) {
        out += "/>\n";
    } else if (quiet != checked.quiet_verdicts.end()) {
        ++counts.skipped;
        out += fmt::format("><skipped message=\"{}: {} {}\"/></testcase>\n", rule, name(quiet->second.by),
                           line(quiet->second.reason));
    } else if (run.fails.contains(verdict.headline)) {
        ++counts.failures;
        out += fmt::format("><failure type=\"{}\" message=\"{}\">{}</failure></testcase>\n", rule,
                           line(verdict.reason), details(listed, verdict));
    } else if (verdict.headline == Headline::undecidable || verdict.headline == Headline::unchecked) {
        ++counts.skipped;
        out += fmt::format("><skipped message=\"{}: {}\"/></testcase>\n", rule, line(verdict.reason));
    } else {
        out += fmt::format("><system-out>{}: {}\n{}</system-out></testcase>\n", rule, line(verdict.reason),
                           details(listed, verdict));
    }
}

void append_findings(std::string& out, const CheckedArticle& checked) {
    std::string lines;
    for (const Issue& issue : issues_of(checked)) {
        if (!issue.is_verdict && issue.suppressed == nullptr) {
            lines += fmt::format("{}:{}: {}[{}] {}\n", issue.line, issue.column, finding::name(issue.level),
                                 issue.rule, line(issue.message));
        }
    }
    for (const std::string& warning : checked.article.warnings) {
        lines += "read: " + line(warning) + "\n";
    }
    if (!lines.empty()) {
        out += "    <system-out>" + lines + "</system-out>\n";
    }
}

void append_suite(std::string& out, std::string_view name, const Counts& counts, std::string_view inside) {
    out += fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", line(name), counts_of(counts),
                       inside);
}

}  // namespace

std::string check_junit(const CheckRun& run) {
    std::string suites;
    Counts all;
    for (const CheckedArticle& checked : run.all) {
        std::string inside;
        Counts counts;
        for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
            append_case(inside, counts, run, checked, i);
        }
        append_findings(inside, checked);
        append_suite(suites, checked.path, counts, inside);
        all.tests += counts.tests;
        all.failures += counts.failures;
        all.skipped += counts.skipped;
    }
    if (!run.skipped.empty()) {
        const Counts counts{run.skipped.size(), 0, run.skipped.size(), 0};
        std::string inside;
        for (const Error& error : run.skipped) {
            inside += fmt::format(
                "    <testcase classname=\"input\" name=\"{}\"><error type=\"not_read\" "
                "message=\"{}\"/></testcase>\n",
                line(error.where), line(error.what));
        }
        append_suite(suites, "inputs that could not be read", counts, inside);
        all.tests += counts.tests;
        all.errors += counts.errors;
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"whereof\" {}>\n{}"
        "</testsuites>\n",
        counts_of(all), suites);
}

}  // namespace whereof::report
