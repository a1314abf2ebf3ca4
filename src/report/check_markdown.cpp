// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace whereof::report {
namespace {

using finding::Headline;

/// A comment on GitHub holds 65,536 characters; a row has about 400.
constexpr std::size_t kMostRows = 120;
constexpr std::size_t kLongest = 300;

std::string cell(std::string_view text) { return markdown_cell(clipped(text, kLongest)); }

std::string_view sign_of(const CheckedArticle& checked, const Issue& issue) {
    return issue.is_verdict ? symbol(verdict_of(checked, *issue.reference).headline) : symbol(issue.level);
}

void append_counts(std::string& out, const CheckRun& run) {
    std::map<Headline, std::size_t> counts;
    std::size_t references = 0;
    for (const CheckedArticle& checked : run.all) {
        for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
            ++counts[verdict_of(checked, i).headline];
            ++references;
        }
    }
    out += fmt::format("### Citations: {} {} in {} {}\n\n", references,
                       references == 1 ? "reference" : "references", run.all.size(),
                       run.all.size() == 1 ? "article" : "articles");
    const char* divider = "";
    for (const auto& [headline, count] : counts) {
        out += fmt::format("{}{} {} {}", divider, symbol(headline), count, cell(finding::name(headline)));
        divider = " · ";
    }
    out += counts.empty() ? "" : "\n\n";
}

std::string row_of(const CheckedArticle& checked, const Issue& issue) {
    std::string place = cell(checked.path);
    if (issue.line > 0) {
        place += fmt::format("\\:{}", issue.line);
    }
    std::string about;
    if (issue.reference) {
        about = cell(short_name(checked.article.references[*issue.reference], *issue.reference));
    } else if (issue.claim) {
        about = "“" + cell(checked.article.claims[*issue.claim].text) + "”";
    }
    std::string message = cell(issue.message);
    if (issue.suppressed != nullptr) {
        message += fmt::format(" *({}{}{})*", name(issue.suppressed->by),
                               issue.suppressed->reason.empty() ? "" : ": ", cell(issue.suppressed->reason));
    }
    return fmt::format("| {} {} | {} | {} | {} | {} |\n", sign_of(checked, issue), cell(issue.rule), place,
                       about, message, cell(issue.next_step));
}

void append_table(std::string& out, const CheckRun& run) {
    std::size_t rows = 0;
    std::string table;
    for (const CheckedArticle& checked : run.all) {
        for (const Issue& issue : issues_of(checked)) {
            if ((issue.suppressed == nullptr || run.show_suppressed) && ++rows <= kMostRows) {
                table += row_of(checked, issue);
            }
        }
    }
    if (rows == 0) {
        out += run.all.empty() ? "" : "Nothing to say against them.\n\n";
        return;
    }
    out += "| what | where | about | why | next |\n| --- | --- | --- | --- | --- |\n" + table + "\n";
    if (rows > kMostRows) {
        out += fmt::format("and {} more\n\n", rows - kMostRows);
    }
}

}  // namespace

std::string check_markdown(const CheckRun& run) {
    std::string out;
    append_counts(out, run);
    append_table(out, run);
    if (const std::string quiet = suppressed_in_words(run.all); !quiet.empty()) {
        out += fmt::format("Not counted: {}.\n\n", quiet);
    }
    for (std::size_t i = 0; i < std::min(run.skipped.size(), kMostRows); ++i) {
        out += fmt::format("- not read: {} – {}\n", cell(run.skipped[i].where), cell(run.skipped[i].what));
    }
    out += run.skipped.empty() ? "" : "\n";
    out += "Asked: ";
    out += run.authorities.empty() ? "nobody" : "";
    const char* divider = "";
    for (const authority::AuthorityInfo& info : run.authorities) {
        out += fmt::format("{}{} ({} records{}{}{})", divider, cell(info.name), info.records,
                           info.date.empty() ? "" : " of ", cell(info.date),
                           info.sample ? "; a sample: what it lacks is not held against a citation" : "");
        divider = ", ";
    }
    return out + "\n";
}

}  // namespace whereof::report
