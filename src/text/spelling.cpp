// SPDX-License-Identifier: MIT
#include "text/spelling.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace whereof::text {
namespace {

/// The table's rows by where in a word they apply.
struct Spellings {
    std::unordered_map<std::string_view, std::string_view> starts;
    std::unordered_map<std::string_view, std::string_view> ends;
    std::vector<std::pair<std::string_view, std::string_view>> anywhere;
    std::size_t shortest_start = 64;
    std::size_t longest_start = 0;
    std::size_t longest_end = 0;
};

Spellings load() {
    Spellings out;
    std::string_view bytes = embedded_file("corpus/words/us_uk.tsv").bytes;
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (line.empty() || line.front() == '#' || tab == std::string_view::npos) {
            continue;
        }
        std::string_view british = line.substr(0, tab);
        const std::string_view american = line.substr(tab + 1);
        if (british.front() == '^') {
            british.remove_prefix(1);
            out.starts.emplace(british, american);
            out.shortest_start = std::min(out.shortest_start, british.size());
            out.longest_start = std::max(out.longest_start, british.size());
        } else if (british.back() == '$') {
            british.remove_suffix(1);
            out.ends.emplace(british, american);
            out.longest_end = std::max(out.longest_end, british.size());
        } else {
            out.anywhere.emplace_back(british, american);
        }
    }
    return out;
}

}  // namespace

std::string american_spelling(std::string_view folded_word) {
    static const Spellings table = load();
    std::string word(folded_word);
    for (std::size_t size = std::min(table.longest_start, word.size()); size >= table.shortest_start;
         --size) {
        if (const auto found = table.starts.find(std::string_view(word).substr(0, size));
            found != table.starts.end()) {
            word.replace(0, size, found->second);
            break;
        }
    }
    for (const auto& [british, american] : table.anywhere) {
        if (const std::size_t at = word.find(british); at != std::string::npos) {
            word.replace(at, british.size(), american);
        }
    }
    for (std::size_t size = std::min(table.longest_end, word.size()); size >= 2; --size) {
        if (const auto found = table.ends.find(std::string_view(word).substr(word.size() - size));
            found != table.ends.end()) {
            word.replace(word.size() - size, size, found->second);
            break;
        }
    }
    return word;
}

}  // namespace whereof::text
