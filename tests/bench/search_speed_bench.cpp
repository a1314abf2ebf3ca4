// SPDX-License-Identifier: MIT
// How fast a large store is searched, beside a bare FTS5 query of the same words.
//
//   search_speed_bench build FOLDER SENTENCES STORE.db FTS5.db   the folder's articles, over and over:
//   synthetic search_speed_bench claims FOLDER CLAIMS STORE.db             the same, of each its claims and
//   references search_speed_bench run STORE.db FTS5.db [QUERIES]            in one process, hot
//   search_speed_bench command WHEREOF STORE.db [QUERIES]        each a process of its own, its start
//   included
//
// Queries are the first two or ten words, without stop words, of sentences chosen at even distances.
#include "article/readers.hpp"
#include "base/io.hpp"
#include "search/search.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace whereof;
namespace fs = std::filesystem;

/// Milliseconds on the clock and of this process.
class Stopwatch {
  public:
    void start() {
        clock_ = std::chrono::steady_clock::now();
        cpu_ = cpu();
    }
    void stop() {
        wall_.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - clock_).count());
        used_.push_back(cpu() - cpu_);
    }
    [[nodiscard]] double median() { return at(wall_, 0.5); }
    [[nodiscard]] std::string report(bool own_process = true) {
        std::string out = fmt::format("p50 {:7.2f} ms, p95 {:7.2f} ms", at(wall_, 0.5), at(wall_, 0.95));
        if (own_process) {
            out += fmt::format(" (processor: p50 {:.2f}, p95 {:.2f})", at(used_, 0.5), at(used_, 0.95));
        }
        return out;
    }

  private:
    static double cpu() {
        timespec now{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }
    static double at(std::vector<double>& values, double share) {
        std::ranges::sort(values);
        return values.empty()
                   ? 0.0
                   : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    }
    std::chrono::steady_clock::time_point clock_;
    double cpu_ = 0;
    std::vector<double> wall_;
    std::vector<double> used_;
};

std::vector<article::Article> read_folder(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".xml" || entry.path().extension() == ".nxml") {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<article::Article> out;
    for (const fs::path& path : paths) {
        for (auto& one :
             article::read_articles(read_file(path, article::kMaxFileBytes), path.filename().string())) {
            if (one) {
                out.push_back(std::move(*one));
            }
        }
    }
    return out;
}

article::Article synthetic_copy(const article::Article& real, std::size_t copy) {
    article::Article out = real;
    out.id = fmt::format("{}.copy{}", real.id, copy);
    out.title += " (synthetic copy)";
    return out;
}

/// Leaves of an article's sentences those that are claims.
void keep_claims(article::Article& article) {
    std::vector<article::Sentence> kept;
    for (article::Claim& claim : article.claims) {
        kept.push_back(article.sentences[claim.sentence]);
        claim.sentence = static_cast<std::uint32_t>(kept.size() - 1);
    }
    article.sentences = std::move(kept);
}

int build_claims(const fs::path& folder, std::size_t wanted, const fs::path& path) {
    fs::remove(path);
    auto articles = read_folder(folder);
    std::ranges::for_each(articles, keep_claims);
    const auto store = store::open_store(path);
    std::size_t claims = 0;
    std::size_t references = 0;
    store::Batch batch(*store);
    for (std::size_t copy = 1; claims < wanted && !articles.empty(); ++copy) {
        for (const article::Article& real : articles) {
            const article::Article one = synthetic_copy(real, copy);
            store->put_article(fmt::format("synthetic#{}", one.id), "-", one);
            claims += one.claims.size();
            references += one.references.size();
            if (claims >= wanted) {
                break;
            }
        }
    }
    batch.commit();
    fmt::print("{} synthetic claims on {} references\n", claims, references);
    return 0;
}

int build(const fs::path& folder, std::size_t wanted, const fs::path& path, const fs::path& plain) {
    for (const fs::path& old : {path, plain}) {
        fs::remove(old);
    }
    const auto articles = read_folder(folder);
    const auto store = store::open_store(path);
    const sqlite::Database database(plain, sqlite::OpenMode::create);
    database.execute("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='porter'); BEGIN");
    auto row = database.prepare("INSERT INTO t(rowid, body) VALUES(?, ?)");
    std::size_t sentences = 0;
    std::size_t bytes = 0;
    std::array<double, 2> halves{};  // seconds for the first and the second half
    auto start = std::chrono::steady_clock::now();
    const auto lap = [&] {
        const auto now = std::chrono::steady_clock::now();
        const double out = std::chrono::duration<double>(now - start).count();
        start = now;
        return out;
    };
    store::Batch batch(*store);
    for (std::size_t copy = 1; sentences < wanted && !articles.empty(); ++copy) {
        for (const article::Article& real : articles) {
            const article::Article one = synthetic_copy(real, copy);
            store->put_article(fmt::format("synthetic#{}", one.id), "-", one);
            for (const article::Sentence& sentence : one.sentences) {
                row.bind(static_cast<std::int64_t>(++sentences), sentence.span.of(one.text)).run();
            }
            bytes += one.text.size();
            if (halves[0] == 0 && sentences >= wanted / 2) {
                halves[0] = lap();
            }
            if (sentences >= wanted) {
                break;
            }
        }
    }
    batch.commit();
    database.execute("COMMIT");
    halves[1] = lap();
    const double size = static_cast<double>(fs::file_size(path));
    fmt::print(
        "{} synthetic sentences, {:.0f} MB of text; store {:.0f} MB, index without the text {:.2f} x the "
        "text; first half {:.0f} s, second {:.0f} s\n",
        sentences, static_cast<double>(bytes) / 1e6, size / 1e6,
        (size - static_cast<double>(bytes)) / static_cast<double>(bytes), halves[0], halves[1]);
    return 0;
}

