// SPDX-License-Identifier: MIT
// Kinds of sentences whose direction or sides are easily read wrong, several of each kind.
#include "claim/asked_directions.hpp"

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Directions, AreNotFlippedByASecondOutcome) {
    constexpr Asked kCases[] = {
        {"semaglutide", "placebo", "Semaglutide reduced HbA1c along with weight loss compared with placebo.",
         kFirst},
        {"metformin", "placebo",
         "Metformin lowered glucose together with weight reduction compared with placebo.", kFirst},
        {"liraglutide", "glimepiride",
         "Compared with glimepiride, liraglutide lowered HbA1c accompanied by weight loss.", kFirst},
        {"yoga", "stretching", "Yoga reduced pain as well as disability compared with stretching.", kFirst},
        {"walking", "rest",
         "Walking increased quality of life along with a reduction in pain relative to rest.", kFirst},
        {"opioids", "ibuprofen",
         "Opioids increased constipation along with pain relief compared with ibuprofen.", kSecond},
        {"surgery", "diet", "Surgery improved mobility together with loss of weight compared with diet.",
         kFirst},
        {"exercise", "education",
         "Exercise lowered blood pressure, accompanied by weight loss, versus education.", kFirst},
        {"empagliflozin", "placebo",
         "Mortality was lower with empagliflozin, along with weight loss, than with placebo.", kFirst},
        {"diuretics", "placebo",
         "Diuretics increased falls in addition to weight loss compared with placebo.", kSecond},
    };
    expect_all(kCases);
}

TEST(Directions, TellAGoodLossFromABadOne) {
    constexpr Asked kCases[] = {
        {"walking", "dieting", "Walking produced greater weight loss than dieting.", kFirst},
        {"dieting", "walking", "Weight reduction was smaller with dieting than with walking.", kSecond},
        {"heat", "ice", "Loss of mobility was greater with heat than with ice.", kSecond},
        {"prednisone", "placebo", "Prednisone caused greater bone loss than placebo.", kSecond},
        {"noise", "silence", "Hearing loss was more common with noise than with silence.", kSecond},
        {"yoga", "rest", "Yoga led to a larger loss of weight than rest.", kFirst},
        {"oats", "rice", "Oats gave a lower glucose response than rice in healthy adults.", kFirst},
        {"morphine", "placebo", "Morphine increased the pain threshold compared with placebo.", kFirst},
        {"morphine", "placebo", "Morphine reduced the inflammatory response compared with placebo.", kFirst},
    };
    expect_all(kCases);
}

TEST(Directions, AreReadBehindUnlike) {
    constexpr Asked kCases[] = {
        {"Drug J", "placebo", "Drug J, unlike placebo, improved function.", kFirst},
        {"duloxetine", "placebo", "In contrast to placebo, duloxetine improved function.", kFirst},
        {"tai chi", "stretching", "Unlike stretching, tai chi reduced falls.", kFirst},
        {"tai chi", "stretching", "Tai chi, in contrast to stretching, reduced falls.", kFirst},
        {"ketamine", "saline", "Ketamine, unlike saline, increased nausea.", kSecond},
        {"acupuncture", "sham", "In contrast with sham, acupuncture relieved headache.", kFirst},
        // Says of the placebo that it did.
        {"zinc", "placebo", "Unlike placebo, zinc did not reduce infections.", kNone},
    };
    expect_all(kCases);
}

