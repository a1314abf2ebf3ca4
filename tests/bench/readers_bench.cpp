// SPDX-License-Identifier: MIT
// MB/s of the JATS reader on a folder of articles, beside parsing them with pugixml alone, and of the other
// readers on text made of the same articles.
#include "article/formats.hpp"
#include "base/io.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <pugixml.hpp>

namespace {

using namespace whereof;

std::vector<std::string> load() {
    const char* folder = std::getenv("WHEREOF_BENCH_JATS");
    std::vector<std::string> files;
    if (folder != nullptr) {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        for (const auto& path : paths) {
            files.push_back(read_file(path, std::uintmax_t{1} << 28U));
        }
    }
    return files;
}

const std::vector<std::string>& articles() {
    static const std::vector<std::string> files = load();
    return files;
}

/// The articles' blocks as a page or a text would have them.
std::string rewritten(bool html) {
    std::string out = html ? "<html><body>" : "";
    for (const auto& file : articles()) {
        const auto draft = article::read_jats(file);
        for (const auto& block : draft ? draft->blocks : std::vector<article::Block>{}) {
            const std::string text(block.span.of(draft->text));
            const bool heading = block.kind == article::BlockKind::heading;
            out += html ? (heading ? "<h2>" : "<p class=\"text\">") + text + (heading ? "</h2>\n" : "</p>\n")
                        : (heading ? "## " : "") + text + "\n\n";
        }
    }
    return out;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

std::size_t total() {
    std::size_t bytes = 0;
    for (const auto& file : articles()) {
        bytes += file.size();
    }
    return bytes;
}

void bare_pugixml(benchmark::State& state) {
    for (auto _ : state) {
        for (const auto& file : articles()) {
            pugi::xml_document document;
            benchmark::DoNotOptimize(document.load_buffer(file.data(), file.size()));
        }
    }
    count_bytes(state, total());
}
BENCHMARK(bare_pugixml)->Unit(benchmark::kMillisecond);

void read_jats(benchmark::State& state) {
    for (auto _ : state) {
        for (const auto& file : articles()) {
            benchmark::DoNotOptimize(article::read_jats(file));
        }
    }
    count_bytes(state, total());
}
BENCHMARK(read_jats)->Unit(benchmark::kMillisecond);

void read_and_assemble_jats(benchmark::State& state) {
    for (auto _ : state) {
        for (const auto& file : articles()) {
            auto draft = article::read_jats(file);
            if (draft) {
                benchmark::DoNotOptimize(article::assemble(*std::move(draft)));
            }
        }
    }
    count_bytes(state, total());
}
BENCHMARK(read_and_assemble_jats)->Unit(benchmark::kMillisecond);

void read_html(benchmark::State& state) {
    const auto page = rewritten(true);
    for (auto _ : state) {
        benchmark::DoNotOptimize(article::read_html(page));
    }
    count_bytes(state, page.size());
}
BENCHMARK(read_html)->Unit(benchmark::kMillisecond);

void read_markdown(benchmark::State& state) {
    const auto text = rewritten(false);
    for (auto _ : state) {
        benchmark::DoNotOptimize(article::read_markdown(text));
    }
    count_bytes(state, text.size());
}
BENCHMARK(read_markdown)->Unit(benchmark::kMillisecond);

void read_text(benchmark::State& state) {
    const auto text = rewritten(false);
    for (auto _ : state) {
        benchmark::DoNotOptimize(article::read_text(text));
    }
    count_bytes(state, text.size());
}
BENCHMARK(read_text)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
