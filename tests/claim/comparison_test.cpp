// SPDX-License-Identifier: MIT
#include "claim/comparison.hpp"

#include "claim/asked_directions.hpp"
#include "claim/comparison_answer.hpp"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

/// "first | second | outcome | direction" of the first comparison; "-" when there is none.
std::string read(std::string_view sentence) {
    const auto found = find_comparisons(sentence);
    if (found.empty()) {
        return "-";
    }
    const Comparison& one = found.front();
    return one.first + " | " + one.second + " | " + one.outcome + " | " + std::string(name(one.direction));
}

struct Case {
    const char* sentence;
    const char* expected;
};

TEST(FindComparisons, ReadsBothSides) {
    constexpr Case kCases[] = {
        {"Early PT beats delayed PT.", "Early PT | delayed PT |  | favours_first"},
        {"Starting PT within two weeks of a flare produced better pain relief than waiting, according to a "
         "2023 "
         "meta-analysis.",
         "Starting PT within two weeks of a flare | waiting | pain relief | favours_first"},
        {"Pain was lower with graded activity than with bed rest at 12 weeks.",
         "graded activity | bed rest | Pain | favours_first"},
        {"Compared with usual care, manual therapy improved function.",
         "manual therapy | usual care | function | favours_first"},
        {"There was no difference between acupuncture and sham acupuncture in disability.",
         "acupuncture | sham acupuncture | disability | no_difference"},
        {"No significant differences in pain were seen between massage and stretching.",
         "massage | stretching | pain | no_difference"},
        {"Surgery was not superior to exercise for leg pain.",
         "Surgery | exercise | leg pain | no_difference"},
        {"Placebo was inferior to duloxetine.", "Placebo | duloxetine |  | favours_second"},
        {"Home exercise is as effective as supervised exercise for neck pain.",
         "Home exercise | supervised exercise | neck pain | no_difference"},
        {"Opioids led to worse function than ibuprofen.", "Opioids | ibuprofen | function | favours_second"},
        {"Immediate imaging increases costs compared with watchful waiting.",
         "Immediate imaging | watchful waiting | costs | favours_second"},
        {"People who began PT within two weeks had less pain than those who were told to wait.",
         "People who began PT within two weeks | those who were told to wait | pain | favours_first"},
        {"Studies show that tai chi reduces falls more than stretching.",
         "tai chi | stretching | falls | favours_first"},
    };
    for (const auto& [sentence, expected] : kCases) {
        EXPECT_EQ(read(sentence), expected) << sentence;
    }
}

TEST(FindComparisons, ReadsAChangeAlone) {
    EXPECT_EQ(read("Yoga reduces back pain."), "Yoga |  | back pain | favours_first");
    EXPECT_EQ(read("Yoga does not reduce back pain."), "Yoga |  | back pain | no_difference");
    EXPECT_EQ(read("Smoking reduces mobility."), "Smoking |  | mobility | favours_second");
}

TEST(FindComparisons, IsNotMisledByNumbersAndPlaces) {
    for (const char* sentence : {
             "More than 30 percent of adults have back pain.",
             "Pain in the lower back is common.",
             "It lasted less than 6 weeks.",
             "The greater trochanter was tender.",
             "Over a year, nothing was done.",
             "",
             "()",
             "than",
             "versus versus versus",
             "better",
         }) {
        EXPECT_EQ(read(sentence), "-") << sentence;
    }
}

/// The reader of claims and the reader of questions must say the same.
TEST(BothReaders, AgreeOnUglySentences) {
    constexpr Asked kCases[] = {
        {"massage", "surgery", "Massage was significantly more cost-effective than surgery.", kFirst},
        {"massage", "surgery", "Massage was less cost-effective than care by surgery.", kSecond},
        {"massage", "surgery", "Massage was cheaper than surgery.", kFirst},
        {"massage", "surgery", "Massage is more expensive than surgery.", kSecond},
        {"letrozole", "tamoxifen", "Letrozole gave longer disease-free survival than tamoxifen.", kFirst},
        {"letrozole", "tamoxifen", "Event-free survival was higher with letrozole than with tamoxifen.",
         kFirst},
        {"letrozole", "tamoxifen", "Time to relapse was longer with letrozole than with tamoxifen.", kFirst},
        {"letrozole", "tamoxifen", "Time to recovery was longer with letrozole than with tamoxifen.",
         kSecond},
        {"heat", "ice", "Loss of mobility was greater with heat than with ice.", kSecond},
        {"walking", "dieting", "Walking produced greater weight loss than dieting.", kFirst},
        {"Yoga", "stretching", "Yoga was outperformed by stretching.", kSecond},
        {"Yoga", "stretching", "Yoga was clearly surpassed by stretching.", kSecond},
        {"acupuncture", "exercise", "Acupuncture was not as effective as exercise.", kSecond},
        {"surgery", "physiotherapy", "We hypothesised that surgery would be better than physiotherapy.",
         kNone},
        {"aspirin", "placebo", "Whether aspirin is more effective than placebo is unknown.", kNone},
        {"surgery", "exercise", "It is unclear whether surgery is better than exercise.", kNone},
        {"surgery", "exercise", "Is surgery better than exercise?", kNone},
        {"surgery", "exercise", "There is no evidence that surgery is better than exercise.", kNone},
        {"surgery", "exercise", "The trial aimed to show that surgery is better than exercise.", kNone},
        {"surgery", "exercise", "As hypothesised, surgery was better than exercise.", kFirst},
        {"surgery", "exercise", "Surgery was not better than exercise.", kSame},
    };
    expect_all(kCases);
}