TEST(Directions, FollowTheMeasureThatIsRaisedOrLoweredMore) {
    constexpr Asked kCases[] = {
        {"niacin", "fibrates", "Niacin raised HDL more than fibrates.", kFirst},
        {"rosuvastatin", "pravastatin", "Rosuvastatin lowered LDL more than pravastatin.", kFirst},
        {"reminders", "leaflets", "Reminders increased adherence more than leaflets.", kFirst},
        {"pravastatin", "rosuvastatin", "Pravastatin lowered LDL cholesterol less than rosuvastatin.",
         kSecond},
        {"walking", "cycling", "Walking raised blood pressure more than cycling.", kSecond},
        {"coaching", "leaflets", "Coaching increased physical activity significantly more than leaflets.",
         kFirst},
        {"heat", "ice", "Heat relieved pain better than ice.", kFirst},
        {"naproxen", "codeine", "Naproxen decreased swelling to a greater extent than codeine.", kFirst},
        {"naproxen", "codeine", "Naproxen improved sleep to a lesser extent than codeine.", kSecond},
        {"massage", "yoga", "Massage reduced stiffness less effectively than yoga.", kSecond},
        {"massage", "rest", "Pain was reduced more by massage than by rest.", kFirst},
    };
    expect_all(kCases);
}

TEST(Directions, TakeWhatIsPreferred) {
    constexpr Asked kCases[] = {
        {"rizatriptan", "placebo", "Patients preferred rizatriptan over placebo.", kFirst},
        {"tablets", "injections", "Most patients preferred tablets to injections.", kFirst},
        {"gel", "cream", "Gel was preferred to cream.", kFirst},
        {"gel", "cream", "Gel was strongly preferred over cream by nurses.", kFirst},
        {"home visits", "clinic visits", "Parents chose home visits over clinic visits.", kFirst},
        {"pens", "syringes", "Adults favoured pens over syringes.", kFirst},
        {"aspirin", "warfarin", "The results favoured aspirin over warfarin for bleeding.", kFirst},
        {"pens", "syringes", "Patients did not prefer pens over syringes.", kSame},
        {"clinics", "telephone", "Participants preferred clinics rather than telephone.", kFirst},
    };
    expect_all(kCases);
    const auto found = find_comparisons("Patients preferred rizatriptan over placebo.");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().first, "rizatriptan");
    EXPECT_EQ(found.front().second, "placebo");
    EXPECT_EQ(found.front().outcome, "preference");
}

TEST(Directions, AreNotReadBetweenTheMembersOfAList) {
    constexpr Asked kCases[] = {
        {"NSAIDs", "COX-2 inhibitors", "NSAIDs, including COX-2 inhibitors, reduced pain.", kNone},
        {"NSAIDs", "COX-2 inhibitors",
         "NSAIDs, including COX-2 inhibitors, reduced pain compared with placebo.", kNone},
        {"ibuprofen", "naproxen", "Drugs such as ibuprofen and naproxen reduced pain.", kNone},
        {"ibuprofen", "naproxen", "Drugs such as ibuprofen and naproxen reduced pain compared with placebo.",
         kNone},
        {"ibuprofen", "naproxen", "Ibuprofen and naproxen improved function compared with placebo.", kNone},
        {"ibuprofen", "naproxen", "Both ibuprofen and naproxen were better than placebo.", kNone},
        {"ibuprofen", "naproxen", "Placebo was worse than ibuprofen or naproxen.", kNone},
        {"massage", "rest", "Neither massage nor rest was better than yoga.", kNone},
        {"massage", "heat", "Massage, heat and ice relieved pain more than rest.", kNone},
        {"statins", "simvastatin", "Statins, for example simvastatin, lowered mortality.", kNone},
        {"opioids", "tramadol", "Opioids (including tramadol) increased falls.", kNone},
    };
    expect_answered(kCases);
    constexpr Asked kOthers[] = {
        {"ibuprofen", "placebo", "Drugs such as ibuprofen and naproxen reduced pain compared with placebo.",
         kFirst},
        {"massage", "rest", "Massage, heat and ice relieved pain more than rest.", kFirst},
        {"massage", "rest", "Compared with rest, massage and heat relieved pain.", kFirst},
        {"massage", "yoga", "Massage and rest were both better than yoga.", kFirst},
        {"massage", "yoga", "Neither massage nor rest was better than yoga.", kSame},
        {"NSAIDs", "placebo", "NSAIDs, including COX-2 inhibitors, reduced pain compared with placebo.",
         kFirst},
    };
    expect_all(kOthers);
}

