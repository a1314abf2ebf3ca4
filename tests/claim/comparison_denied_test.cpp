// SPDX-License-Identifier: MIT
// What a sentence denies, doubts or takes back is no direction; what it says of an outcome is that outcome's.
#include "claim/asked_directions.hpp"
#include "claim/comparison_outcome.hpp"
#include "text/terms.hpp"

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Denied, IsNoDifferenceHoweverItIsMeasured) {
    constexpr Asked kCases[] = {
        {"vitamin D", "placebo", "Vitamin D did not prevent falls better than placebo.", kSame},
        {"vitamin D", "placebo", "Vitamin D did not relieve pain better than placebo.", kSame},
        {"vitamin D", "placebo", "Vitamin D did not treat depression better than placebo.", kSame},
        {"garlic", "sham", "Garlic does not lower cholesterol more than sham.", kSame},
        {"melatonin", "lavender", "Melatonin did not improve sleep more than lavender.", kSame},
        {"splints", "tape", "Splints failed to reduce swelling more than tape.", kSame},
        {"rest", "walking", "Rest is little better than walking.", kSame},
        {"rest", "walking", "Rest is rarely better than walking.", kSame},
        {"honey", "syrup", "Honey was barely more effective than syrup.", kSame},
        {"honey", "syrup", "Honey was scarcely better than syrup.", kSame},
        {"heat", "ice", "Heat is seldom better than ice.", kSame},
        {"heat", "ice", "Heat was far from superior to ice.", kSame},
        {"heat", "ice", "Heat is not, as many believe, better than ice.", kSame},
        {"zinc", "honey", "Zinc was not, however, superior to honey.", kSame},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"rest", "walking", "Rest is a little better than walking.", kFirst},
        {"vitamin D", "placebo", "Vitamin D prevented falls better than placebo.", kFirst},
        {"heat", "ice", "Falls were reported more rarely with heat than with ice.", kFirst},
        {"heat", "ice", "Heat, not exercise, was better than ice.", kFirst},
    };
    expect_answered(kControls);
}

TEST(Unproved, HasNoDirection) {
    constexpr Asked kCases[] = {
        {"rest", "walking", "It is not true that rest is better than walking.", kNone},
        {"rest", "walking", "It is false that rest is better than walking.", kNone},
        {"ginger", "placebo", "It has not been proved that ginger is better than placebo.", kNone},
        {"ginger", "placebo", "Nobody has shown that ginger reduces nausea more than placebo.", kNone},
        {"ginger", "placebo", "No evidence supports that ginger is better than placebo.", kNone},
        {"stents", "pills", "Experts doubt that stents are better than pills.", kNone},
        {"stents", "pills", "Critics deny that stents reduce deaths more than pills.", kNone},
        {"stents", "pills", "Trials refute the idea that stents are superior to pills.", kNone},
        {"rest", "walking", "It is a myth that rest is better than walking.", kNone},
        {"rest", "walking", "It is a myth that rest is worse than walking.", kNone},
        {"rest", "walking", "The claim that rest beats walking has been refuted.", kNone},
        {"bleeding", "fasting", "Bleeding was once thought to be better than fasting.", kNone},
        {"bleeding", "fasting", "Bleeding has long been believed to be superior to fasting.", kNone},
        {"vitamin D", "placebo", "No study found vitamin D to be better than placebo.", kNone},
        {"cupping", "massage", "None of the reviews showed that cupping was better than massage.", kNone},
        {"cupping", "massage", "Cupping is said to be better than massage.", kNone},
        {"cupping", "massage", "Studies do not support that cupping is more effective than massage.", kNone},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"ginger", "placebo", "There is no doubt that ginger is better than placebo.", kFirst},
        {"stents", "pills", "A review showed that stents were better than pills.", kFirst},
        {"stents", "pills", "It has been proved that stents are worse than pills.", kSecond},
        {"rest", "walking", "It is true that walking is better than rest.", kSecond},
    };
    expect_all(kControls);
}

