// SPDX-License-Identifier: MIT
// rooms: report
// Any Markdown file with made-up verdicts, through its ignore comments and every form of the report; any
// bytes as a baseline.
#include "article/readers.hpp"
#include "report/baseline.hpp"
#include "report/ignore_comments.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

using namespace whereof;

void require(bool true_of_every_input) {
    if (!true_of_every_input) {
        std::abort();
    }
}

report::CheckedArticle judged(article::Article&& article, std::string_view path) {
    report::CheckedArticle out{std::string(path), std::move(article), {}, {}};
    for (std::size_t i = 0; i < out.article.references.size(); ++i) {
        const std::string& raw = out.article.references[i].reference.raw;
        finding::Verdict verdict;
        verdict.headline = static_cast<finding::Headline>(i % 9);
        verdict.reason = raw.substr(0, 100);
        verdict.evidence.push_back({static_cast<bib::Field>(i % bib::kFieldCount),
                                    static_cast<finding::Agreement>(i % 4), raw, raw, raw, raw});
        verdict.notices = {raw};
        verdict.record = out.article.references[i].reference.item;
        verdict.corrected = verdict.record;
        out.verdicts.push_back(std::move(verdict));
    }
    for (std::size_t i = 0; i < out.article.claims.size(); ++i) {
        finding::Finding finding;
        finding.rule = i % 2 == 0 ? "uncited-claim" : "rests-on-flagged";
        finding.message = out.article.claims[i].text;
        finding.line = static_cast<std::uint32_t>(i);
        finding.claim = static_cast<std::uint32_t>(i);
        out.findings.push_back(std::move(finding));
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::vector<Error> faults;
    const auto comments = report::read_ignore_comments(bytes, faults);
    std::vector<report::CheckedArticle> all;
    for (auto& article : article::read_articles(bytes, "a.md", "markdown")) {
        if (article) {
            all.push_back(judged(std::move(*article), bytes.substr(0, 40)));
            report::apply_ignore_comments(comments, all.back());
        }
    }
    report::CheckRun run;
    run.all = all;
    run.skipped = faults;
    run.show_suppressed = true;
    for (const report::CheckFormat& format : report::check_formats()) {
        const std::string out = format.write(run);
        require(text::is_valid_utf8(out));
        require(format.name != "html" || out.find("<script") == std::string::npos);
    }
    const std::string document = report::check_json(all, faults, {});
    require(nlohmann::json::accept(document) && nlohmann::json::accept(report::check_sarif(run)));
    const auto baseline = report::read_baseline(document);
    require(baseline.has_value());
    for (report::CheckedArticle& checked : all) {
        baseline->apply(checked);
        const auto issues = report::issues_of(checked);
        require(std::all_of(issues.begin(), issues.end(),
                            [](const report::Issue& issue) { return issue.suppressed != nullptr; }));
    }
    (void)report::read_baseline(bytes);
    return 0;
}