TEST(Directions, AreNotReadInPlansAimsAndBeginnings) {
    constexpr Asked kCases[] = {
        {"yoga", "stretching", "At baseline the yoga and stretching groups did not differ in age.", kNone},
        {"yoga", "stretching",
         "There were no differences in baseline characteristics between yoga and stretching.", kNone},
        {"yoga", "stretching",
         "A sample of 120 gives 80 % power to detect a difference between yoga and stretching.", kNone},
        {"yoga", "stretching", "The sample size was chosen to show that yoga is better than stretching.",
         kNone},
        {"yoga", "stretching",
         "To detect a reduction in pain with yoga compared with stretching, 90 patients were needed.", kNone},
        {"yoga", "stretching",
         "The null hypothesis was that there is no difference between yoga and stretching.", kNone},
        {"yoga", "stretching", "Baseline pain scores were similar between yoga and stretching.", kNone},
        {"yoga", "stretching", "Women were randomly allocated to yoga or stretching.", kNone},
        {"yoga", "stretching", "We aimed to compare yoga with stretching.", kNone},
        {"yoga", "stretching", "Participants were randomised to yoga or stretching.", kNone},
        {"yoga", "stretching",
         "The aim of this trial was to determine whether yoga is better than stretching.", kNone},
        {"yoga", "stretching", "We assumed no difference between yoga and stretching.", kNone},
        {"yoga", "stretching", "Yoga will be compared with stretching for improved function.", kNone},
    };
    expect_all(kCases);
    constexpr Asked kResults[] = {
        {"yoga", "stretching", "Pain fell more from baseline with yoga than with stretching.", kFirst},
        {"yoga", "stretching", "Adults randomised to yoga had less pain than those randomised to stretching.",
         kFirst},
        {"yoga", "stretching",
         "Pain was similar in yoga and stretching at baseline, but lower with yoga than with stretching at 6 "
         "weeks.",
         kFirst},
        {"yoga", "stretching", "At 12 weeks yoga and stretching did not differ.", kSame},
    };
    expect_answered(kResults);
}

TEST(Directions, AreReadThroughDenialsTiesAndRatios) {
    constexpr Asked kCases[] = {
        {"zinc", "placebo", "Zinc failed to reduce infections compared with placebo.", kSame},
        {"zinc", "placebo", "Zinc did not fail to reduce infections compared with placebo.", kFirst},
        {"massage", "rest", "Massage was not superior to rest.", kSame},
        {"massage", "rest", "Massage was as effective as rest.", kSame},
        {"massage", "rest", "Massage was noninferior to rest.", kSame},
        {"massage", "rest", "Massage was comparable to rest.", kSame},
        {"massage", "rest", "Massage was no less effective than rest.", kSame},
        {"massage", "rest", "Massage was not as good as rest.", kSecond},
        {"heparin", "aspirin",
         "The hazard ratio for death with heparin versus aspirin was 0.72 (95% CI 0.60 to 0.86).", kFirst},
        {"heparin", "aspirin",
         "The odds ratio for recovery with heparin versus aspirin was 1.72 (95% CI 1.20 to 2.86).", kFirst},
        {"heparin", "aspirin",
         "The odds ratio for bleeding with heparin versus aspirin was 1.72 (95% CI 1.20 to 2.86).", kSecond},
        {"heparin", "aspirin",
         "The hazard ratio for death with heparin versus aspirin was 0.92 (95% CI 0.60 to 1.16).", kSame},
    };
    expect_all(kCases);
    constexpr Asked kNumbers[] = {
        {"nurses", "doctors", "Satisfaction was 52 % with nurses vs 38 % with doctors (p = 0.01).", kFirst},
        {"nurses", "doctors", "Mortality was 52 % with nurses vs 38 % with doctors (p = 0.01).", kSecond},
        {"nurses", "doctors", "Mortality was 40 % with nurses vs 38 % with doctors (p = 0.61).", kSame},
    };
    expect_answered(kNumbers);
}

struct Sides {
    const char* sentence;
    const char* first;
    const char* second;
    const char* outcome;
};

