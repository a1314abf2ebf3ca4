// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison.hpp"
#include "claim/comparison_answer.hpp"

#include <span>
#include <string>

#include <gtest/gtest.h>

namespace whereof::claim {

inline constexpr auto kFirst = Direction::favours_first;
inline constexpr auto kSecond = Direction::favours_second;
inline constexpr auto kSame = Direction::no_difference;
inline constexpr auto kNone = Direction::none;

/// Two sides, a sentence, and which of them it calls better.
struct Asked {
    const char* first;
    const char* second;
    const char* sentence;
    Direction direction;
};

/// What the reader of claims finds; of what it probably did not understand (confidence 0.5) nothing.
inline Direction claimed(const Asked& one) {
    const auto found = find_comparisons(one.sentence);
    if (found.empty() || found.front().confidence <= 0.5) {
        return kNone;
    }
    const bool turned = found.front().first.find(one.second) != std::string::npos;
    return turned ? mirrored(found.front().direction) : found.front().direction;
}

/// What the reader of questions answers, turned back when the sides were swapped.
inline Direction answered(const Asked& one, bool swapped) {
    const auto question =
        swapped ? make_question(one.second, one.first, "") : make_question(one.first, one.second, "");
    const auto answer = answer_question(one.sentence, question);
    return swapped ? mirrored(answer.direction) : answer.direction;
}

inline void expect_claimed(std::span<const Asked> cases) {
    for (const Asked& one : cases) {
        EXPECT_EQ(name(claimed(one)), name(one.direction)) << "claim: " << one.sentence;
    }
}

inline void expect_answered(std::span<const Asked> cases) {
    for (const Asked& one : cases) {
        EXPECT_EQ(name(answered(one, false)), name(one.direction)) << "question: " << one.sentence;
        EXPECT_EQ(name(answered(one, true)), name(one.direction)) << "mirrored: " << one.sentence;
    }
}

/// The same, where an outcome is asked for.
struct AskedOf {
    const char* first;
    const char* second;
    const char* outcome;
    const char* sentence;
    Direction direction;
};

inline void expect_answered_of(std::span<const AskedOf> cases) {
    for (const auto& [first, second, outcome, sentence, direction] : cases) {
        const auto forth = answer_question(sentence, make_question(first, second, outcome));
        const auto back = answer_question(sentence, make_question(second, first, outcome));
        EXPECT_EQ(name(forth.direction), name(direction)) << outcome << ": " << sentence;
        EXPECT_EQ(name(mirrored(back.direction)), name(direction))
            << "mirrored, " << outcome << ": " << sentence;
    }
}

/// Of both readers.
inline void expect_all(std::span<const Asked> cases) {
    expect_claimed(cases);
    expect_answered(cases);
}

}  // namespace whereof::claim
