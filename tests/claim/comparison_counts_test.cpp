// SPDX-License-Identifier: MIT
// How often, how much and how likely: multiples, ratios and numbers that are told one after the other.
#include "claim/asked_directions.hpp"

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Multiples, TellMoreOrLess) {
    constexpr Asked kCases[] = {
        {"tape", "bracing", "Falls were half as frequent with tape as with bracing.", kFirst},
        {"tape", "bracing", "Relapses occurred half as often with tape as with bracing.", kFirst},
        {"tape", "bracing", "Relapse was half as common with tape as with bracing.", kFirst},
        {"tape", "bracing", "Twice as many patients relapsed with tape as with bracing.", kSecond},
        {"tape", "bracing", "Twice as many falls occurred with tape as with bracing.", kSecond},
        {"tape", "bracing", "Patients were three times as likely to fall with tape as with bracing.",
         kSecond},
        {"tape", "bracing", "Patients were three times as likely to recover with tape as with bracing.",
         kFirst},
        {"tape", "bracing", "Remission was twice as likely with tape as with bracing.", kFirst},
        {"tape", "bracing", "Half as many patients on tape as on bracing died.", kFirst},
        {"tape", "bracing", "Patients on tape died half as often as those on bracing.", kFirst},
        {"tape", "bracing", "Patients on tape were twice as likely to die as those on bracing.", kSecond},
        {"tape", "bracing", "Patients on tape were half as likely to die as patients on bracing.", kFirst},
        {"tape", "bracing", "Those given tape were twice as likely to recover as those given bracing.",
         kFirst},
        {"tape", "bracing",
         "Bleeding was nearly three times as frequent in the tape group as in the bracing group.", kSecond},
        {"tape", "bracing", "Infections were only a third as common with tape as with bracing.", kFirst},
        {"tape", "bracing", "Infections were one third as common with tape as with bracing.", kFirst},
        {"tape", "bracing", "Infections were two thirds as common with tape as with bracing.", kFirst},
        {"tape", "bracing", "Relapse was four times less likely with tape than with bracing.", kFirst},
        {"tape", "bracing", "Relapse was four times more likely with tape than with bracing.", kSecond},
        {"tape", "bracing", "The rate of relapse with tape was twice that with bracing.", kSecond},
        {"tape", "bracing", "The rate of relapse with tape was half that with bracing.", kFirst},
        {"tape", "bracing", "The risk of death with tape was double that with bracing.", kSecond},
        {"tape", "bracing", "Mortality in the tape group was half that of the bracing group.", kFirst},
        {"tape", "bracing", "Mortality in the tape group was three times that in the bracing group.",
         kSecond},
        {"Tape", "bracing", "Tape caused twice as much pain as bracing.", kSecond},
        {"Tape", "bracing", "Tape caused half as many falls as bracing.", kFirst},
        {"Tape", "bracing", "Tape prevented twice as many falls as bracing.", kFirst},
        {"Tape", "bracing", "Tape was twice as effective as bracing.", kFirst},
        {"Tape", "bracing", "Tape was half as effective as bracing.", kSecond},
        {"Tape", "bracing", "Tape was three times as effective as bracing in preventing falls.", kFirst},
        {"tape", "bracing", "Falls were just as frequent with tape as with bracing.", kSame},
    };
    expect_all(kCases);
}

TEST(Multiples, TellNothingOfUseOrPlans) {
    constexpr Asked kCases[] = {
        {"tape", "bracing", "Falls were not half as frequent with bracing as with tape.", kNone},
        {"tape", "bracing", "Falls were not twice as frequent with tape as with bracing.", kNone},
        {"Tape", "bracing", "Tape was twice as frequent as bracing.", kNone},
        {"Tape", "bracing", "Tape was used twice as often as bracing.", kNone},
        {"tape", "bracing", "Twice as many patients were randomised to tape as to bracing.", kNone},
        {"tape", "bracing", "We hypothesised that falls would be half as frequent with tape as with bracing.",
         kNone},
        {"tape", "bracing", "It is unclear whether falls are twice as likely with tape as with bracing.",
         kNone},
        {"tape", "bracing", "Glorps were twice as frequent with tape as with bracing.", kNone},
        {"Tape", "bracing", "Tape was given twice as long as bracing.", kNone},
        {"Tape", "bracing", "Tape was changed twice a day and bracing half as often.", kNone},
        {"tape", "bracing", "The dose with tape was twice that with bracing, and pain was similar.", kNone},
        {"tape", "bracing", "The dose with tape was half that with bracing, with pain in both.", kNone},
        {"tape", "bracing", "The glorps with tape were twice those with bracing for pain.", kNone},
        {"tape", "bracing",
         "The number of visits with tape was twice that with bracing, with the same mortality.", kNone},
        {"tape", "bracing", "The number of visits with tape was twice that with bracing for pain.", kNone},
        {"tape", "bracing", "The dose with tape was double that with bracing; pain was not measured.", kNone},
    };
    expect_all(kCases);
    constexpr Asked kAsked[] = {
        {"tape", "bracing", "The rate of relapse with tape was half that with bracing, and pain was similar.",
         kFirst},
        {"tape", "bracing",
         "The number of deaths with tape was twice that with bracing, with the same adherence.", kSecond},
    };
    expect_answered(kAsked);
}

