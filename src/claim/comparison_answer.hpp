// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "claim/direction.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// A word or phrase that may stand for a side or an outcome: index terms, one after another.
using Form = std::vector<std::string>;

/// A word of a side with all that may stand for it: "early", "within weeks".
using Forms = std::vector<Form>;

/// Two sides and, where it is known, what they are compared by.
struct ComparisonQuestion {
    std::vector<Forms> first;                 ///< what names the first side and not the second
    std::vector<Forms> second;                ///< and the other way round
    std::vector<Forms> shared;                ///< what both have, of "early PT" and "delayed PT" the "PT"
    std::vector<Form> outcome;                ///< empty: whatever the sentence compares
    std::vector<std::string> outcome_phrase;  ///< the same as it was asked, in order: "time to relapse"
    bool first_is_control = false;            ///< a placebo, usual care, nothing
    bool second_is_control = false;
    /// The first side is what was tried: a sentence that names neither speaks of it. Breaks the mirror.
    bool first_was_tried = false;
};

/// The question of two named sides: words that both have tell them not apart and go to `shared`; "(CBT)" is a
/// form of its own.
ComparisonQuestion make_question(std::string_view first, std::string_view second, std::string_view outcome);

/// What a sentence says to a question.
struct ComparisonAnswer {
    Change change = Change::none;
    Direction direction = Direction::none;
    bool names_both = false;   ///< both sides stand in the sentence
    double first_share = 0.0;  ///< of the first side's words, how many do
    double second_share = 0.0;
    bool hedged = false;      ///< "may", "tended to"
    double confidence = 0.0;  ///< 0 to 1: how often such an answer was right (tests/bench/comparison_bench)
    std::vector<Span> words;  ///< what it rests on: "lower", "than", "p < 0.001"
};

/// Reads one sentence. Swapping the sides of the question mirrors the answer. Linear in the sentence times
/// the forms; any bytes.
ComparisonAnswer answer_question(std::string_view sentence, const ComparisonQuestion& question);

}  // namespace whereof::claim