TEST(TakenBack, ByATestIsNoDifference) {
    constexpr Asked kCases[] = {
        {"zinc", "placebo", "Zinc was better than placebo, but not significantly so.", kSame},
        {"zinc", "placebo", "Zinc was better than placebo (p = 0.62).", kSame},
        {"zinc", "placebo", "Colds were shorter with zinc than with placebo (P = .31).", kSame},
        {"vitamin D", "placebo",
         "Vitamin D reduced falls compared with placebo (RR 0.95, 95% CI 0.80 to 1.13).", kSame},
        {"vitamin D", "placebo",
         "Vitamin D increased falls compared with placebo (OR 1.10; 95% CI 0.80-1.53).", kSame},
        {"yoga", "advice",
         "Yoga reduced pain compared with advice (mean difference -0.3, 95% CI -0.9 to 0.3).", kSame},
        {"yoga", "advice", "Yoga improved sleep more than advice (MD 0.4, 95% CI \u22120.2, 1.0).", kSame},
        {"vitamin D", "placebo",
         "Vitamin D reduced falls compared with placebo, although the difference was not significant (p = "
         "0.21).",
         kSame},
        {"yoga", "advice",
         "Pain was lower with yoga than with advice, but this did not reach statistical significance.",
         kSame},
        {"yoga", "advice",
         "Yoga relieved pain better than advice, though the difference in pain was not "
         "statistically significant.",
         kSame},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"zinc", "placebo", "Zinc was better than placebo (p = 0.02).", kFirst},
        {"vitamin D", "placebo",
         "Vitamin D reduced falls compared with placebo (RR 0.75, 95% CI 0.60 to 0.93).", kFirst},
        {"vitamin D", "placebo",
         "Vitamin D increased falls compared with placebo (RR 1.75, 95% CI 1.20 to 2.53).", kSecond},
        {"yoga", "advice",
         "Yoga reduced pain compared with advice (mean difference -1.3, 95% CI -1.9 to -0.3).", kFirst},
        {"vitamin D", "placebo",
         "Vitamin D reduced falls more than placebo, but there was no significant difference in pain.",
         kFirst},
        {"yoga", "advice", "Yoga reduced pain more than advice, but not significantly in function.", kFirst},
    };
    expect_claimed(kControls);
}

TEST(Outcomes, HaveTheValueOfAllTheirWords) {
    struct Valued {
        const char* outcome;
        int value;
    };
    constexpr Valued kCases[] = {
        {"birth weight", 1},
        {"low birth weight", -1},
        {"body weight", -1},
        {"HDL cholesterol", 1},
        {"LDL cholesterol", -1},
        {"total cholesterol", -1},
        {"sleep duration", 1},
        {"total sleep time", 1},
        {"sleep latency", -1},
        {"time to sleep", -1},
        {"recovery time", -1},
        {"duration of remission", 1},
        {"duration of pain", -1},
        {"survival time", 1},
        {"tumour response", 1},
        {"disease response", 1},
        {"inflammatory response", -1},
        {"tumor shrinkage", 1},
        {"tumour growth", -1},
        {"disease progression", -1},
        {"progression-free survival", 1},
        {"time to progression", 1},
        {"fever clearance", 1},
        {"unwanted pregnancy", -1},
        {"unintended pregnancies", -1},
        {"ectopic pregnancy", -1},
        {"pregnancy", 1},
        {"adverse outcomes", -1},
        {"poor glycaemic control", -1},
        {"glycaemic control", 1},
        {"diagnostic yield", 1},
        {"cancer detection", 1},
        {"wound closure", 1},
        {"ulcers", -1},
        {"", 0},
        {"colour", 0},
    };
    for (const auto& [outcome, value] : kCases) {
        EXPECT_EQ(outcome_value(text::terms_of(outcome)), value) << outcome;
    }
}

