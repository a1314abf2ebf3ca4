// SPDX-License-Identifier: MIT
// Which references claims are linked to, in real articles whose markers are written in many styles.
//
//   links_bench MARKDOWN_FOLDER [--show STYLE]
//
// The folder holds Markdown articles and links.jsonl.gz: {"file","claims":[{"text","refs"}],"references"}.
#include "article/marker_styles.hpp"
#include "article/readers.hpp"
#include "base/io.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;

void show(const test::LinkPairs& gold, const test::LinkPairs& found, const std::string& file) {
    for (const auto& [text, reference] : gold) {
        if (!found.contains({text, reference})) {
            fmt::print("missed {} {} {:.150}\n", file, reference, text);
        }
    }
    for (const auto& [text, reference] : found) {
        if (!gold.contains({text, reference})) {
            fmt::print("extra  {} {} {:.150}\n", file, reference, text);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: links_bench MARKDOWN_FOLDER [--show STYLE]\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const std::string shown = argc > 3 ? argv[3] : "";
    std::vector<nlohmann::json> documents;
    const auto source = open_source(folder / "links.jsonl.gz");
    LineReader lines(*source);
    std::string_view line;
    while (lines.next(line)) {
        documents.push_back(nlohmann::json::parse(line));
    }
    for (const test::MarkerStyle& style : test::marker_styles()) {
        if (!shown.empty() && shown != style.name) {
            continue;
        }
        test::LinkCounts counts;
        for (const auto& document : documents) {
            const std::string name = document["file"].get<std::string>();
            const std::string text = test::rewritten(read_file(folder / name, article::kMaxFileBytes), style);
            const auto articles = article::read_articles(text, name, "markdown");
            if (articles.size() != 1 || !articles[0].has_value()) {
                fmt::print("{} cannot be read\n", name);
                continue;
            }
            const auto gold = test::gold_pairs(document);
            const auto found = test::pairs_of(*articles[0]);
            counts.add(gold, found);
            if (!shown.empty()) {
                show(gold, found, name);
            }
        }
        fmt::print("links, {:<12} F1 {:.4f} (precision {:.4f}, recall {:.4f}, {:.0f} gold links)\n",
                   style.name, counts.f1(), counts.right / counts.predicted, counts.right / counts.gold,
                   counts.gold);
    }
    return 0;
}
