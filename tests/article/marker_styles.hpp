// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

/// Markdown articles with markers "[1,2]" and a gold file of links: the same with the markers in other
/// styles, and how many links are found. For the test and the benchmark of links.
namespace whereof::test {

using Numbers = std::vector<int>;
using Write = std::function<std::string(const Numbers&)>;

struct MarkerStyle {
    const char* name;
    Write write;
    bool footnotes = false;
};

inline std::string join(const Numbers& numbers, const char* between) {
    std::string out;
    for (const int n : numbers) {
        out += (out.empty() ? "" : between) + std::to_string(n);
    }
    return out;
}

inline std::string raised(const Numbers& numbers) {
    static const char* const kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out;
    for (const char c : join(numbers, ",")) {
        out += text::is_ascii_digit(c) ? kDigits[c - '0'] : ",";
    }
    return out;
}

/// "[1]–[3], [7]"
inline std::string ranges(const Numbers& numbers) {
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

inline std::string footnotes(const Numbers& numbers) {
    std::string out;
    for (const int n : numbers) {
        out += "[^" + std::to_string(n) + "]";
    }
    return out;
}

inline const std::vector<MarkerStyle>& marker_styles() {
    static const std::vector<MarkerStyle> kStyles = {
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
inline std::string rewritten(std::string_view file, const MarkerStyle& style) {
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

struct LinkCounts {
    double right = 0;
    double predicted = 0;
    double gold = 0;
    void add(const std::set<std::pair<std::string, int>>& wanted,
             const std::set<std::pair<std::string, int>>& found) {
        gold += static_cast<double>(wanted.size());
        predicted += static_cast<double>(found.size());
        right += static_cast<double>(std::count_if(wanted.begin(), wanted.end(),
                                                   [&](const auto& pair) { return found.contains(pair); }));
    }
    [[nodiscard]] double f1() const { return 2 * right / (predicted + gold); }
};

/// The text of a claim, folded, and the number of a reference.
using LinkPairs = std::set<std::pair<std::string, int>>;

inline LinkPairs pairs_of(const article::Article& article) {
    LinkPairs pairs;
    for (const article::Claim& claim : article.claims) {
        for (const std::uint32_t reference : claim.references) {
            // A list of footnotes may be in another order than the gold: its names are the gold's numbers.
            const std::string& name = article.references[reference].id;
            const int number = std::atoi(name.c_str());
            pairs.emplace(text::fold_key(claim.text), number > 0 ? number : static_cast<int>(reference) + 1);
        }
    }
    return pairs;
}

inline LinkPairs gold_pairs(const nlohmann::json& document) {
    LinkPairs pairs;
    for (const nlohmann::json& claim : document["claims"]) {
        for (const nlohmann::json& reference : claim["refs"]) {
            pairs.emplace(text::fold_key(claim["text"].get<std::string>()), reference.get<int>());
        }
    }
    return pairs;
}

}  // namespace whereof::test