TEST(Outcomes, TurnTheDirection) {
    constexpr Asked kCases[] = {
        {"smokers", "non-smokers", "Birth weight was lower in smokers than in non-smokers.", kSecond},
        {"niacin", "placebo", "HDL cholesterol was higher with niacin than with placebo.", kFirst},
        {"niacin", "placebo", "LDL cholesterol was higher with niacin than with placebo.", kSecond},
        {"caffeine", "placebo", "Sleep duration was shorter with caffeine than with placebo.", kSecond},
        {"melatonin", "placebo", "Sleep time was longer with melatonin than with placebo.", kFirst},
        {"nivolumab", "docetaxel", "Tumour response was higher with nivolumab than with docetaxel.", kFirst},
        {"nivolumab", "docetaxel", "Tumour shrinkage was greater with nivolumab than with docetaxel.",
         kFirst},
        {"nivolumab", "docetaxel", "Tumour growth was slower with nivolumab than with docetaxel.", kFirst},
        {"sugar", "starch", "Tumour growth was faster with sugar than with starch.", kSecond},
        {"donepezil", "placebo", "Disease progression was slower with donepezil than with placebo.", kFirst},
        {"donepezil", "placebo", "Cognitive decline was slower with donepezil than with placebo.", kFirst},
        {"artesunate", "quinine", "Fever clearance took longer with artesunate than with quinine.", kSecond},
        {"honey", "gauze", "Wound healing was slower with honey than with gauze.", kSecond},
        {"honey", "gauze", "Wound closure was faster with honey than with gauze.", kFirst},
        {"heat", "ice", "Recovery was slower with heat than with ice.", kSecond},
        {"heat", "ice", "Function declined more slowly with heat than with ice.", kFirst},
        {"condoms", "implants", "Unwanted pregnancy was more frequent with condoms than with implants.",
         kSecond},
        {"colonoscopy", "stool tests", "Colonoscopy detected more cancers than stool tests.", kFirst},
        {"stool tests", "colonoscopy", "Stool tests detected fewer cancers than colonoscopy.", kSecond},
        {"MRI", "X-ray", "MRI found more fractures than X-ray.", kNone},
        {"MRI", "X-ray", "Diagnostic yield was higher with MRI than with X-ray.", kFirst},
    };
    expect_answered(kCases);
    for (const Asked& one : kCases) {
        if (claimed(one) != kNone || one.direction == kNone) {
            EXPECT_EQ(name(claimed(one)), name(one.direction)) << "claim: " << one.sentence;
        }
    }
}

TEST(Likelihood, OfAGoodThingIsGood) {
    constexpr Asked kCases[] = {
        {"clopidogrel", "aspirin", "Clopidogrel was less likely to prevent stroke than aspirin.", kSecond},
        {"clopidogrel", "aspirin", "Clopidogrel was more likely to prevent stroke than aspirin.", kFirst},
        {"clopidogrel", "aspirin", "Clopidogrel was more likely to improve function than aspirin.", kFirst},
        {"tape", "splints", "Tape was less likely to relieve pain than splints.", kSecond},
        {"tape", "splints", "Tape was more likely to increase swelling than splints.", kSecond},
        {"formula", "breastfeeding", "Formula protects less well against infection than breastfeeding.",
         kSecond},
        {"tape", "splints", "Tape less often relieved pain than splints.", kSecond},
    };
    expect_all(kCases);
}

TEST(AsEffective, IsADifferenceWhenMultiplied) {
    constexpr Asked kCases[] = {
        {"heat", "ice", "Heat was nearly twice as effective as ice.", kFirst},
        {"heat", "ice", "Heat was three times as effective as ice for pain.", kFirst},
        {"tape", "splints", "Tape was only half as effective as splints.", kSecond},
        {"tape", "splints", "Tape was nowhere near as effective as splints.", kSecond},
        {"tape", "splints", "Tape was less than half as effective as splints.", kSecond},
        {"tape", "splints", "Tape was not nearly as good as splints.", kSecond},
        {"heat", "ice", "Heat was as effective as ice.", kSame},
        {"heat", "ice", "Heat was just as good as ice.", kSame},
        {"heat", "ice", "Heat was non-inferior to ice.", kSame},
        {"heat", "ice", "Heat was not inferior to ice.", kSame},
    };
    expect_all(kCases);
    constexpr Asked kUndecided[] = {
        {"heat", "ice", "Heat was not non-inferior to ice.", kNone},
        {"heat", "ice", "Heat failed to show non-inferiority to ice.", kNone},
        {"stents", "pills", "Stents were not noninferior to pills.", kNone},
        {"stents", "pills", "The trial did not demonstrate noninferiority of stents to pills.", kNone},
    };
    expect_all(kUndecided);
}

}  // namespace
}  // namespace whereof::claim
