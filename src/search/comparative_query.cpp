// SPDX-License-Identifier: MIT
#include "search/comparative_query.hpp"

#include "claim/comparison.hpp"
#include "claim/comparison_answer.hpp"
#include "search/nested_sides.hpp"
#include "search/question_words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
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

/// "I take" of "should I take A rather than B": no part of A either.
class Asking {
  public:
    bool passes(std::string_view word) {
        static constexpr std::array<std::string_view, 4> kAskers{"i", "we", "you", "one"};
        static constexpr std::array<std::string_view, 7> kDoings{"take",  "use",       "give", "get",
                                                                 "start", "prescribe", "try"};
        if (is_opening(word)) {
            asked_ = asked_ || is_question_word(word);
            return true;
        }
        const bool asker = asked_ && std::ranges::find(kAskers, word) != kAskers.end();
        const bool doing = asker_ && std::ranges::find(kDoings, word) != kDoings.end();
        asker_ = asker;
        return asker || doing;
    }

  private:
    bool asked_ = false;
    bool asker_ = false;
};

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
    Asking asking;
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
        if (word.empty() || (out.back().empty() && asking.passes(text::ascii_lower(word)))) {
            continue;
        }
        out.back() += (out.back().empty() ? "" : " ") + word;
    }
    return out;
}

/// What a choice is by, and the outcome that it means.
struct Choice {
    std::string_view word;
    std::string_view outcome;
};
constexpr std::array kChoices{Choice{"better", ""}, Choice{"more effective", ""}, Choice{"safer", "safety"},
                              Choice{"cheaper", "cost"}};

/// "A or B" of "which is better, A or B" and "A or B, which is better".
std::optional<ComparativeQuery> read_choice(std::string_view words) {
    std::string_view outcome;
    bool asks = false;
    for (const auto& [word, meant] : kChoices) {
        for (const std::string_view sign : {", ", ": ", " "}) {
            if (!asks && words.starts_with(word) && words.substr(word.size()).starts_with(sign)) {
                words.remove_prefix(word.size() + sign.size());
                outcome = meant;
                asks = true;
            }
        }
        for (const std::string_view sign : {", which is ", " which is ", ", which one is ", ", what is "}) {
            const std::string end = std::string(sign) + std::string(word);
            if (!asks && words.ends_with(end)) {
                words.remove_suffix(end.size());
                outcome = meant;
                asks = true;
            }
        }
    }
    const std::size_t joint = words.find(" or ");
    if (!asks || joint == std::string_view::npos) {
        return std::nullopt;
    }
    return ComparativeQuery{std::string(words.substr(0, joint)), std::string(words.substr(joint + 4)),
                            std::string(outcome), Direction::none};
}

/// "A against B for O" compares; "vaccines against measles for children" does not.
std::string against_as_versus(std::string words) {
    static constexpr std::array<std::string_view, 10> kWards{
        "vaccin", "immun", "protect", "defen", "resist", "activ", "antibod", "guard", "effective", "fight"};
    constexpr std::string_view kAgainst = " against ";
    const std::size_t at = words.find(kAgainst);
    if (at == std::string::npos || words.find(" for ", at) == std::string::npos) {
        return words;
    }
    const std::string before = text::ascii_lower(words.substr(0, at));
    const bool wards = std::ranges::any_of(
        kWards, [&](std::string_view word) { return before.find(word) != std::string::npos; });
    return wards ? words : words.replace(at, kAgainst.size(), " versus ");
}

/// "X with Y vs X", "X vs no X": the sides as typed, which a reader of claims would cut.
std::optional<ComparativeQuery> read_nested(std::string_view words) {
    for (const std::string_view joint : {" vs ", " vs. ", " versus ", " compared with ", " compared to "}) {
        const std::size_t at = words.find(joint);
        if (at == std::string_view::npos) {
            continue;
        }
        const std::string_view first = words.substr(0, at);
        std::string_view second = words.substr(at + joint.size());
        std::string_view outcome;
        if (const std::size_t tail = second.find(" for "); tail != std::string_view::npos) {
            outcome = second.substr(tail + 5);
            second = second.substr(0, tail);
        }
        second = second.substr(0, second.find(" in "));
        if (NestedSides::read(first, second)) {
            return ComparativeQuery{std::string(first), std::string(second), std::string(outcome),
                                    Direction::none};
        }
    }
    return std::nullopt;
}

/// Are there words by which claims can be held against the two?
bool can_be_told_apart(const ComparativeQuery& query) {
    const auto question = claim::make_question(query.first, query.second, "");
    return (!question.first.empty() && !question.second.empty()) ||
           NestedSides::read(query.first, query.second).has_value();
}

/// The sides that words without operators compare, which may be alike.
std::optional<ComparativeQuery> read_sides(std::string words) {
    std::string outcome;
    if (const std::size_t colon = words.find(": "); colon != std::string::npos) {
        outcome = words.substr(colon + 2);
        words.resize(colon);
    }
    words = against_as_versus(std::move(words));
    std::optional<ComparativeQuery> out = read_choice(words);
    out = out ? out : read_nested(words);
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
    return out;
}

}  // namespace

std::optional<ComparativeQuery> read_comparative(std::string_view query) {
    if (query.size() > kLongestQuery) {
        return std::nullopt;
    }
    for (std::string& words : plain_words(query)) {
        if (auto found = read_sides(std::move(words)); found && can_be_told_apart(*found)) {
            return found;
        }
    }
    return std::nullopt;
}

bool has_sides_alike(std::string_view query) {
    if (query.size() > kLongestQuery) {
        return false;
    }
    return std::ranges::any_of(plain_words(query), [](const std::string& words) {
        const auto found = read_sides(words);
        return found && !found->first.empty() && !can_be_told_apart(*found);
    });
}

bool is_comparing_word(std::string_view word) {
    static constexpr std::array<std::string_view, 16> kWords{
        "vs",     "vs.",   "versus", "than",    "compared", "comparison", "beats",   "beat",
        "better", "worse", "rather", "against", "or",       "safer",      "cheaper", "outperforms"};
    return std::ranges::find(kWords, text::ascii_lower(word)) != kWords.end();
}

}  // namespace whereof::search
