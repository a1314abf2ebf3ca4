// SPDX-License-Identifier: MIT
#include "formats/bibtex.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace whereof::formats {
namespace {

/// No part of a key needs more.
constexpr std::size_t kLongest = 24;

std::string ascii_part(std::string_view text) {
    std::string out;
    for (const char c : text::fold_key(text)) {
        if (text::is_ascii_alnum(c) && out.size() < kLongest) {
            out.push_back(c);
        }
    }
    return out;
}

bool is_little(std::string_view word) {
    constexpr std::array<std::string_view, 28> kWords{
        "a",  "an", "the", "on",   "of",  "in",  "and", "is", "for", "to",  "what", "how", "are", "does",
        "do", "at", "by",  "with", "der", "die", "das", "le", "la",  "les", "el",   "un",  "une", "ein"};
    return std::ranges::find(kWords, word) != kWords.end();
}

std::string base_key(const bib::Item& item) {
    const auto& names = item.author.empty() ? item.editor : item.author;
    std::string key;
    if (!names.empty()) {
        key = ascii_part(names.front().family.empty() ? names.front().literal : names.front().family);
    }
    key += item.issued.year > 0 ? std::to_string(item.issued.year) : "";
    for (const std::string& word : text::fold_words(item.title)) {
        if (const std::string part = ascii_part(word); !part.empty() && !is_little(word)) {
            key += part;
            break;
        }
    }
    return key.empty() ? "entry" : key;
}

/// 0 is "a", 25 "z", 26 "aa".
std::string letters(std::size_t number) {
    std::string out;
    do {
        out.insert(out.begin(), static_cast<char>('a' + number % 26));
        number /= 26;
    } while (number-- > 0);
    return out;
}

}  // namespace

std::vector<std::string> citation_keys(std::span<const Entry> entries) {
    std::vector<std::string> bases;
    std::unordered_map<std::string, std::size_t> uses;
    for (const Entry& entry : entries) {
        bases.push_back(base_key(*entry.item));
        ++uses[bases.back()];
    }
    std::unordered_set<std::string> taken;
    for (const auto& [base, count] : uses) {
        if (count == 1) {
            taken.insert(base);
        }
    }
    std::unordered_map<std::string, std::size_t> next;
    std::vector<std::string> out;
    for (const std::string& base : bases) {
        if (uses[base] == 1) {
            out.push_back(base);
            continue;
        }
        std::string key;
        do {  // another work's own key may end in the letter that is due
            key = base + letters(next[base]++);
        } while (!taken.insert(key).second);
        out.push_back(key);
    }
    return out;
}

}  // namespace whereof::formats
