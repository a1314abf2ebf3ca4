// SPDX-License-Identifier: MIT
// What the abstracts of sources are worth, on sets of claims and the abstracts they were made of.
//
//   abstracts_bench claims CORPUS.jsonl[.gz] QUERIES.tsv QRELS.tsv [name=value ...]
//   abstracts_bench candidates CORPUS.jsonl[.gz] QUERIES.tsv QRELS.tsv|-
//
// `claims`: each query is the one claim of an article that cites its works, with their titles and abstracts.
// It looks for the claims of other articles that cite one of the same works; itself left out. nDCG@10 and
// recall@10 without and with abstracts; name=value overrides a weight.
//
// `candidates`: each query is a claim without a source, the corpus an authority. Of at most five candidates,
// with titles alone and with abstracts: how many claims get the right work, and first; how many candidates
// are right.
// "-" is for claims that no work of the corpus is about: how often none is offered.
#include "authority/local_index.hpp"
#include "base/io.hpp"
#include "search/search.hpp"
#include "search/suggestions.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;

struct Query {
    std::string id;
    std::string text;
    std::set<std::string> works;
};

std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::vector<std::string> out;
    const auto source = open_source(path);
    LineReader lines(*source);
    for (std::string_view line; lines.next(line);) {
        out.emplace_back(line);
    }
    return out;
}

std::map<std::string, bib::Item> read_works(const std::filesystem::path& corpus) {
    std::map<std::string, bib::Item> out;
    for (const std::string& line : lines_of(corpus)) {
        const auto json = nlohmann::json::parse(line);
        const std::string id =
            json.contains("id") ? json["id"].get<std::string>() : json["_id"].get<std::string>();
        bib::Item& item = out[id];
        item.type = bib::ItemType::article_journal;
        item.title = json.value("title", "");
        item.abstract = json.value("text", "");
        for (const auto& sentence : json.value("sentences", std::vector<std::string>())) {
            (item.abstract += item.abstract.empty() ? "" : " ") += sentence;
        }
        item.note = id;
    }
    return out;
}

/// Queries with at least one relevant work. Qrels are "query 0 work grade" or "query work grade", divided by
/// tabs or blanks.
std::vector<Query> read_queries(const std::filesystem::path& queries, const std::filesystem::path& qrels) {
    const bool strangers = qrels == "-";
    std::map<std::string, std::set<std::string>> relevant;
    for (const std::string& line : strangers ? std::vector<std::string>() : lines_of(qrels)) {
        std::vector<std::string> parts(1);
        for (const char c : line) {
            if (c == '\t' || c == ' ') {
                parts.emplace_back();
            } else {
                parts.back() += c;
            }
        }
        if (parts.size() >= 3 && parts.back() != "0" &&
            parts.back().find_first_not_of("0123456789") == std::string::npos) {
            relevant[parts[0]].insert(parts[parts.size() - 2]);
        }
    }
    std::vector<Query> out;
    for (const std::string& line : lines_of(queries)) {
        const std::size_t tab = line.find('\t');
        if (tab != std::string::npos && (strangers || relevant.contains(line.substr(0, tab)))) {
            out.push_back({line.substr(0, tab), line.substr(tab + 1), relevant[line.substr(0, tab)]});
        }
    }
    return out;
}

article::Article article_of(const Query& query, const std::map<std::string, bib::Item>& works) {
    article::Article out;
    out.id = query.id;
    out.text = query.text;
    out.sections.push_back({"", 0});
    out.sentences.push_back({{0, query.text.size()}, 0, article::BlockKind::paragraph});
    article::Claim claim;
    claim.text = query.text;
    claim.cited = true;
    for (const std::string& work : query.works) {
        if (const auto found = works.find(work); found != works.end()) {
            claim.references.push_back(static_cast<std::uint32_t>(out.references.size()));
            article::ListedReference& listed = out.references.emplace_back();
            listed.reference.item = found->second;
            listed.reference.raw = found->second.title;
        }
    }
    out.claims.push_back(claim);
    return out;
}

/// A store of the queries as articles, each with its sources or without any.
std::unique_ptr<store::Store> store_of(const std::vector<Query>& queries,
                                       const std::map<std::string, bib::Item>& works,
                                       const std::filesystem::path& path) {
    for (const char* rest : {"", "-wal", "-shm"}) {
        std::filesystem::remove(path.string() + rest);
    }
    auto store = store::open_store(path);
    store::Batch batch(*store);
    for (const Query& query : queries) {
        store->put_article("q.jsonl#" + query.id, "-", article_of(query, works));
    }
    batch.commit();
    return store;
}