TEST(Multiples, TellNothingOfWhatStandsBehind) {
    constexpr std::string_view kBehind[] = {"The dose with tape was twice that with bracing for pain.",
                                            "The number of deaths with tape was twice that with bracing, "
                                            "with pain in all."};
    for (const std::string_view sentence : kBehind) {
        const auto answer = answer_question(sentence, make_question("tape", "bracing", "pain"));
        EXPECT_EQ(name(answer.direction), name(kNone)) << sentence;
    }
    const auto answer =
        answer_question("The dose with tape was twice that with bracing, and pain was similar.",
                        make_question("tape", "bracing", "pain"));
    EXPECT_EQ(name(answer.direction), name(kSame));
}

TEST(Ratios, AreOfTheFirstSide) {
    constexpr Asked kCases[] = {
        {"zinc", "iron",
         "The hazard ratio was 0.73 (95% CI 0.60 to 0.90) for death with zinc compared with iron.", kFirst},
        {"zinc", "iron",
         "The hazard ratio for death was 1.73 (95% CI 1.20 to 2.40) with zinc compared with iron.", kSecond},
        {"zinc", "iron",
         "The hazard ratio for death was 0.93 (95% CI 0.70 to 1.20) with zinc compared with iron.", kSame},
        {"zinc", "iron", "The hazard ratio for death with zinc versus iron was 0.72 (95% CI, 0.60-0.86).",
         kFirst},
        {"zinc", "iron", "The odds ratio for remission was 1.40 (95% CI 1.10 to 1.80) for zinc versus iron.",
         kFirst},
        {"zinc", "iron", "The odds ratio for remission was 0.70 (95% CI 0.50 to 0.90) for zinc versus iron.",
         kSecond},
        {"Zinc", "iron",
         "Zinc lowered the risk of relapse compared with iron (RR 0.80, 95% CI 0.70 to 0.91).", kFirst},
        {"zinc", "iron", "Relapse was less likely (OR 0.60, 95% CI 0.40 to 0.90) with zinc than with iron.",
         kFirst},
        {"Zinc", "iron",
         "Zinc lowered the risk of relapse compared with iron (RR 0.80, 95% CI 0.50 to 1.31).", kSame},
        {"zinc", "iron", "Risk of relapse, zinc vs iron: RR 0.80 (95% CI 0.70 to 0.91).", kFirst},
        {"zinc", "iron", "For zinc versus iron, the relative risk of relapse was 0.80 (95% CI 0.70 to 0.91).",
         kFirst},
        {"zinc", "iron", "For zinc versus iron, the relative risk of relapse was 1.80 (95% CI 1.70 to 1.91).",
         kSecond},
        {"zinc", "iron",
         "Compared with iron, zinc had a hazard ratio for death of 0.70 (95% CI 0.55 to 0.89).", kFirst},
        {"zinc", "iron",
         "Compared with iron, zinc had a hazard ratio for death of 1.70 (95% CI 1.25 to 2.29).", kSecond},
        {"zinc", "iron",
         "Compared with iron, the hazard ratio for death with zinc was 0.70 (95% CI 0.55 to 0.89).", kFirst},
        {"zinc", "iron",
         "Compared with iron, the adjusted odds ratio for stroke with zinc was 1.10 (0.85-1.40).", kSame},
        {"zinc", "iron",
         "The risk ratio for infection was 0.62 (0.48, 0.80) with zinc as compared with iron.", kFirst},
        {"Zinc", "iron",
         "Zinc was associated with a hazard ratio for bleeding of 1.52 (95% CI 1.10 to 2.11) compared with "
         "iron.",
         kSecond},
        {"zinc", "iron",
         "Mortality was reduced with zinc compared to iron (HR = 0.71; 95% CI = 0.59 to 0.86; p < 0.001).",
         kFirst},
        {"zinc", "iron", "Mortality was lower with zinc than with iron (aHR 0.71, 95% CI 0.59 to 0.86).",
         kFirst},
        {"zinc", "iron", "Mortality did not differ between zinc and iron (HR 0.95, 95% CI 0.80 to 1.13).",
         kSame},
        {"zinc", "iron", "Mortality with zinc was similar to that with iron (HR 0.95, 95% CI 0.80 to 1.13).",
         kSame},
        {"Zinc", "iron", "Zinc vs iron: HR for death 0.71, 95% CI 0.59 to 0.86.", kFirst},
        {"zinc", "iron", "HR for death with zinc vs iron, 1.71 (95% CI, 1.19-2.46).", kSecond},
        {"zinc", "iron",
         "The pooled OR for pregnancy comparing zinc with iron was 1.61 (95% CI 1.20 to 2.16).", kFirst},
        {"zinc", "iron", "Survival favoured zinc over iron (HR 0.71, 95% CI 0.59 to 0.86).", kFirst},
        {"zinc", "iron", "The hazard ratio for death was 0.73 with zinc compared with iron (P = 0.003).",
         kFirst},
        {"zinc", "iron", "The odds ratio for bleeding was 2.3 with zinc compared with iron (P = 0.003).",
         kSecond},
        {"zinc", "iron", "The odds ratio for bleeding was 1.3 with zinc compared with iron (P = 0.38).",
         kSame},
        {"zinc", "iron", "The OR for death was 1.4 with zinc compared with iron (P = 0.003).", kSecond},
        {"zinc", "iron", "For death with zinc compared with iron, OR 1.4 (P = 0.003).", kSecond},
        {"zinc", "iron", "For death with zinc compared with iron, the OR was 0.4 (P = 0.003).", kFirst},
        {"zinc", "iron", "For death with zinc compared with iron, an OR of 1.4 (P = 0.003).", kSecond},
        {"zinc", "iron",
         "The hazard ratio for death at 5 years with zinc compared with iron was 0.73 (95% CI 0.60 to 0.90).",
         kFirst},
        {"zinc", "iron", "For death with zinc compared with iron, OR, 0.4 (P = 0.003).", kFirst},
        {"zinc", "iron", "The hazard ratio for death with zinc compared with iron was 0.73 (P = 0.003).",
         kFirst},
    };
    expect_all(kCases);
    constexpr Asked kAsked[] = {
        {"zinc", "iron", "Relapse (RR 0.80, 95% CI 0.70 to 0.91; zinc vs iron).", kFirst},
    };
    expect_answered(kAsked);
}

