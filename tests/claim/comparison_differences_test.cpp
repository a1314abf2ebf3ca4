// SPDX-License-Identifier: MIT
// Differences of means, harms, and outcomes that a sentence names by their opposite.
#include "claim/asked_directions.hpp"

namespace whereof::claim {
namespace {

TEST(Differences, OfMeansAreReadByTheirIntervals) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Pain was lower with yoga (MD −1.2, 95% CI −1.9 to −0.5) than with pilates.",
         kFirst},
        {"yoga", "pilates", "Pain was lower with yoga (MD −0.2, 95% CI −0.9 to 0.5) than with pilates.",
         kSame},
        {"yoga", "pilates", "Yoga versus pilates for pain: MD −1.2 (95% CI −1.9 to −0.5).", kFirst},
        {"yoga", "pilates", "Yoga vs pilates for pain: mean difference -1.2, 95% CI -1.9 to -0.5.", kFirst},
        {"yoga", "pilates", "Yoga versus pilates for pain: MD −0.2 (95% CI −0.9 to 0.5).", kSame},
        {"yoga", "pilates", "Yoga versus pilates for pain: MD 1.2 (95% CI 0.5 to 1.9).", kSecond},
        {"yoga", "pilates", "Yoga versus pilates for function: SMD 0.5 (95% CI 0.2 to 0.8).", kFirst},
        {"yoga", "pilates", "Yoga versus pilates for function: SMD −0.5 (95% CI −0.8 to −0.2).", kSecond},
        {"yoga", "pilates",
         "The mean difference in pain between yoga and pilates was −1.2 (95% CI −1.9 to −0.5).", kNone},
        {"yoga", "pilates", "Pain: MD -1.2 (95% CI -1.9 to -0.5) for yoga compared with pilates.", kFirst},
        {"yoga", "pilates", "The SMD for pain was −0.45 (95% CI −0.70 to −0.20) for yoga versus pilates.",
         kFirst},
        {"yoga", "pilates",
         "Compared with pilates, the mean difference in pain with yoga was −1.2 (95% CI −1.9 to −0.5).",
         kFirst},
        {"yoga", "pilates", "Yoga versus pilates for thyrotropin: MD 1.2 (95% CI 0.5 to 1.9).", kNone},
        {"yoga", "pilates",
         "Yoga versus pilates for mortality: risk difference −0.03 (95% CI −0.05 to −0.01).", kFirst},
        {"yoga", "pilates", "Compared with pilates, yoga reduced pain (MD -1.2, 95% CI -1.9 to -0.5).",
         kFirst},
        {"yoga", "pilates", "Yoga compared with pilates reduced pain (MD -1.2, 95% CI -2.9 to 0.5).", kSame},
        {"statins", "fibrates",
         "LDL was lower with statins than with fibrates (MD −0.6 mmol/L, 95% CI −0.9 to −0.3).", kFirst},
        {"statins", "fibrates",
         "Pain did not differ (MD 0.1, 95% CI −0.2 to 0.4) between statins and fibrates.", kSame},
        {"CBT", "waitlist", "CBT versus waitlist for physical function: SMD -0.30, 95% CI -0.50 to -0.10.",
         kSecond},
        {"CBT", "waitlist",
         "CBT compared with waitlist for quality of life: mean difference 5.2 points (95% CI 2.1 to 8.3).",
         kFirst},
        {"CBT", "waitlist", "CBT versus waitlist for pain: mean difference -0.4 (95% CI -1.1 to 0.3).",
         kSame},
        {"CBT", "waitlist", "CBT versus waitlist for ferritin: MD 12 (95% CI 4 to 20).", kNone},
        {"zinc", "placebo",
         "The mean difference in duration of symptoms with zinc versus placebo was −1.3 days (95% CI −2.0 to "
         "−0.6).",
         kFirst},
        {"zinc", "placebo", "Pain (MD −1.3, 95% CI −2.0 to −0.6) was studied in zinc and placebo groups.",
         kNone},
        {"zinc", "placebo", "Zinc versus placebo for mortality: RR 0.70 (95% CI 0.55 to 0.90).", kFirst},
        {"zinc", "placebo", "Zinc compared with placebo for relapse: HR 0.70 (95% CI 0.55 to 0.90).", kFirst},
        {"zinc", "placebo", "Zinc compared with placebo for relapse: HR 0.90 (95% CI 0.75 to 1.10).", kSame},
    };
    expect_all(kCases);
}

TEST(Differences, OfMeansAreReadByTheirIntervalsToAQuestion) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates",
         "The mean difference in pain between yoga and pilates was −0.2 (95% CI −0.9 to 0.5).", kSame},
        {"CBT", "waitlist", "For depression, CBT versus waitlist: SMD −0.62 (95% CI −0.81 to −0.43).",
         kFirst},
    };
    expect_answered(kCases);
}