void measure_claims(const std::vector<Query>& queries, std::map<std::string, bib::Item> works,
                    const search::Weights& weights, const char* name) {
    const auto path = std::filesystem::temp_directory_path() / "abstracts_bench.db";
    const auto store = store_of(queries, works, path);
    search::Options options;
    options.scope = search::Scope::claims;
    options.limit = 11;
    double gain = 0;
    double recall = 0;
    int asked = 0;
    for (const Query& query : queries) {
        std::set<std::string> wanted;
        for (const Query& other : queries) {
            const bool shares = std::ranges::any_of(
                other.works, [&](const auto& work) { return query.works.contains(work); });
            if (shares && other.id != query.id && other.text != query.text) {
                wanted.insert(other.id + "#c1");
            }
        }
        if (wanted.empty()) {
            continue;
        }
        ++asked;
        const auto hits = search::search(*store, query.text, options, weights);
        double dcg = 0;
        double ideal = 0;
        std::size_t found = 0;
        std::size_t rank = 0;
        for (const search::Hit& hit : hits ? *hits : std::vector<search::Hit>()) {
            if (hit.id == query.id + "#c1" || rank >= 10) {
                continue;
            }
            ++rank;
            if (wanted.contains(hit.id)) {
                dcg += 1 / std::log2(static_cast<double>(rank) + 1);
                ++found;
            }
        }
        for (std::size_t i = 1; i <= std::min<std::size_t>(wanted.size(), 10); ++i) {
            ideal += 1 / std::log2(static_cast<double>(i) + 1);
        }
        gain += dcg / ideal;
        recall += static_cast<double>(found) / static_cast<double>(wanted.size());
    }
    fmt::print("{:<18} {} queries, nDCG@10 {:.4f}, recall@10 {:.4f}\n", name, asked, gain / asked,
               recall / asked);
    std::filesystem::remove(path);
}

void measure_candidates(const std::vector<Query>& queries, const std::map<std::string, bib::Item>& works,
                        const char* name) {
    std::vector<bib::Item> items;
    for (const auto& [id, item] : works) {
        items.push_back(item);
    }
    const auto authority = authority::index_in_memory(items);
    std::vector<Query> bare = queries;
    for (Query& query : bare) {
        query.works.clear();
    }
    const auto path = std::filesystem::temp_directory_path() / "abstracts_bench.db";
    const auto store = store_of(bare, {}, path);
    authority::Authority* const asked[] = {authority.get()};
    std::size_t first = 0;
    std::size_t among = 0;
    std::size_t offered = 0;
    std::size_t right = 0;
    std::size_t none = 0;
    for (const Query& query : queries) {
        const auto candidates = search::suggest_works(*store, asked, query.text, {}, 5);
        bool found = false;
        none += candidates.empty() ? 1U : 0U;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const bool hit = query.works.contains(candidates[i].item.note);
            ++offered;
            right += hit ? 1U : 0U;
            first += hit && i == 0 ? 1U : 0U;
            found = found || hit;
        }
        among += found ? 1U : 0U;
    }
    const auto share = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    fmt::print(
        "{:<18} {} claims: right one among five {:.3f}, first {:.3f}; {:.2f} offered a claim, {:.3f} of them "
        "right; none "
        "offered {:.3f}\n",
        name, queries.size(), share(among, queries.size()), share(first, queries.size()),
        share(offered, queries.size()), share(right, offered), share(none, queries.size()));
    std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 4 || (words[0] != "claims" && words[0] != "candidates")) {
        fmt::print(stderr,
                   "usage: abstracts_bench claims|candidates CORPUS QUERIES QRELS [name=value ...]\n");
        return 2;
    }
    const auto works = read_works(words[1]);
    auto bare = works;
    for (auto& [id, item] : bare) {
        item.abstract.clear();
    }
    const auto queries = read_queries(words[2], words[3]);
    if (words[0] == "candidates") {
        measure_candidates(queries, bare, "titles");
        measure_candidates(queries, works, "and abstracts");
        return 0;
    }
    search::Weights weights;
    const std::map<std::string, double*> names{{"abstract", &weights.abstract},
                                               {"row_abstract", &weights.row_abstract},
                                               {"row_source", &weights.row_source},
                                               {"source", &weights.source}};
    for (std::size_t i = 4; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        const auto found = names.find(words[i].substr(0, equals));
        if (equals == std::string::npos || found == names.end()) {
            fmt::print(stderr, "abstracts_bench: {} is no weight\n", words[i]);
            return 2;
        }
        *found->second = std::atof(words[i].c_str() + equals + 1);
    }
    measure_claims(queries, bare, weights, "titles");
    measure_claims(queries, works, weights, "and abstracts");
    return 0;
}