TEST(Sides, HoldNoVerbsAndNoPopulation) {
    constexpr Sides kCases[] = {
        {"Heat therapy relieved pain better than ice therapy in people with low back pain.", "Heat therapy",
         "ice therapy", "pain"},
        {"Yoga improved function with fewer falls than stretching.", "Yoga", "stretching", "falls"},
        {"There was no significant difference in body fat in the pedometer group compared with the control "
         "group.",
         "pedometer group", "control group", "body fat"},
        {"A greater reduction in pain was seen with massage than with rest.", "massage", "rest", "pain"},
        {"Early PT in patients with acute back pain reduced opioid use compared with delayed PT.", "Early PT",
         "delayed PT", "opioid use"},
        {"NSAIDs, including COX-2 inhibitors, reduced pain compared with placebo.", "NSAIDs", "placebo",
         "pain"},
        {"Pain in the massage group was lower than in the rest group.", "massage group", "rest group",
         "Pain"},
        {"Recovery with massage was faster than with rest.", "massage", "rest", "Recovery"},
        {"Women in the zinc group had fewer infections than women in the placebo group.",
         "Women in the zinc group", "women in the placebo group", "infections"},
        {"Adults treated with zinc had fewer infections than those treated with placebo.",
         "Adults treated with zinc", "those treated with placebo", "infections"},
        {"Response was higher in the active treatment groups than in the placebo group.",
         "active treatment groups", "placebo group", "Response"},
        {"Both massage and rest were better than yoga.", "massage and rest", "yoga", ""},
    };
    for (const auto& [sentence, first, second, outcome] : kCases) {
        const auto found = find_comparisons(sentence);
        ASSERT_FALSE(found.empty()) << sentence;
        EXPECT_EQ(found.front().first, first) << sentence;
        EXPECT_EQ(found.front().second, second) << sentence;
        EXPECT_EQ(found.front().outcome, outcome) << sentence;
    }
}

TEST(Sides, AreDoubtedWhereTheyNameAWorkOrAWholeStatement) {
    for (const char* sentence : {
             "This finding is similar to that of earlier studies.",
             "The results were better than our expectations.",
             "Compared with previous reports, these results were worse.",
             "Pain was lower than at baseline.",
             "There was no significant correlation between pain and weight.",
             "Doctors chose drugs other than thiazides.",
             "Serum creatinine, as well as creatinine clearance, was determined.",
             "High intake was not associated with worse outcome.",
         }) {
        for (const Comparison& one : find_comparisons(sentence)) {
            EXPECT_LE(one.confidence, 0.6) << sentence << one.first << " | " << one.second;
        }
    }
}

TEST(Questions, AreNotAnsweredForASideThatSharesAGenericWord) {
    struct Case {
        const char* first;
        const char* second;
        const char* sentence;
        bool names_first;
    };
    constexpr Case kCases[] = {
        {"steroid injection", "saline injection", "Botulinum injection was better than saline injection.",
         false},
        {"steroid injection", "placebo", "Botulinum injection reduced pain compared with placebo.", false},
        {"exercise therapy", "placebo", "Hormone therapy was better than placebo.", false},
        {"knee surgery", "exercise", "Cataract surgery improved vision more than exercise.", false},
        {"vitamin D supplements", "placebo", "Iron supplements reduced fatigue compared with placebo.",
         false},
        {"manual therapy", "usual care", "Cognitive therapy was better than usual care.", false},
        {"steroid injection", "saline injection", "Steroid injection was better than saline injection.",
         true},
        {"exercise therapy", "usual care", "Exercise was better than usual care.", true},
        {"surgery", "physiotherapy", "Open surgery was better than physiotherapy.", true},
        {"manual therapy", "usual care", "Manual therapy was better than usual care.", true},
    };
    for (const auto& [first, second, sentence, names_first] : kCases) {
        const auto answer = answer_question(sentence, make_question(first, second, ""));
        EXPECT_EQ(answer.first_share >= 0.5, names_first) << sentence;
    }
}

}  // namespace
}  // namespace whereof::claim
