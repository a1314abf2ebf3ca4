// SPDX-License-Identifier: MIT
// Loads a corpus of JSON lines into a fresh store, runs queries, writes a TREC run.
//
//   search_bench build CORPUS.jsonl[.gz] STORE.db
//   search_bench run STORE.db QUERIES.tsv articles|sentences|claims [name=value ...] > RUN
//   search_bench fts5 STORE.db QUERIES.tsv articles|sentences > RUN      SQLite's own bm25 on the same words
//
// A corpus line is {"id","title","sentences":[...]} or {"_id","title","text"}; a query line is id TAB text.
// name=value overrides a weight of search/weights.hpp; seconds and queries per second go to stderr.
#include "base/io.hpp"
#include "search/search.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

article::Article read_line(std::string_view line) {
    const auto json = nlohmann::json::parse(line);
    article::Article out;
    out.format = "jsonl";
    out.id = json.contains("id") ? json["id"].get<std::string>() : json["_id"].get<std::string>();
    out.title = json.value("title", "");
    out.sections.push_back({"", 0});
    std::vector<std::string> sentences;
    if (json.contains("sentences")) {
        sentences = json["sentences"].get<std::vector<std::string>>();
    } else {
        sentences.push_back(json.value("text", ""));
    }
    for (const std::string& sentence : sentences) {
        const std::size_t begin = out.text.size();
        out.text += sentence;
        out.sentences.push_back({{begin, out.text.size()}, 0, article::BlockKind::paragraph});
        out.text += " ";
    }
    return out;
}

int build(const std::filesystem::path& corpus, const std::filesystem::path& path) {
    std::filesystem::remove(path);
    const auto start = Clock::now();
    const auto store = store::open_store(path);
    const auto source = open_source(corpus);
    LineReader lines(*source);
    store::Batch batch(*store);
    std::string_view line;
    std::size_t bytes = 0;
    double reading = 0;
    while (lines.next(line)) {
        const auto begin = Clock::now();
        const article::Article article = read_line(line);
        reading += seconds_since(begin);
        bytes += article.text.size();
        store->put_article(fmt::format("c.jsonl#{}", article.id), "-", article);
    }
    batch.commit();
    const double total = seconds_since(start);
    fmt::print(stderr,
               "{} articles, {:.1f} MB of text, store {:.1f} MB, {:.2f} s of which {:.2f} s reading JSON\n",
               store->articles().size(), static_cast<double>(bytes) / 1e6,
               static_cast<double>(std::filesystem::file_size(path)) / 1e6, total, reading);
    return 0;
}

std::vector<std::pair<std::string, std::string>> read_queries(const std::filesystem::path& path) {
    std::vector<std::pair<std::string, std::string>> out;
    const auto source = open_source(path);
    LineReader lines(*source);
    std::string_view line;
    while (lines.next(line)) {
        const std::size_t tab = line.find('\t');
        out.emplace_back(line.substr(0, tab), tab == std::string_view::npos ? "" : line.substr(tab + 1));
    }
    return out;
}

void report(std::vector<double>& times) {
    if (times.empty()) {
        return;
    }
    std::sort(times.begin(), times.end());
    double sum = 0;
    for (const double time : times) {
        sum += time;
    }
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * double(times.size() - 1))] * 1e3;
    };
    fmt::print(stderr, "{} queries, mean {:.2f} ms, p50 {:.2f}, p95 {:.2f}, max {:.2f}\n", times.size(),
               sum / double(times.size()) * 1e3, at(0.5), at(0.95), at(1.0));
}

bool set_weight(search::Weights& weights, const std::string& name, double value) {
    const std::map<std::string, double search::Weights::*> names{
        {"article_k1", &search::Weights::article_k1},
        {"article_b", &search::Weights::article_b},
        {"title", &search::Weights::title},
        {"source", &search::Weights::source},
        {"bigram", &search::Weights::bigram},
        {"gram", &search::Weights::gram},
        {"best_sentence", &search::Weights::best_sentence},
        {"compound", &search::Weights::compound},
        {"row_k1", &search::Weights::row_k1},
        {"row_b", &search::Weights::row_b},
        {"row_title", &search::Weights::row_title},
        {"row_bigram", &search::Weights::row_bigram},
        {"article", &search::Weights::article},
        {"whole", &search::Weights::whole},
        {"cue", &search::Weights::cue},
        {"method", &search::Weights::method},
        {"first", &search::Weights::first},
        {"outcome", &search::Weights::outcome},
        {"synonym", &search::Weights::synonym},
        {"abbreviation", &search::Weights::abbreviation},
        {"row_heading", &search::Weights::row_heading}};
    const auto found = names.find(name);
    if (found == names.end()) {
        return false;
    }
    weights.*(found->second) = value;
    return true;
}