TEST(Ratios, TellNothingOfAssumptions) {
    constexpr Asked kCases[] = {
        {"zinc", "iron", "The hazard ratio for death was calculated with zinc compared with iron.", kNone},
        {"zinc", "iron",
         "The hazard ratio for glorps was 0.73 (95% CI 0.60 to 0.90) with zinc compared with iron.", kNone},
        {"zinc", "iron", "The ratio of zinc to iron was 0.73 (95% CI 0.60 to 0.90).", kNone},
        {"zinc", "iron", "The odds ratio for receiving zinc was 1.4 (95% CI 1.1 to 1.8) compared with iron.",
         kNone},
        {"zinc", "iron",
         "The non-inferiority margin of the hazard ratio for death with zinc compared with iron was 1.25.",
         kNone},
        {"zinc", "iron", "The hazard ratio for death was 1.05 per year of age with zinc compared with iron.",
         kNone},
        {"zinc", "iron", "We assumed a hazard ratio of 0.75 for death with zinc compared with iron.", kNone},
        {"zinc", "iron", "In the OR, pain was treated 5 minutes after zinc compared with iron (P < 0.001).",
         kNone},
        {"zinc", "iron", "Pain was treated in the OR 5 minutes after zinc compared with iron (P < 0.001).",
         kNone},
        {"zinc", "iron", "At the OR for pain, 1.4 doses of zinc compared with iron were given (P < 0.001).",
         kNone},
        {"zinc", "iron", "HR with pain was 0.5 mg per dose with zinc compared with iron (P < 0.001).", kNone},
        {"zinc", "iron", "The RR for pain was 12 % with zinc compared with iron (P < 0.001).", kNone},
        {"zinc", "iron",
         "The hazard ratio for pain was read 5 days after zinc compared with iron (P < 0.001).", kNone},
        {"zinc", "iron", "The OR for pain was left 5 days after zinc compared with iron (P < 0.001).", kNone},
    };
    expect_all(kCases);
}

