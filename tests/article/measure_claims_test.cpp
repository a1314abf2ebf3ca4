// SPDX-License-Identifier: MIT
// Claims and their references in 300 real articles, as they are and with their markers written in other ways.
// Prints its figures:
//   test_article --gtest_filter='MeasureClaims.*'
#include "article/readers.hpp"
#include "base/io.hpp"
#include "support/data.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::article {
namespace {

using nlohmann::json;
using Numbers = std::vector<int>;
using Write = std::function<std::string(const Numbers&)>;

struct Style {
    const char* name;
    Write write;
    bool footnotes = false;
};

std::string join(const Numbers& numbers, const char* between) {
    std::string out;
    for (const int n : numbers) {
        out += (out.empty() ? "" : between) + std::to_string(n);
    }
    return out;
}

std::string raised(const Numbers& numbers) {
    static const char* const kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out;
    for (const char c : join(numbers, ",")) {
        out += text::is_ascii_digit(c) ? kDigits[c - '0'] : ",";
    }
    return out;
}

/// "[1]–[3], [7]"
std::string ranges(const Numbers& numbers) {
    std::string out;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) {
            ++end;
        }
        out += out.empty() ? "" : ", ";
        out += "[" + std::to_string(numbers[i]) + "]";
        out += end > i ? "–[" + std::to_string(numbers[end]) + "]" : "";
        i = end + 1;
    }
    return out;
}

std::string footnotes(const Numbers& numbers) {
    std::string out;
    for (const int n : numbers) {
        out += "[^" + std::to_string(n) + "]";
    }
    return out;
}

const std::vector<Style>& styles() {
    static const std::vector<Style> kStyles = {
        {"as they are", {}},
        {"raised", raised},
        {"<sup>", [](const Numbers& n) { return "<sup>" + join(n, ",") + "</sup>"; }},
        {"(1)", [](const Numbers& n) { return " (" + join(n, ", ") + ")"; }},
        {"[1]-[3]", [](const Numbers& n) { return " " + ranges(n); }},
        {"[1; 2]", [](const Numbers& n) { return " [" + join(n, "; ") + "]"; }},
        {"footnotes", footnotes, true},
    };
    return kStyles;
}

/// The file with every marker of the text ("[1,2]") written anew; a list of footnotes for the list.
std::string rewritten(std::string_view file, const Style& style) {
    if (!style.write) {
        return std::string(file);
    }
    const std::size_t list = file.rfind("## References");
    std::string out;
    for (std::size_t at = 0; at < list; ++at) {
        std::size_t end = at + 1;
        while (end < list && (text::is_ascii_digit(file[end]) || file[end] == ',')) {
            ++end;
        }
        const bool marker = file[at] == '[' && end > at + 1 && end < list && file[end] == ']' &&
                            text::is_ascii_digit(file[at + 1]) && text::is_ascii_digit(file[end - 1]);
        if (!marker) {
            out += file[at];
            continue;
        }
        Numbers numbers;
        std::stringstream parts(std::string(file.substr(at + 1, end - at - 1)));
        for (std::string part; std::getline(parts, part, ',');) {
            numbers.push_back(std::atoi(part.c_str()));
        }
        out += style.write(numbers);
        at = end;
    }
    if (!style.footnotes) {
        return out + std::string(file.substr(list));
    }
    std::stringstream lines{std::string(file.substr(list))};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t stop = line.find(". ");
        if (stop < 5 && text::is_ascii_digit(line[0])) {
            out += "[^" + line.substr(0, stop) + "]: " + line.substr(stop + 2) + "\n";
        }
    }
    return out;
}

struct Counts {
    double right = 0;
    double predicted = 0;
    double gold = 0;
    [[nodiscard]] double f1() const { return 2 * right / (predicted + gold); }
};

using Pairs = std::set<std::pair<std::string, int>>;

