// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_answer.hpp"
#include "claim/comparison_marks.hpp"
#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// The statement of a sentence that a question is about: tokens from `begin` to `end`.
struct AskedStatement {
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t outcome = kNowhere;  ///< the token that names the question's outcome best
    bool opposed = false;            ///< that token names its opposite: "mortality" for "survival"
    double coverage = 0.0;           ///< of the outcome's words, how much stands in the best statement
};

/// A sentence and the question that it is to answer, for those who read it; all of it outlives them.
struct AskedSentence {
    std::string_view text;
    const std::vector<CompareToken>& tokens;
    const ComparisonQuestion& question;
    const ComparisonMarks& marks;
    const AskedStatement& asked;
};

/// The statement with most of the outcome in it, of those one that tells a result.
AskedStatement find_statement(const std::vector<CompareToken>& tokens, const ComparisonQuestion& question,
                              const ComparisonMarks& marks);

}  // namespace whereof::claim
