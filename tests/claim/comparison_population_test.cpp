// SPDX-License-Identifier: MIT
#include "claim/comparison_population.hpp"

#include "claim/comparison.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Population, IsToldApartFromSidesAndOutcomes) {
    struct Case {
        const char* sentence;
        const char* first;
        const char* second;
        const char* outcome;
        const char* population;
    };
    constexpr Case kCases[] = {
        {"Yoga improved function compared with stretching in adults with chronic low back pain.", "Yoga",
         "stretching", "function", "adults with chronic low back pain"},
        {"In people with knee osteoarthritis, exercise reduced pain more than education.", "exercise",
         "education", "pain", "people with knee osteoarthritis"},
        {"Among older adults who had fallen, tai chi reduced falls compared with stretching.", "tai chi",
         "stretching", "falls", "older adults who had fallen"},
        {"Metformin lowered HbA1c compared with placebo in overweight women with polycystic ovary syndrome.",
         "Metformin", "placebo", "HbA1c", "overweight women with polycystic ovary syndrome"},
        {"Exercise was no better than usual care for patients with hip fracture.", "Exercise", "usual care",
         "", "patients with hip fracture"},
        {"In 120 patients undergoing hip surgery, nerve block gave less pain than morphine.", "nerve block",
         "morphine", "pain", "patients undergoing hip surgery"},
        {"There was no difference between acupuncture and sham acupuncture in patients with migraine.",
         "acupuncture", "sham acupuncture", "", "patients with migraine"},
        {"In adults aged over 65 years, zinc was superior to placebo for infections.", "zinc", "placebo",
         "infections", "adults aged over 65 years"},
        {"Duloxetine reduced pain more than placebo among adults with painful neuropathy (p < 0.001).",
         "Duloxetine", "placebo", "pain", "adults with painful neuropathy"},
        {"Statins lowered mortality compared with placebo in patients.", "Statins", "placebo", "mortality",
         ""},
        {"Pain was lower in women than in men.", "women", "men", "Pain", ""},
        {"Mortality was lower in adults compared with children.", "adults", "children", "Mortality", ""},
        {"Pain was lower with morphine than with ketamine.", "morphine", "ketamine", "Pain", ""},
    };
    for (const auto& [sentence, first, second, outcome, population] : kCases) {
        const auto found = find_comparisons(sentence);
        ASSERT_FALSE(found.empty()) << sentence;
        EXPECT_EQ(found.front().first, first) << sentence;
        EXPECT_EQ(found.front().second, second) << sentence;
        EXPECT_EQ(found.front().outcome, outcome) << sentence;
        EXPECT_EQ(found.front().population, population) << sentence;
    }
}

TEST(Population, IsNoArm) {
    for (const char* sentence :
         {"Pain fell in patients receiving morphine.", "Pain fell in the placebo patients.",
          "Pain fell among women who received zinc.", "Pain fell in both groups.", "in", "Pain fell in."}) {
        const auto tokens = read_compare_tokens(sentence);
        EXPECT_TRUE(find_populations(sentence, tokens).empty()) << sentence;
    }
}

}  // namespace
}  // namespace whereof::claim