TEST(FindComparisons, KeepsTheNameOfDrugA) {
    EXPECT_EQ(read("Drug A beats placebo."), "Drug A | placebo |  | favours_first");
    EXPECT_EQ(read("A brace beats placebo."), "brace | placebo |  | favours_first");
}

TEST(FindComparisons, TakesMoreRecentlyForNoChange) {
    for (const char* sentence : {"More recently, yoga was compared with stretching.",
                                 "More importantly, yoga was studied.", "Once more yoga was tried."}) {
        const auto found = find_comparisons(sentence);
        EXPECT_TRUE(found.empty() || found.front().direction == Direction::none) << sentence;
    }
}

TEST(FindComparisons, MarksHedges) {
    const auto hedged = find_comparisons("Yoga may be better than stretching for pain.");
    ASSERT_FALSE(hedged.empty());
    EXPECT_TRUE(hedged.front().hedged);
    const auto plain = find_comparisons("Yoga is better than stretching for pain.");
    ASSERT_FALSE(plain.empty());
    EXPECT_FALSE(plain.front().hedged);
}

TEST(FindComparisons, StandsAnyBytes) {
    (void)find_comparisons(std::string("\0\xFF\xFE than \xC3( better", 19));
    std::string long_sentence;
    for (int i = 0; i < 200'000; ++i) {
        long_sentence += "no better than ";
    }
    EXPECT_LE(find_comparisons(long_sentence).size(), kMostComparisons);
}

struct Answered {
    const char* sentence;
    Change change;
    Direction direction;
};

TEST(AnswerQuestion, TakesTheOutcomeAskedFor) {
    const auto pain = make_question("graded activity", "bed rest", "pain");
    const auto walking = make_question("graded activity", "bed rest", "walking distance");
    constexpr const char* kSentence =
        "Graded activity reduced pain (p = 0.01) and increased walking distance (p < 0.001) compared with "
        "bed rest.";
    EXPECT_EQ(answer_question(kSentence, pain).change, Change::less);
    EXPECT_EQ(answer_question(kSentence, pain).direction, Direction::favours_first);
    EXPECT_EQ(answer_question(kSentence, walking).change, Change::more);
    EXPECT_EQ(answer_question(kSentence, walking).direction, Direction::favours_first);
}

TEST(AnswerQuestion, ReadsUglyResults) {
    const auto question = make_question("vitamin D3 (VD)", "placebo", "pain score");
    constexpr Answered kCases[] = {
        {"The pain score fell less in the VD arm than in the placebo arm (p = 0.02).", Change::more,
         Direction::favours_second},
        {"A greater reduction in pain score was seen with vitamin D3 than with placebo (P<0.001).",
         Change::less, Direction::favours_first},
        {"The reduction in pain score was smaller with VD than with placebo.", Change::more,
         Direction::favours_second},
        {"Pain scores were 3.1 ± 0.4 in the VD group and 4.6 ± 0.5 in the placebo group (p=0.003).",
         Change::less, Direction::favours_first},
        {"Pain scores were 3.1 in the VD group vs. 3.2 in the placebo group (P = .64).", Change::same,
         Direction::no_difference},
        {"Although fatigue improved, the pain score did not differ between groups.", Change::same,
         Direction::no_difference},
        {"Neither VD nor placebo had a significant effect on the pain score.", Change::same,
         Direction::no_difference},
        {"Vitamin D3 failed to reduce the pain score.", Change::same, Direction::no_difference},
        {"The pain score was numerically lower with VD but the difference was not significant (p = 0.2).",
         Change::same, Direction::no_difference},
        {"Pain scores improved more with placebo than with vitamin D3.", Change::more,
         Direction::favours_second},
    };
    for (const auto& [sentence, change, direction] : kCases) {
        const auto answer = answer_question(sentence, question);
        EXPECT_EQ(name(answer.change), name(change)) << sentence;
        EXPECT_EQ(name(answer.direction), name(direction)) << sentence;
        EXPECT_FALSE(answer.words.empty()) << sentence;
    }
}

TEST(AnswerQuestion, IsMirroredBySwappingTheSides) {
    const std::pair<const char*, const char*> sides[] = {
        {"early PT", "delayed PT"}, {"exercise", "usual care"}, {"yoga", "stretching"}};
    const char* const sentences[] = {
        "Early PT gave less pain than delayed PT.",
        "Delayed PT was no worse than early PT.",
        "Exercise lowered costs compared with usual care (p = 0.04).",
        "Stretching (12 %) and yoga (30 %) differed in recovery (p = 0.01).",
        "Usual care beats exercise.",
        "In the yoga group pain fell.",
        "Pain fell.",
        "Recovery was faster in the control group.",
    };
    for (const auto& [first, second] : sides) {
        for (const char* sentence : sentences) {
            const auto forth = answer_question(sentence, make_question(first, second, ""));
            const auto back = answer_question(sentence, make_question(second, first, ""));
            EXPECT_EQ(forth.direction, mirrored(back.direction)) << first << ": " << sentence;
            EXPECT_DOUBLE_EQ(forth.confidence, back.confidence) << first << ": " << sentence;
        }
    }
}

}  // namespace
}  // namespace whereof::claim
