// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_answer.hpp"
#include "claim/comparison_words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whereof::claim {

/// What the tokens of a sentence stand for in a question; the lists are parallel to the tokens.
struct ComparisonMarks {
    std::vector<std::uint8_t> side;  ///< 1 the first, 2 the second, 0 neither
    std::vector<double> outcome;     ///< outcome_weight() of a word of the outcome, else 0
    std::vector<bool> opposed;       ///< names the outcome by its opposite: of "survival" the "mortality"
    double first_share = 0.0;        ///< of the side's words, how many stand in the sentence
    double second_share = 0.0;
    std::vector<bool> ignored;  ///< names something, so that it tells of no change
};

ComparisonMarks mark_question(const std::vector<CompareToken>& tokens, const ComparisonQuestion& question);

/// Little for words that say how an outcome was measured ("mean", "week") rather than what it is.
double outcome_weight(const std::string& term);

}  // namespace whereof::claim