Pairs pairs_of(const Article& article) {
    Pairs pairs;
    for (const Claim& claim : article.claims) {
        for (const std::uint32_t reference : claim.references) {
            // A list of footnotes may be in another order than the gold: its names are the gold's numbers.
            const std::string& name = article.references[reference].id;
            const int number = std::atoi(name.c_str());
            pairs.emplace(text::fold_key(claim.text), number > 0 ? number : static_cast<int>(reference) + 1);
        }
    }
    return pairs;
}

Pairs gold_pairs(const json& document) {
    Pairs pairs;
    for (const json& claim : document["claims"]) {
        for (const json& reference : claim["refs"]) {
            pairs.emplace(text::fold_key(claim["text"].get<std::string>()), reference.get<int>());
        }
    }
    return pairs;
}

void print_errors(const Pairs& gold, const Pairs& found, const std::string& file) {
    for (const auto& [text, reference] : gold) {
        if (!found.contains({text, reference})) {
            std::printf("  missed %s %d %s\n", file.c_str(), reference, text.substr(0, 150).c_str());
        }
    }
    for (const auto& [text, reference] : found) {
        if (!gold.contains({text, reference})) {
            std::printf("  extra  %s %d %s\n", file.c_str(), reference, text.substr(0, 150).c_str());
        }
    }
}

std::vector<json> read_gold(const std::filesystem::path& path) {
    std::vector<json> documents;
    const auto source = open_source(path);
    std::string text;
    std::string buffer(1U << 16U, '\0');
    for (std::size_t n = source->read(buffer.data(), buffer.size()); n > 0;
         n = source->read(buffer.data(), buffer.size())) {
        text.append(buffer, 0, n);
    }
    std::stringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        documents.push_back(json::parse(line));
    }
    return documents;
}

std::vector<json> every(std::size_t step, std::vector<json> documents) {
    std::vector<json> out;
    for (std::size_t i = 0; i < documents.size(); i += step) {
        out.push_back(std::move(documents[i]));
    }
    return out;
}

TEST(MeasureClaims, LinksOfRealArticlesInEveryStyle) {
    WHEREOF_SHARED_DATA(folder, "claims/markdown");
    const bool errors = std::getenv("WHEREOF_MEASURE_ERRORS") != nullptr;
    // One article in ten keeps the test short; WHEREOF_MEASURE_ALL takes them all.
    const bool all = std::getenv("WHEREOF_MEASURE_ALL") != nullptr;
    const std::vector<json> documents = every(all ? 1 : 10, read_gold(folder / "links.jsonl.gz"));
    for (const Style& style : styles()) {
        Counts counts;
        std::size_t lists = 0;
        for (const json& document : documents) {
            const std::string name = document["file"].get<std::string>();
            const std::string file = rewritten(test::read_text(folder / name), style);
            const auto articles = read_articles(file, name, "markdown");
            ASSERT_EQ(articles.size(), 1U);
            ASSERT_TRUE(articles[0].has_value());
            const Pairs gold = gold_pairs(document);
            const Pairs found = pairs_of(*articles[0]);
            counts.gold += static_cast<double>(gold.size());
            counts.predicted += static_cast<double>(found.size());
            counts.right += static_cast<double>(std::count_if(
                gold.begin(), gold.end(), [&](const auto& pair) { return found.contains(pair); }));
            const auto listed = std::count_if(articles[0]->references.begin(), articles[0]->references.end(),
                                              [](const ListedReference& r) { return !r.from_link; });
            lists += static_cast<std::size_t>(listed) == document["references"].size() ? 1U : 0U;
            if (errors) {
                print_errors(gold, found, name);
            }
        }
        std::printf("%-12s links F1 %.4f (P %.4f R %.4f)   lists whole %zu of %zu\n", style.name, counts.f1(),
                    counts.right / counts.predicted, counts.right / counts.gold, lists, documents.size());
        // All 300 articles reach 0.98 in every style but "(1)", which reaches 0.976: bracketed numbers that
        // cite nothing look the same. A tenth of the articles scatters about that.
        EXPECT_GE(counts.f1(), all ? 0.975 : 0.96) << style.name;
    }
}

}  // namespace
}  // namespace whereof::article
