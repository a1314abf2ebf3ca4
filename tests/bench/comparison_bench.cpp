// SPDX-License-Identifier: MIT
// How often the direction of a comparison is read right in sentences that are known to hold it.
//
//   comparison_bench PICO_FOLDER train|validation [--show]
//
// The folder holds queries.SPLIT.jsonl ("I versus C: outcome" with its parts), qrels.sentences.SPLIT.tsv,
// labels.tsv and corpus.jsonl.gz. Of the answers that the sentences of one prompt give, the most confident
// counts.
#include "base/io.hpp"
#include "claim/comparison_answer.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;
using nlohmann::json;

void for_lines(const std::filesystem::path& path, const std::function<void(std::string_view)>& take) {
    const auto source = open_source(path);
    LineReader lines(*source);
    std::string_view line;
    while (lines.next(line)) {
        take(line);
    }
}

std::vector<std::string> columns(std::string_view line) {
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == '\t') {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

struct Prompt {
    std::string label;
    claim::ComparisonQuestion question;
    std::string text;
    std::vector<std::string> sentences;
};

claim::Change change_of(const std::string& label) {
    return label.find("increase") != std::string::npos   ? claim::Change::more
           : label.find("decrease") != std::string::npos ? claim::Change::less
                                                         : claim::Change::same;
}

const char* name_of(claim::Change change) {
    switch (change) {
        case claim::Change::more:
            return "more";
        case claim::Change::less:
            return "less";
        case claim::Change::same:
            return "same";
        case claim::Change::none:
            break;
    }
    return "none";
}

std::map<std::string, Prompt> read_prompts(const std::filesystem::path& folder, const std::string& split) {
    std::map<std::string, Prompt> out;
    for_lines(folder / "labels.tsv", [&](std::string_view line) {
        const auto row = columns(line);
        if (row.size() == 3 && row[1] == split) {
            out[row[0]].label = row[2];
        }
    });
    for_lines(folder / ("queries." + split + ".jsonl"), [&](std::string_view line) {
        const json query = json::parse(line);
        const auto found = out.find(query["_id"].get<std::string>());
        if (found != out.end()) {
            found->second.question = claim::make_question(query["intervention"].get<std::string>(),
                                                          query["comparator"].get<std::string>(),
                                                          query["outcome"].get<std::string>());
            found->second.question.first_was_tried = true;
            found->second.text = query["text"];
        }
    });
    std::map<std::string, std::vector<std::string>> articles;
    for_lines(folder / "corpus.jsonl.gz", [&](std::string_view line) {
        const json one = json::parse(line);
        articles[one["id"].get<std::string>()] = one["sentences"].get<std::vector<std::string>>();
    });
    for_lines(folder / ("qrels.sentences." + split + ".tsv"), [&](std::string_view line) {
        const auto row = columns(line);
        const auto found = out.find(row[0]);
        const std::size_t colon = row.size() > 1 ? row[1].rfind(':') : std::string::npos;
        if (found == out.end() || colon == std::string::npos) {
            return;
        }
        const auto& sentences = articles[row[1].substr(0, colon)];
        const auto index = static_cast<std::size_t>(std::stoul(row[1].substr(colon + 1)));
        if (index < sentences.size()) {
            found->second.sentences.push_back(sentences[index]);
        }
    });
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "usage: comparison_bench PICO_FOLDER train|validation [--show]\n");
        return 2;
    }
    const auto prompts = read_prompts(argv[1], argv[2]);
    const bool show = argc > 3;
    struct Scored {
        double confidence;
        bool right;
    };
    std::vector<Scored> all;
    for (const auto& [id, prompt] : prompts) {
        claim::ComparisonAnswer best;
        for (const std::string& sentence : prompt.sentences) {
            const auto answer = answer_question(sentence, prompt.question);
            if (answer.change != claim::Change::none && answer.confidence > best.confidence) {
                best = answer;
            }
        }
        const bool right = best.change == change_of(prompt.label);
        if (best.change != claim::Change::none) {
            all.push_back({best.confidence, right});
        }
        if (show && !right) {
            fmt::print("{} {:.2f} gold {} said {} | {}\n", id, best.confidence,
                       name_of(change_of(prompt.label)), name_of(best.change), prompt.text);
            for (const std::string& sentence : prompt.sentences) {
                const auto answer = answer_question(sentence, prompt.question);
                fmt::print("   {} {:.2f} [", name_of(answer.change), answer.confidence);
                for (const Span& span : answer.words) {
                    fmt::print("{}|", span.of(sentence));
                }
                fmt::print("] {}\n", sentence);
            }
        }
    }
    std::ranges::sort(all, [](const Scored& a, const Scored& b) { return a.confidence > b.confidence; });
    for (const double least : {0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.01}) {
        double answered = 0;
        double right = 0;
        for (const Scored& one : all) {
            answered += one.confidence >= least ? 1 : 0;
            right += one.confidence >= least && one.right ? 1 : 0;
        }
        fmt::print("confidence >= {:.2f}: precision {:.3f}, recall {:.3f} ({} of {} prompts answered)\n",
                   least, answered > 0 ? right / answered : 0.0, right / static_cast<double>(prompts.size()),
                   answered, prompts.size());
    }
    return 0;
}