int run(const std::filesystem::path& path, const std::filesystem::path& queries, const std::string& scope,
        const std::vector<std::string>& overrides) {
    const auto store = store::open_store(path);
    search::Options options;
    options.limit = 100;
    options.scope = scope == "articles"    ? search::Scope::articles
                    : scope == "sentences" ? search::Scope::sentences
                                           : search::Scope::claims;
    search::Weights weights;
    for (const std::string& pair : overrides) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos ||
            !set_weight(weights, pair.substr(0, equals), std::atof(&pair[equals + 1]))) {
            fmt::print(stderr, "search_bench: {} is no weight\n", pair);
            return 2;
        }
    }
    std::vector<double> times;
    for (const auto& [id, text] : read_queries(queries)) {
        const auto start = Clock::now();
        const auto hits = search::search(*store, text, options, weights);
        times.push_back(seconds_since(start));
        if (!hits) {
            fmt::print(stderr, "{}: {}\n", id, hits.error().what);
            continue;
        }
        for (const search::Hit& hit : *hits) {
            fmt::print("{} Q0 {} {} {:.6f} whereof\n", id, hit.id, hit.rank, hit.score);
        }
    }
    report(times);
    return 0;
}

int run_fts5(const std::filesystem::path& path, const std::filesystem::path& queries,
             const std::string& scope) {
    const auto store = store::open_store(path);
    const sqlite::Database database("bm25", sqlite::OpenMode::memory);
    database.execute(
        "CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE VIRTUAL TABLE t USING fts5(title, body, content='', tokenize='porter')");
    auto name = database.prepare("INSERT INTO names(name) VALUES(?)");
    auto row = database.prepare("INSERT INTO t(rowid, title, body) VALUES(?, ?, ?)");
    database.execute("BEGIN");
    const auto add = [&](const std::string& id, const std::string& title, std::string_view body) {
        name.bind(id).run();
        row.bind(database.last_insert_rowid(), title, body).run();
    };
    for (const auto& summary : store->articles()) {
        const article::Article article = store->article(summary.id);
        if (scope == "articles") {
            add(summary.key, article.title, article.text);
            continue;
        }
        for (std::size_t i = 0; i < article.sentences.size(); ++i) {
            add(fmt::format("{}:{}", summary.key, i), "", article.sentences[i].span.of(article.text));
        }
    }
    database.execute("COMMIT");
    auto find = database.prepare(
        "SELECT name, rank FROM t JOIN names ON id = t.rowid WHERE t MATCH ? ORDER BY rank "
        "LIMIT 100");
    std::vector<double> times;
    for (const auto& [id, text] : read_queries(queries)) {
        std::string match;
        for (const auto& [term, span] : text::read_terms(text)) {
            if (!text::is_stop_term(term)) {
                match += (match.empty() ? "\"" : " OR \"") + std::string(span.of(text)) + "\"";
            }
        }
        const auto start = Clock::now();
        find.bind(match);
        for (int rank = 1; find.step(); ++rank) {
            fmt::print("{} Q0 {} {} {:.6f} fts5\n", id, find.text(0), rank, -find.real(1));
        }
        times.push_back(seconds_since(start));
    }
    report(times);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 3 && words[0] == "build") {
        return build(words[1], words[2]);
    }
    if (words.size() >= 4 && words[0] == "run") {
        return run(words[1], words[2], words[3], {words.begin() + 4, words.end()});
    }
    if (words.size() == 4 && words[0] == "fts5") {
        return run_fts5(words[1], words[2], words[3]);
    }
    fmt::print(
        stderr,
        "usage: search_bench build CORPUS STORE | run STORE QUERIES SCOPE [name=value ...] | fts5 STORE "
        "QUERIES SCOPE\n");
    return 2;
}
