// SPDX-License-Identifier: MIT
#pragma once

#include "claim/direction.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// Two sides that a sentence compares, and what it says of them.
struct Comparison {
    std::string first;  ///< the intervention, as the sentence has it: "graded activity"
    std::string
        second;  ///< the comparator: "bed rest"; empty where only a change is told ("PT reduces pain")
    std::string outcome;           ///< "return to work", or empty
    std::string population;        ///< "people with chronic low back pain"; empty when none is told
    Change change = Change::none;  ///< of the outcome with the first side
    Direction direction = Direction::none;
    bool hedged = false;
    double confidence = 0.0;         ///< 0 to 1
    std::vector<std::string> words;  ///< what it rests on: "better", "than"
    bool operator==(const Comparison&) const = default;
};

/// At most this many comparisons are read from one sentence.
inline constexpr std::size_t kMostComparisons = 4;

/// The comparisons of a sentence, in order: "A gave better pain relief than B", "no difference between A and
/// B in O", "A beats B", "A reduces O"; two of "better in men, worse in women", none of "A versus B versus
/// C". By rules and the word lists comparison_words.tsv and outcome_words.tsv of corpus/words. Linear; any
/// bytes.
std::vector<Comparison> find_comparisons(std::string_view sentence);

}  // namespace whereof::claim
