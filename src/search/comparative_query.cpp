// SPDX-License-Identifier: MIT
#include "search/comparative_query.hpp"

#include "claim/comparison.hpp"
#include "claim/comparison_answer.hpp"
#include "search/question_words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace whereof::search {
namespace {

using claim::Direction;

constexpr std::size_t kLongestQuery = 400;  ///< bytes; a page of text is no comparison

/// Opening words of a question, which are not part of what is compared.
bool is_opening(std::string_view word) {
    return is_question_word(word) || word == "whether" || word == "if" || word == "the" ||
           word == "evidence" || word == "that";
}

/// Past the word at `at`, and past the rest of a phrase that begins in it.
std::size_t past_word(std::string_view query, std::size_t at) {
    bool quoted = false;
    for (; at < query.size() && (quoted || !text::is_ascii_space(query[at])); ++at) {
        quoted = query[at] == '"' ? !quoted : quoted;
    }
    return at;
}

bool is_field(std::string_view word) {
    const std::size_t colon = word.find(':');
    return colon != std::string_view::npos && colon + 1 < word.size() && word.front() != '"';
}

/// The runs of the query's own words: divided by fields, operators and what is excluded, without quotes and a
/// question's first words.
std::vector<std::string> plain_words(std::string_view query) {
    std::vector<std::string> out(1);
    bool excluded = false;
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t end = past_word(query, at);
        std::string word(query.substr(at, end - at));
        at = end + 1;
        const bool operates = word == "AND" || word == "OR" || word == "NOT";
        const bool passed = operates || excluded || is_field(word) || word.starts_with('-');
        excluded = word == "NOT" || (excluded && word.empty());
        if (passed && !word.empty()) {
            out.emplace_back();
            continue;
        }
        std::erase_if(word, [](char c) {
            return c == '"' || c == '(' || c == ')' || c == '*' || c == '?' || c == '\0';
        });
        if (word.empty() || (out.back().empty() && is_opening(text::ascii_lower(word)))) {
            continue;
        }
        out.back() += (out.back().empty() ? "" : " ") + word;
    }
    return out;
}

/// "A or B" of "which is better, A or B".
std::optional<ComparativeQuery> read_choice(std::string_view words) {
    const std::size_t joint = words.find(" or ");
    if (joint == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view first = words.substr(0, joint);
    bool asks = false;
    for (const std::string_view opening : {"better, ", "better: ", "better "}) {
        if (first.starts_with(opening)) {
            first.remove_prefix(opening.size());
            asks = true;
            break;
        }
    }
    if (!asks) {
        return std::nullopt;
    }
    return ComparativeQuery{std::string(first), std::string(words.substr(joint + 4)), {}, Direction::none};
}

/// The sides that words without operators compare.
std::optional<ComparativeQuery> read_sides(std::string words) {
    std::string outcome;
    if (const std::size_t colon = words.find(": "); colon != std::string::npos) {
        outcome = words.substr(colon + 2);
        words.resize(colon);
    }
    std::optional<ComparativeQuery> out = read_choice(words);
    if (!out) {
        const auto found = claim::find_comparisons(words);
        if (found.empty() || found.front().second.empty()) {
            return std::nullopt;
        }
        const claim::Comparison& one = found.front();
        out = ComparativeQuery{one.first, one.second, one.outcome, one.direction};
        if (out->asked == Direction::no_difference) {
            out->asked = Direction::none;  // asked whether they differ
        }
    }
    if (!outcome.empty()) {
        out->outcome = outcome;
    }
    const auto question = claim::make_question(out->first, out->second, "");
    if (question.first.empty() || question.second.empty()) {
        return std::nullopt;
    }
    return out;
}

}  // namespace

std::optional<ComparativeQuery> read_comparative(std::string_view query) {
    if (query.size() > kLongestQuery) {
        return std::nullopt;
    }
    for (std::string& words : plain_words(query)) {
        if (auto found = read_sides(std::move(words))) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace whereof::search
