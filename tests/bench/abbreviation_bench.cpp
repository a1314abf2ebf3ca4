// SPDX-License-Identifier: MIT
// How many definitions of abbreviations are found in abstracts whose definitions were marked by hand.
//
//   abbreviation_bench ABSTRACTS.json.gz GOLD.tsv [--show]
//
// The abstracts are JSON lines {"paper_id","sentences"}. GOLD has a line "paper_id:sentence TAB short form
// TAB long form" for each definition, and "paper_id TAB - TAB -" for each abstract that was looked through;
// no other abstract counts. A pair is right when both forms are, but for case, plural and blanks.
#include "base/io.hpp"
#include "text/abbreviations.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;
using Pair = std::tuple<std::string, std::string, std::string>;  ///< place, short form, long form

/// A form without case, blanks and punctuation, and without the s of a plural.
std::string bare(std::string_view form) {
    std::string out;
    for (const char c : text::fold(form)) {
        if (text::is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
            out += c;
        }
    }
    if (out.size() > 2 && out.back() == 's') {
        out.pop_back();
    }
    return out;
}

struct Gold {
    std::set<std::string> abstracts;
    std::map<Pair, std::string> pairs;  ///< as written
};

Gold read_gold(const std::filesystem::path& path) {
    Gold out;
    const auto source = open_source(path);
    LineReader lines(*source);
    std::string_view line;
    while (lines.next(line)) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (line.starts_with('#') || second == std::string_view::npos) {
            continue;
        }
        const std::string place(line.substr(0, first));
        const std::string_view short_form = line.substr(first + 1, second - first - 1);
        const std::string_view long_form = line.substr(second + 1);
        if (short_form == "-") {
            out.abstracts.insert(place);
        } else {
            out.pairs[{place, bare(short_form), bare(long_form)}] =
                fmt::format("{}\t{}\t{}", place, short_form, long_form);
        }
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "usage: abbreviation_bench ABSTRACTS GOLD [--show]\n");
        return 2;
    }
    const Gold gold = read_gold(argv[2]);
    const auto source = open_source(argv[1]);
    LineReader lines(*source);
    std::string_view line;
    std::set<Pair> found;
    while (lines.next(line)) {
        const auto abstract = nlohmann::json::parse(line);
        const std::string id = abstract["paper_id"].is_string() ? abstract["paper_id"].get<std::string>()
                                                                : abstract["paper_id"].dump();
        if (!gold.abstracts.contains(id)) {
            continue;
        }
        for (std::size_t i = 0; i < abstract["sentences"].size(); ++i) {
            const auto sentence = abstract["sentences"][i].get<std::string>();
            const std::string place = fmt::format("{}:{}", id, i);
            for (const auto& [short_form, long_form] : text::find_abbreviations(sentence)) {
                const Pair pair{place, bare(short_form.of(sentence)), bare(long_form.of(sentence))};
                if (found.insert(pair).second && argc > 3) {
                    fmt::print("{}\t{}\t{}\t{}\n", gold.pairs.contains(pair) ? "right" : "wrong", place,
                               short_form.of(sentence), long_form.of(sentence));
                }
            }
        }
    }
    double right = 0;
    for (const auto& [pair, written] : gold.pairs) {
        right += found.contains(pair) ? 1 : 0;
        if (argc > 3 && !found.contains(pair)) {
            fmt::print("missed\t{}\n", written);
        }
    }
    const double precision = found.empty() ? 0 : right / static_cast<double>(found.size());
    const double recall = gold.pairs.empty() ? 0 : right / static_cast<double>(gold.pairs.size());
    fmt::print("{} abstracts, {} definitions: precision {:.3f}, recall {:.3f}, F1 {:.3f}\n",
               gold.abstracts.size(), gold.pairs.size(), precision, recall,
               right > 0 ? 2 * precision * recall / (precision + recall) : 0.0);
    return 0;
}