/// The first `words` words of sentences all over the store that have so many.
std::vector<std::string> make_queries(store::Store& store, std::size_t words, std::size_t count) {
    std::vector<std::string> out;
    const auto articles = store.articles();
    for (std::size_t i = 0; i < articles.size() && out.size() < count;
         i += std::max<std::size_t>(1, articles.size() / count)) {
        const article::Article one = store.article(articles[i].id);
        for (std::size_t s = one.sentences.size() / 2; s < one.sentences.size(); ++s) {
            const std::string_view text = one.sentences[s].span.of(one.text);
            std::string query;
            std::set<std::string> seen;
            for (const auto& [term, span] : text::read_terms(text)) {
                const std::string_view word = span.of(text);
                const bool plain = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
                if (plain && seen.size() < words && !text::is_stop_term(term) && seen.insert(term).second) {
                    query += (query.empty() ? "" : " ") + std::string(word);
                }
            }
            if (seen.size() == words) {
                out.push_back(std::move(query));
                break;
            }
        }
    }
    return out;
}

int run(const fs::path& path, const fs::path& plain, std::size_t count) {
    const auto store = store::open_store(path);
    const sqlite::Database database(plain, sqlite::OpenMode::read_only);
    auto find = database.prepare("SELECT rowid, rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10");
    for (const std::size_t words : {std::size_t{2}, std::size_t{10}}) {
        const auto queries = make_queries(*store, words, count);
        Stopwatch bare;
        for (const std::string& query : queries) {
            std::string match;
            for (const auto& [term, span] : text::read_terms(query)) {
                match += (match.empty() ? "\"" : " OR \"") + std::string(span.of(query)) + "\"";
            }
            bare.start();
            find.bind(match);
            while (find.step()) {
            }
            bare.stop();
        }
        fmt::print("{:2} words, bare FTS5      {}\n", words, bare.report());
        for (const auto scope : {search::Scope::claims, search::Scope::sentences, search::Scope::articles}) {
            search::Options options;
            options.scope = scope;
            Stopwatch ours;
            for (const std::string& query : queries) {
                ours.start();
                const auto hits = search::search(*store, query, options);
                ours.stop();
                if (!hits || hits->empty()) {
                    fmt::print("no hit for {}\n", query);
                }
            }
            const char* name = scope == search::Scope::claims      ? "claims"
                               : scope == search::Scope::sentences ? "sentences"
                                                                   : "articles";
            fmt::print("{:2} words, in {:<12} {}, {:.2f} x FTS5\n", words, name, ours.report(),
                       ours.median() / bare.median());
        }
    }
    return 0;
}

/// Runs `program search query`, its output thrown away; false when it did not end with hits or without.
bool search_once(const std::string& program, const std::string& path, const std::string& query) {
    std::vector<std::string> arguments{program, "search", query, "--db", path, "--in", "sentences"};
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    return failed == 0 && waitpid(child, &status, 0) >= 0 && WIFEXITED(status) && WEXITSTATUS(status) <= 1;
}

/// Twice each: the first time the sources shown are judged and their verdicts kept.
int run_command(const std::string& program, const std::string& path, std::size_t count) {
    const auto store = store::open_store(path);
    static_cast<void>(read_file(path, std::uintmax_t{1} << 40U));  // so that the disk is not measured
    for (const std::size_t words : {std::size_t{2}, std::size_t{10}}) {
        const auto queries = make_queries(*store, words, count);
        for (const char* time : {"first", "again"}) {
            Stopwatch watch;
            for (const std::string& query : queries) {
                watch.start();
                if (!search_once(program, path, query)) {
                    fmt::print(stderr, "search_speed_bench: {} failed\n", program);
                    return 2;
                }
                watch.stop();
            }
            fmt::print("{:2} words, whole command, {}  {}\n", words, time, watch.report(false));
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto count = [&](std::size_t place) {
        return place < words.size() ? static_cast<std::size_t>(std::stoul(words[place])) : std::size_t{100};
    };
    if (words.size() == 5 && words[0] == "build") {
        return build(words[1], count(2), words[3], words[4]);
    }
    if (words.size() == 4 && words[0] == "claims") {
        return build_claims(words[1], count(2), words[3]);
    }
    if (words.size() >= 3 && words[0] == "run") {
        return run(words[1], words[2], count(3));
    }
    if (words.size() >= 3 && words[0] == "command") {
        return run_command(words[1], words[2], count(3));
    }
    fmt::print(stderr,
               "usage: search_speed_bench build FOLDER SENTENCES STORE FTS5 | claims FOLDER CLAIMS STORE | "
               "run STORE FTS5 [QUERIES] | command WHEREOF STORE [QUERIES]\n");
    return 2;
}