TEST(Respectively, GivesEachNumberItsSide) {
    constexpr Asked kCases[] = {
        {"rowing", "cycling",
         "Relapse occurred in 12% and 20% of patients given rowing and cycling, respectively.", kFirst},
        {"rowing", "cycling", "Relapse rates were 12% and 20% with rowing and cycling, respectively.",
         kFirst},
        {"rowing", "cycling", "Pain was 3.1 and 4.5 in the rowing and cycling groups, respectively.", kFirst},
        {"rowing", "cycling",
         "Pain was 5.1 and 4.5 in the rowing and cycling groups, respectively (p = 0.02).", kSecond},
        {"rowing", "cycling",
         "Pain was 3.1 and 4.5 in the rowing and cycling groups, respectively (P < 0.001).", kFirst},
        {"rowing", "cycling",
         "Pain was 3.1 and 3.3 in the rowing and cycling groups, respectively (P = 0.61).", kSame},
        {"rowing", "cycling",
         "Remission was achieved in 48% and 31% of the rowing and cycling groups, respectively (P = 0.004).",
         kFirst},
        {"rowing", "cycling",
         "In the rowing and cycling groups, respectively, 12% and 20% of patients relapsed.", kFirst},
        {"rowing", "cycling",
         "In the rowing and cycling groups, mortality was 12% and 20%, respectively (P = 0.01).", kFirst},
        {"rowing", "cycling", "Mortality was 22% and 11% for rowing and cycling respectively (p=0.002).",
         kSecond},
        {"rowing", "cycling",
         "The mortality rates in the rowing and cycling groups were 5.1% and 9.4%, respectively (P = 0.03).",
         kFirst},
        {"rowing", "cycling",
         "Mean pain scores were 3.1 (SD 1.2) and 4.5 (SD 1.4) in the rowing and cycling arms, respectively "
         "(p < 0.01).",
         kFirst},
        {"rowing", "cycling",
         "Mean pain scores were 3.1 ± 1.2 and 4.5 ± 1.4 in the rowing and cycling arms, respectively (p < "
         "0.01).",
         kFirst},
        {"rowing", "cycling",
         "Survival at 5 years was 82% and 71% with rowing and cycling, respectively (p = 0.003).", kFirst},
        {"rowing", "cycling",
         "Response rates for rowing and cycling were 62% and 41%, respectively (P = 0.001).", kFirst},
        {"rowing", "cycling",
         "Relapse occurred in 12 of 100 (12%) and 20 of 100 (20%) patients with rowing and cycling, "
         "respectively (p = 0.04).",
         kFirst},
    };
    expect_all(kCases);
    constexpr Asked kAsked[] = {
        {"rowing", "cycling",
         "Pain decreased by 1.1 and 2.5 points in the rowing and cycling groups, respectively (P = 0.01).",
         kSecond},
        {"rowing", "cycling",
         "Pain decreased by 31% and 15% with rowing and cycling, respectively (P = 0.01).", kFirst},
        {"rowing", "cycling",
         "Function improved by 31 and 15 points with rowing and cycling, respectively (P = 0.01).", kFirst},
    };
    expect_answered(kAsked);
}

TEST(Respectively, TellsNothingOfTimesAndCounts) {
    constexpr Asked kCases[] = {
        {"Rowing", "cycling", "Rowing and cycling were given to 48 and 52 patients, respectively.", kNone},
        {"rowing", "cycling",
         "The mean age was 45 and 47 years in the rowing and cycling groups, respectively.", kNone},
        {"rowing", "cycling", "Pain was 3.1 and 3.1 in the rowing and cycling groups, respectively.", kNone},
        {"rowing", "cycling", "Pain was 3.1 and 4.5 at 4 and 8 weeks, respectively, with rowing and cycling.",
         kNone},
        {"rowing", "cycling", "Glorps were 3.1 and 4.5 in the rowing and cycling groups, respectively.",
         kNone},
        {"rowing", "cycling",
         "Pain was 3.1, 4.5 and 5.0 in the rowing, cycling and control groups, respectively.", kNone},
        {"rowing", "cycling", "There were 48 and 52 women in the rowing and cycling groups, respectively.",
         kNone},
        {"rowing", "cycling",
         "At baseline pain was 3.1 and 4.5 in the rowing and cycling groups, respectively.", kNone},
    };
    expect_all(kCases);
}

}  // namespace
}  // namespace whereof::claim
