// SPDX-License-Identifier: MIT
// How fast articles become a store, beside the bare work that it cannot do without: parsing the XML with
// pugixml and inserting the same text into an FTS5 table.
#include "article/readers.hpp"
#include "base/digest.hpp"
#include "base/io.hpp"
#include "search/search.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <pugixml.hpp>
#include <sys/resource.h>

namespace {

namespace fs = std::filesystem;
using namespace whereof;

struct File {
    std::string path;
    std::string bytes;
};

const std::vector<File>& jats_files() {
    static const std::vector<File> files = [] {
        std::vector<File> out;
        const fs::path folder = fs::path(WHEREOF_SOURCE_DIR) / "../shared/data/jats";
        if (!fs::exists(folder)) {
            return out;
        }
        for (const auto& entry : fs::directory_iterator(folder)) {
            out.push_back({entry.path().string(), read_file(entry.path(), article::kMaxFileBytes)});
        }
        std::ranges::sort(out, {}, &File::path);
        return out;
    }();
    return files;
}

std::int64_t total_bytes() {
    std::size_t sum = 0;
    for (const auto& file : jats_files()) {
        sum += file.bytes.size();
    }
    return static_cast<std::int64_t>(sum);
}

double peak_memory_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

fs::path scratch(const char* name) {
    const fs::path path = fs::temp_directory_path() / name;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(path.string() + suffix);
    }
    return path;
}

void count(benchmark::State& state) {
    const auto rounds = static_cast<std::int64_t>(state.iterations());
    state.SetBytesProcessed(rounds * total_bytes());
    state.counters["articles/s"] = benchmark::Counter(
        static_cast<double>(rounds) * static_cast<double>(jats_files().size()), benchmark::Counter::kIsRate);
    state.counters["peak MB"] = peak_memory_mb();
}

bool skip_without_data(benchmark::State& state) {
    if (!jats_files().empty()) {
        return false;
    }
    state.SkipWithError("no ../shared/data/jats");
    return true;
}

/// Collects the character data of a document without recursion.
class TextWalker final : public pugi::xml_tree_walker {
  public:
    bool for_each(pugi::xml_node& node) override {
        text.append(node.value()).push_back(' ');
        return true;
    }
    std::string text;
};

void bare(benchmark::State& state) {
    if (skip_without_data(state)) {
        return;
    }
    for (auto _ : state) {
        const sqlite::Database database(scratch("whereof-bench-bare.db"), sqlite::OpenMode::create);
        database.execute("CREATE VIRTUAL TABLE t USING fts5(text)");
        auto insert = database.prepare("INSERT INTO t VALUES(?)");
        sqlite::Transaction transaction(database);
        for (const auto& file : jats_files()) {
            pugi::xml_document document;
            document.load_buffer(file.bytes.data(), file.bytes.size());
            TextWalker walker;
            document.traverse(walker);
            insert.bind(walker.text).run();
        }
        transaction.commit();
    }
    count(state);
}
BENCHMARK(bare)->Unit(benchmark::kMillisecond)->MinTime(3);

void read_only(benchmark::State& state) {
    if (skip_without_data(state)) {
        return;
    }
    for (auto _ : state) {
        for (const auto& file : jats_files()) {
            benchmark::DoNotOptimize(article::read_articles(file.bytes, file.path));
        }
    }
    count(state);
}
BENCHMARK(read_only)->Unit(benchmark::kMillisecond)->MinTime(3);

void add(benchmark::State& state) {
    if (skip_without_data(state)) {
        return;
    }
    for (auto _ : state) {
        const auto store = store::open_store(scratch("whereof-bench-add.db"));
        for (const auto& file : jats_files()) {
            auto articles = article::read_articles(file.bytes, file.path);
            if (articles.empty() || !articles.front()) {
                continue;
            }
            store->put_article(file.path, sha256_hex(file.bytes), *articles.front());
        }
    }
    count(state);
}
BENCHMARK(add)->Unit(benchmark::kMillisecond)->MinTime(3);

void search_claims(benchmark::State& state) {
    if (skip_without_data(state)) {
        return;
    }
    const auto path = scratch("whereof-bench-search.db");
    const auto store = store::open_store(path);
    for (const auto& file : jats_files()) {
        auto articles = article::read_articles(file.bytes, file.path);
        if (!articles.empty() && articles.front()) {
            store->put_article(file.path, file.path, *articles.front());
        }
    }
    const char* queries[] = {"early physical therapy versus delayed", "exercise reduces pain",
                             "placebo controlled trial of vitamin D", "mortality after surgery",
                             "blood pressure lower than control"};
    std::size_t done = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(search::search(*store, queries[done++ % std::size(queries)], {}));
    }
    state.counters["queries/s"] = benchmark::Counter(static_cast<double>(done), benchmark::Counter::kIsRate);
    state.counters["peak MB"] = peak_memory_mb();
}
BENCHMARK(search_claims)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