TEST(Differences, OfMeansAreReadByTheirIntervalsOfTheOutcomeAskedFor) {
    constexpr AskedOf kCases[] = {
        {"yoga", "pilates", "pain",
         "Pain was lower with yoga (MD −1.2, 95% CI −1.9 to −0.5) than with pilates.", kFirst},
        {"yoga", "pilates", "pain",
         "Pain was lower with yoga (MD −0.2, 95% CI −0.9 to 0.5) than with pilates.", kSame},
        {"yoga", "pilates", "pain", "Yoga versus pilates for pain: MD −1.2 (95% CI −1.9 to −0.5).", kFirst},
        {"yoga", "pilates", "pain", "Yoga vs pilates for pain: mean difference -1.2, 95% CI -1.9 to -0.5.",
         kFirst},
        {"yoga", "pilates", "pain", "Yoga versus pilates for pain: MD −0.2 (95% CI −0.9 to 0.5).", kSame},
        {"yoga", "pilates", "pain", "Yoga versus pilates for pain: MD 1.2 (95% CI 0.5 to 1.9).", kSecond},
        {"yoga", "pilates", "function", "Yoga versus pilates for function: SMD 0.5 (95% CI 0.2 to 0.8).",
         kFirst},
        {"yoga", "pilates", "function", "Yoga versus pilates for function: SMD −0.5 (95% CI −0.8 to −0.2).",
         kSecond},
        {"yoga", "pilates", "pain",
         "The mean difference in pain between yoga and pilates was −1.2 (95% CI −1.9 to −0.5).", kNone},
        {"yoga", "pilates", "pain",
         "The mean difference in pain between yoga and pilates was −0.2 (95% CI −0.9 to 0.5).", kSame},
        {"yoga", "pilates", "pain", "Pain: MD -1.2 (95% CI -1.9 to -0.5) for yoga compared with pilates.",
         kFirst},
        {"yoga", "pilates", "pain",
         "The SMD for pain was −0.45 (95% CI −0.70 to −0.20) for yoga versus pilates.", kFirst},
        {"yoga", "pilates", "pain",
         "Compared with pilates, the mean difference in pain with yoga was −1.2 (95% CI −1.9 to −0.5).",
         kFirst},
        {"yoga", "pilates", "hormone", "Yoga versus pilates for thyrotropin: MD 1.2 (95% CI 0.5 to 1.9).",
         kNone},
        {"yoga", "pilates", "mortality",
         "Yoga versus pilates for mortality: risk difference −0.03 (95% CI −0.05 to −0.01).", kFirst},
        {"yoga", "pilates", "pain",
         "Compared with pilates, yoga reduced pain (MD -1.2, 95% CI -1.9 to -0.5).", kFirst},
        {"yoga", "pilates", "pain", "Yoga compared with pilates reduced pain (MD -1.2, 95% CI -2.9 to 0.5).",
         kSame},
        {"statins", "fibrates", "LDL",
         "LDL was lower with statins than with fibrates (MD −0.6 mmol/L, 95% CI −0.9 to −0.3).", kFirst},
        {"statins", "fibrates", "pain",
         "Pain did not differ (MD 0.1, 95% CI −0.2 to 0.4) between statins and fibrates.", kSame},
        {"CBT", "waitlist", "depression",
         "For depression, CBT versus waitlist: SMD −0.62 (95% CI −0.81 to −0.43).", kFirst},
        {"CBT", "waitlist", "function",
         "CBT versus waitlist for physical function: SMD -0.30, 95% CI -0.50 to -0.10.", kSecond},
        {"CBT", "waitlist", "quality of life",
         "CBT compared with waitlist for quality of life: mean difference 5.2 points (95% CI 2.1 to 8.3).",
         kFirst},
        {"CBT", "waitlist", "pain",
         "CBT versus waitlist for pain: mean difference -0.4 (95% CI -1.1 to 0.3).", kSame},
        {"CBT", "waitlist", "ferritin", "CBT versus waitlist for ferritin: MD 12 (95% CI 4 to 20).", kNone},
        {"zinc", "placebo", "duration",
         "The mean difference in duration of symptoms with zinc versus placebo was −1.3 days (95% CI −2.0 to "
         "−0.6).",
         kFirst},
        {"zinc", "placebo", "pain",
         "Pain (MD −1.3, 95% CI −2.0 to −0.6) was studied in zinc and placebo groups.", kNone},
        {"zinc", "placebo", "mortality", "Zinc versus placebo for mortality: RR 0.70 (95% CI 0.55 to 0.90).",
         kFirst},
        {"zinc", "placebo", "relapse",
         "Zinc compared with placebo for relapse: HR 0.70 (95% CI 0.55 to 0.90).", kFirst},
        {"zinc", "placebo", "relapse",
         "Zinc compared with placebo for relapse: HR 0.90 (95% CI 0.75 to 1.10).", kSame},
    };
    expect_answered_of(kCases);
}

