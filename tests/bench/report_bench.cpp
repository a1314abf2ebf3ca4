// SPDX-License-Identifier: MIT
// How long the forms of check's report take for one article with 200 references, each cited twice.
#include "report/report.hpp"

#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace whereof::report {
namespace {

constexpr std::uint32_t kReferences = 200;

finding::Verdict verdict_of(std::uint32_t number) {
    finding::Verdict out;
    out.existence = finding::Existence::found;
    out.headline = number % 5 == 0 ? finding::Headline::mismatch : finding::Headline::verified;
    out.reason = "The work exists, but year “2019” should be “2018”.";
    out.next_step = "Compare with the source and correct the fields named.";
    for (int field = 0; field < 9; ++field) {
        out.evidence.push_back({static_cast<bib::Field>(field),
                                out.headline == finding::Headline::mismatch && field == 3
                                    ? finding::Agreement::different
                                    : finding::Agreement::same,
                                "Prevention and treatment of low back pain: evidence and challenges",
                                "Prevention and treatment of low back pain: evidence and challenges",
                                "sample@2026-11-01#10.1016/s0140-6736(18)30489-6",
                                {}});
    }
    out.record.emplace();
    out.record->DOI = "10.1016/s0140-6736(18)30489-6";
    return out;
}

CheckedArticle long_article() {
    CheckedArticle out;
    out.path = "drafts/review.md";
    article::Article& article = out.article;
    article.title = "A review";
    article.sections = {{"Results", 1}};
    article.anchors = {{0, {1, 1}}};
    for (std::uint32_t i = 0; i < kReferences; ++i) {
        article::ListedReference listed;
        listed.reference.label = std::to_string(i + 1);
        listed.reference.raw = fmt::format(
            "Foster NE, Anema JR, Cherkin D, et al. Treatment of pain {}. Lancet. 2019;391:2368-2383.", i);
        listed.position = {1000 + i, 1};
        article.references.push_back(std::move(listed));
        out.verdicts.push_back(verdict_of(i));
    }
    for (std::uint32_t i = 0; i < 2 * kReferences; ++i) {
        const std::size_t begin = article.text.size();
        article.text += "People who began exercise within two weeks had less pain than those who waited ";
        const std::size_t marker = article.text.size();
        article.text += fmt::format("[{}]", i % kReferences + 1);
        article.markers.push_back(
            {article::MarkerKind::bracket, {marker, article.text.size()}, {i % kReferences}, {}});
        article.text += '.';
        article.sentences.push_back({{begin, article.text.size()}, 0, article::BlockKind::paragraph});
        article.text += i % 6 == 5 ? "\n\n" : " ";
    }
    return out;
}

void write_report(benchmark::State& state, const char* name) {
    const std::vector<CheckedArticle> all{long_article()};
    CheckRun run;
    run.all = all;
    run.version = "0";
    std::string (*write)(const CheckRun&) = nullptr;
    for (const CheckFormat& format : check_formats()) {
        write = format.name == std::string_view(name) ? format.write : write;
    }
    std::size_t bytes = 0;
    for (auto _ : state) {
        bytes = write(run).size();
        benchmark::DoNotOptimize(bytes);
    }
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK_CAPTURE(write_report, html, "html")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_report, text, "text")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_report, json, "json")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_report, sarif, "sarif")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace whereof::report

BENCHMARK_MAIN();
