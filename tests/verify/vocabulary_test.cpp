// SPDX-License-Identifier: MIT
#include "verify/vocabulary.hpp"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using Pair = std::pair<const char*, const char*>;

TEST(AreOtherWords, TellsMeaningsApartThatALetterDivides) {
    constexpr Pair kOther[] = {
        {"symptomatic", "asymptomatic"},   {"effective", "ineffective"},     {"treated", "untreated"},
        {"preoperative", "perioperative"}, {"prenatal", "perinatal"},        {"abduction", "adduction"},
        {"afferent", "efferent"},          {"neuropathy", "nephropathy"},    {"neuropathic", "nephropathic"},
        {"prednisone", "prednisolone"},    {"intracranial", "extracranial"}, {"hypocapnia", "hypercapnia"},
        {"increased", "decreased"},
    };
    for (const auto& [a, b] : kOther) {
        EXPECT_TRUE(are_other_words(a, b)) << a << " " << b;
        EXPECT_TRUE(are_other_words(b, a)) << a << " " << b;
    }
}

TEST(AreOtherWords, LeavesSlipsAndInflectionsAlone) {
    constexpr Pair kSlips[] = {
        {"irno", "iron"},
        {"measurment", "measurement"},
        {"trail", "trial"},
        {"stroke", "strokes"},
        {"analysis", "analyses"},
        {"woman", "women"},
        {"disc", "disk"},
        {"dietician", "dietitian"},
        {"laparoscopy", "laparoscopic"},
        {"lcohol", "alcohol"},
        {"abherence", "adherence"},
        {"symptomatic", "symptomatc"},
        {"depresion", "depression"},
        {"", "a"},
        {"trial", "trial"},
    };
    for (const auto& [a, b] : kSlips) {
        EXPECT_FALSE(are_other_words(a, b)) << a << " " << b;
        EXPECT_FALSE(are_other_words(b, a)) << a << " " << b;
    }
}

TEST(IsKnownWord, KnowsWordsAndNoSlips) {
    EXPECT_TRUE(is_known_word("duloxetine"));
    EXPECT_TRUE(is_known_word("back"));
    EXPECT_FALSE(is_known_word("reveiw"));
    EXPECT_FALSE(is_known_word(""));
}

}  // namespace
}  // namespace whereof::verify