TEST(Safety, IsToldByItsHarms) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Nausea was less common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Adverse events were fewer with yoga than with pilates.", kFirst},
        {"Yoga", "pilates", "Yoga caused less nausea than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga caused fewer adverse events than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was safer than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga caused more bleeding than pilates.", kSecond},
        {"apixaban", "warfarin", "Apixaban caused less bleeding than warfarin.", kFirst},
        {"apixaban", "warfarin", "Major bleeding was less frequent with apixaban than with warfarin.",
         kFirst},
        {"apixaban", "warfarin", "Nausea and vomiting were more common with apixaban than with warfarin.",
         kSecond},
        {"apixaban", "warfarin", "Apixaban was safer than warfarin with respect to bleeding.", kFirst},
        {"apixaban", "warfarin", "Fewer patients on apixaban than on warfarin had adverse events.", kFirst},
        {"apixaban", "warfarin", "Adverse events did not differ between apixaban and warfarin.", kSame},
        {"apixaban", "warfarin", "Adverse events were less common with apixaban than with warfarin.", kFirst},
    };
    expect_all(kCases);
}

TEST(Safety, IsToldByItsHarmsOfTheOutcomeAskedFor) {
    constexpr AskedOf kCases[] = {
        {"yoga", "pilates", "safety", "Nausea was less common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "safety", "Adverse events were fewer with yoga than with pilates.", kFirst},
        {"Yoga", "pilates", "safety", "Yoga caused less nausea than pilates.", kFirst},
        {"Yoga", "pilates", "safety", "Yoga caused fewer adverse events than pilates.", kFirst},
        {"Yoga", "pilates", "safety", "Yoga was safer than pilates.", kFirst},
        {"Yoga", "pilates", "safety", "Yoga caused more bleeding than pilates.", kSecond},
        {"apixaban", "warfarin", "safety", "Apixaban caused less bleeding than warfarin.", kFirst},
        {"apixaban", "warfarin", "safety",
         "Major bleeding was less frequent with apixaban than with warfarin.", kFirst},
        {"apixaban", "warfarin", "safety",
         "Nausea and vomiting were more common with apixaban than with warfarin.", kSecond},
        {"apixaban", "warfarin", "bleeding", "Apixaban was safer than warfarin with respect to bleeding.",
         kFirst},
        {"apixaban", "warfarin", "safety", "Fewer patients on apixaban than on warfarin had adverse events.",
         kFirst},
        {"apixaban", "warfarin", "safety", "Adverse events did not differ between apixaban and warfarin.",
         kSame},
        {"apixaban", "warfarin", "adverse events",
         "Adverse events were less common with apixaban than with warfarin.", kFirst},
    };
    expect_answered_of(kCases);
}

TEST(Asked, OutcomeMayBeNamedByItsOpposite) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Pain relief was greater with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Yoga gave greater pain relief than pilates.", kFirst},
        {"yoga", "pilates", "Loss of function was greater with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Yoga caused more loss of mobility than pilates.", kSecond},
        {"yoga", "pilates", "Failure of healing was more common with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Poor sleep was more common with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Poor adherence was more common with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Return to work was more common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Return to work was earlier with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "More patients returned to work with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Time to return to work was longer with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Weight loss was greater with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Time to recurrence was longer with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Time to death was longer with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Relief of depression was greater with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Clearance of infection was more common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Cure of infection was more common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Freedom from pain was more common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "More patients were pain-free with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Resolution of symptoms was faster with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "The reduction in blood pressure was greater with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "Blood pressure control was better with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Blood pressure control was achieved more often with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "Time to death was shorter with yoga than with pilates.", kSecond},
    };
    expect_all(kCases);
}

TEST(Asked, OutcomeMayBeNamedByItsOppositeOfTheOutcomeAskedFor) {
    constexpr AskedOf kCases[] = {
        {"yoga", "pilates", "pain", "Pain relief was greater with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "pain", "Yoga gave greater pain relief than pilates.", kFirst},
        {"yoga", "pilates", "function", "Loss of function was greater with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "mobility", "Yoga caused more loss of mobility than pilates.", kSecond},
        {"yoga", "pilates", "healing", "Failure of healing was more common with yoga than with pilates.",
         kSecond},
        {"yoga", "pilates", "sleep", "Poor sleep was more common with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "adherence", "Poor adherence was more common with yoga than with pilates.",
         kSecond},
        {"yoga", "pilates", "return to work", "Return to work was more common with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "return to work", "Return to work was earlier with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "return to work", "More patients returned to work with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "return to work",
         "Time to return to work was longer with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "weight", "Weight loss was greater with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "recurrence", "Time to recurrence was longer with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "time to death", "Time to death was longer with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "depression", "Relief of depression was greater with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "infection",
         "Clearance of infection was more common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "infection", "Cure of infection was more common with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "pain", "Freedom from pain was more common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "pain", "More patients were pain-free with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "symptoms", "Resolution of symptoms was faster with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "blood pressure",
         "The reduction in blood pressure was greater with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "blood pressure",
         "Blood pressure control was better with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "blood pressure",
         "Blood pressure control was achieved more often with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "survival", "Time to death was shorter with yoga than with pilates.", kSecond},
    };
    expect_answered_of(kCases);
}

}  // namespace
}  // namespace whereof::claim
