// SPDX-License-Identifier: MIT
#include "search/question_words.hpp"

#include "text/terms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace whereof::search {
namespace {

constexpr std::array<std::string_view, 23> kWords{
    "do",  "does", "did",  "is",  "are",  "was",   "were", "can",  "could", "should", "would", "will",
    "has", "have", "must", "may", "what", "which", "who",  "when", "where", "why",    "how"};

}  // namespace

bool is_question_word(std::string_view word) { return std::ranges::find(kWords, word) != kWords.end(); }

bool is_question_term(std::string_view term) {
    static const std::vector<std::string> terms = [] {
        std::vector<std::string> out;
        for (const std::string_view word : kWords) {
            out.push_back(text::term_of_word(word));
        }
        return out;
    }();
    return std::ranges::find(terms, term) != terms.end();
}

}  // namespace whereof::search
