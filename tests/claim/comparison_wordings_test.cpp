// SPDX-License-Identifier: MIT
// Ways to say that one side is better, worse or the same, and sentences that only look like them.
#include "claim/asked_directions.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Recommended, IsBetterThanWhatItIsTakenOver) {
    constexpr Asked kCases[] = {
        {"Fluticasone", "budesonide", "Fluticasone is recommended over budesonide.", kFirst},
        {"Metformin", "insulin", "Metformin should be recommended over insulin.", kFirst},
        {"surgery", "exercise", "Guidelines recommend exercise over surgery for meniscal tears.", kSecond},
        {"Exercise", "surgery", "Exercise is recommended rather than surgery.", kFirst},
        {"CBT", "medication", "The panel suggests CBT over medication for insomnia.", kFirst},
        {"Ramipril", "Losartan", "Losartan is advised instead of ramipril.", kSecond},
        {"Ramipril", "losartan", "Ramipril was not recommended over losartan.", kSame},
        {"Ramipril", "losartan", "Ramipril was abandoned in favour of losartan.", kSecond},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"statins", "fibrates", "It is not known whether statins should be recommended over fibrates.",
         kNone},
        {"statins", "fibrates", "Statins and fibrates were recommended to adults over 40 years.", kNone},
        {"statins", "fibrates", "The data suggest an effect of statins on fibrates.", kNone},
    };
    expect_all(kControls);
}

TEST(FromTo, BeginsWithWhatIsComparedWith) {
    constexpr Asked kCases[] = {
        {"netting", "spraying", "Infections fell from 21% with spraying to 9% with netting.", kFirst},
        {"netting", "spraying", "Infections rose from 9% with spraying to 21% with netting.", kSecond},
        {"netting", "spraying", "Anaemia dropped from 40% under spraying to 25% under netting.", kFirst},
        {"netting", "spraying", "Deaths were cut from 4% (8/200) with spraying to 2% (4/200) with netting.",
         kFirst},
        {"netting", "spraying", "Survival increased from 61% in the spraying arm to 80% in the netting arm.",
         kFirst},
        {"netting", "spraying", "Stay fell from a median of 6 days with spraying to 4 days with netting.",
         kFirst},
        {"netting", "spraying", "Deaths fell to 3 with netting from 8 with spraying.", kFirst},
        {"netting", "spraying", "Deaths rose to 9 with netting from 8 with spraying.", kSecond},
    };
    expect_answered(kCases);
    constexpr Asked kClaimed[] = {
        {"netting", "spraying", "Infections fell from 21% with spraying to 9% with netting.", kFirst},
        {"netting", "spraying", "Infections rose from 9% with spraying to 21% with netting.", kSecond},
        {"netting", "spraying", "Deaths fell to 3 with netting from 8 with spraying.", kFirst},
    };
    expect_claimed(kClaimed);
    constexpr Asked kActive[] = {
        {"Netting", "spraying", "Netting cut infections from 21% with spraying to 9%.", kFirst},
    };
    expect_answered(kActive);
    constexpr Asked kControls[] = {
        // each side from its own beginning
        {"netting", "spraying", "Pain fell from 6 to 3 with netting and from 6 to 5 with spraying.", kFirst},
    };
    expect_answered(kControls);
}

TEST(SetAgainst, DecidesWhoDidBetterOfTwoThatDidWell) {
    constexpr Asked kCases[] = {
        {"Rowing", "cycling", "Rowing improved fitness, but cycling improved it more.", kSecond},
        {"Rowing", "cycling", "Rowing improved fitness, but cycling improved it less.", kFirst},
        {"rowing", "cycling", "While rowing reduced pain, cycling reduced it even more.", kSecond},
        {"Rowing", "cycling", "Rowing reduced pain, but cycling did so to a greater extent.", kSecond},
        {"Rowing", "cycling", "Rowing reduced pain, whereas cycling did so to a much lesser extent.", kFirst},
        {"Rowing", "cycling", "Rowing reduced pain, but to a lesser degree than cycling.", kSecond},
        {"Rowing", "cycling", "Rowing reduces pain, though less than cycling.", kSecond},
        {"Rowing", "cycling", "Rowing reduces pain, but less so than cycling.", kSecond},
        {"Rowing", "cycling", "Rowing improved sleep, albeit less effectively than cycling.", kSecond},
        {"Rowing", "cycling", "Rowing increased stiffness, but less so than cycling.", kFirst},
    };
    expect_all(kCases);
    constexpr Asked kAmounts[] = {
        {"rowing", "cycling", "Pain dropped by 40% with rowing and by 15% with cycling.", kFirst},
        {"rowing", "cycling", "Pain dropped by 15% with rowing and by 40% with cycling.", kSecond},
        {"rowing", "cycling", "Pain rose by 15% with rowing and by 40% with cycling.", kFirst},
        {"rowing", "cycling", "Pain decreased when rowing was replaced by cycling.", kSecond},
        {"rowing", "cycling", "Switching from rowing to cycling reduced pain.", kSecond},
    };
    expect_answered(kAmounts);
}

TEST(SetAgainst, IsNotWhatIsToldOfOneSideAlone) {
    constexpr Asked kCases[] = {
        {"Rowing", "cycling", "Rowing improved fitness; cycling was offered to the others.", kNone},
        {"Rowing", "cycling", "Pain decreased in those who took up rowing, and cycling was allowed.", kNone},
    };
    for (const Asked& one : kCases) {
        const auto answer = answer_question(one.sentence, make_question(one.first, one.second, ""));
        EXPECT_LT(answer.confidence, 0.7) << one.sentence;
    }
    const auto linked = answer_question("Pain was lower with rowing; cycling was offered to the others.",
                                        make_question("rowing", "cycling", ""));
    EXPECT_GE(linked.confidence, 0.7);
}

TEST(GoingOn, IsTheBetterTheSlowerWhereItIsBad) {
    constexpr Asked kCases[] = {
        {"lithium", "lamotrigine", "Loss of bone was slower with lithium than with lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Loss of hearing was faster with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Loss of libido was faster with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Loss of response was slower with lithium than with lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Weight regain was faster with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Return of symptoms was faster with lithium than with lamotrigine.",
         kSecond},
        {"lithium", "lamotrigine", "Return of function was faster with lithium than with lamotrigine.",
         kFirst},
        {"lithium", "lamotrigine", "Growth of the tumour was slower with lithium than with lamotrigine.",
         kFirst},
        {"lithium", "lamotrigine", "Wound healing was faster with lithium than with lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Patients died faster with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Death came sooner with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Death was faster with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Patients relapsed faster with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Patients recovered faster with lithium than with lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Mortality improved faster with lithium than with lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Deaths from stroke improved faster with lithium than with lamotrigine.",
         kFirst},
        {"lithium", "lamotrigine", "Deaths fell faster with lithium than with lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Time to death was faster with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Pain relief was faster with lithium than with lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Patients were pain-free faster with lithium than with lamotrigine.",
         kFirst},
    };
    expect_all(kCases);
}

TEST(Denied, TurnsWhatIsGood) {
    constexpr Asked kCases[] = {
        {"lithium", "lamotrigine", "Non-response was higher with lithium than with lamotrigine.", kSecond},
        {"lithium", "lamotrigine", "Failure to respond was commoner with lithium than with lamotrigine.",
         kNone},
        {"lithium", "lamotrigine", "Failure to respond was more common with lithium than with lamotrigine.",
         kSecond},
    };
    expect_all(kCases);
    constexpr Asked kAsked[] = {
        {"lithium", "lamotrigine", "Inability to work was more frequent with lithium than with lamotrigine.",
         kSecond},
        {"lithium", "lamotrigine", "The number needed to harm was higher with lithium than with lamotrigine.",
         kFirst},
    };
    expect_answered(kAsked);
}

TEST(Spared, IsWhatOneIsBetterWithout) {
    constexpr Asked kCases[] = {
        {"Lithium", "lamotrigine", "Lithium spared more patients a relapse than lamotrigine.", kFirst},
        {"Lithium", "lamotrigine", "Lithium saved fewer patients from surgery than lamotrigine.", kSecond},
        {"Lithium", "lamotrigine", "Lithium spared patients less pain than lamotrigine.", kSecond},
        {"Lithium", "lamotrigine", "Lithium was less protective against falls than lamotrigine.", kSecond},
        {"Lithium", "lamotrigine", "Lithium was less protective than lamotrigine.", kSecond},
        {"Lithium", "lamotrigine", "Lithium was less sedating than lamotrigine.", kFirst},
        {"Statins", "fibrates", "Statins lower cholesterol to a lesser extent than fibrates.", kSecond},
        {"Statins", "fibrates", "Statins lower cholesterol to a greater extent than fibrates.", kFirst},
    };
    expect_all(kCases);
}

TEST(NoResult, OfAThingOfUnknownValueOrOfUse) {
    constexpr Asked kCases[] = {
        {"Lithium", "lamotrigine", "Lithium resulted in more glorps than lamotrigine.", kNone},
        {"Lithium", "lamotrigine", "The results showed more glorps with lithium than with lamotrigine.",
         kNone},
        {"lithium", "lamotrigine", "It would be wrong to conclude that lithium is better than lamotrigine.",
         kNone},
        {"lithium", "lamotrigine", "It is premature to say that lithium is better than lamotrigine.", kNone},
        {"lithium", "lamotrigine", "Were lithium better than lamotrigine, we would use it.", kNone},
        {"lithium", "lamotrigine", "The trial that found lithium better than lamotrigine was retracted.",
         kNone},
        {"lithium", "lamotrigine", "Some studies favour lithium over lamotrigine, others the reverse.",
         kNone},
        {"Lithium", "lamotrigine", "Lithium worked better in women than lamotrigine did in men.", kNone},
        {"Lithium", "lamotrigine",
         "Lithium may reduce falls more than lamotrigine, but no trial tested this.", kNone},
        {"Lithium", "lamotrigine", "Lithium is better known than lamotrigine.", kNone},
        {"Lithium", "lamotrigine", "Lithium is more often used in severe pain than lamotrigine.", kNone},
        {"Lithium", "lamotrigine", "Lithium is more commonly prescribed for severe pain than lamotrigine.",
         kNone},
        {"lithium", "lamotrigine", "Patients with worse pain were given lithium rather than lamotrigine.",
         kNone},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"lithium", "lamotrigine", "Opioids were more often used with lithium than with lamotrigine.",
         kSecond},
        {"Lithium", "lamotrigine", "Lithium gave better results than lamotrigine.", kFirst},
        {"lithium", "lamotrigine", "Pain was lower in women given lithium than in women given lamotrigine.",
         kFirst},
    };
    expect_answered(kControls);
}

TEST(GoodFor, NamesWhatItIsGoodForAndNoSide) {
    constexpr Asked kCases[] = {
        {"Sugar", "starch", "Sugar is worse for teeth than starch.", kSecond},
        {"Butter", "olive oil", "Butter is worse for the heart than olive oil.", kSecond},
        {"Fish", "beef", "Fish is healthier for the heart than beef.", kFirst},
        {"Aspirin", "ibuprofen", "Aspirin is harder on the stomach than ibuprofen.", kSecond},
        {"Coffee", "tea", "Coffee is no worse for sleep than tea.", kSame},
        {"boys", "girls", "Outcomes were better for boys than girls.", kFirst},
        {"heat", "ice", "Scores were worse for heat than for ice.", kSecond},
    };
    expect_all(kCases);
}

TEST(Contrasted, IsNotWhatASideIsComparedWith) {
    constexpr Asked kCases[] = {
        {"gabapentin", "placebo", "Unlike pregabalin, gabapentin was better than placebo.", kFirst},
        {"massage", "rest", "In contrast to heat, massage relieved pain more than rest.", kFirst},
        {"Losartan", "placebo", "Losartan but not ramipril reduced stroke compared with placebo.", kFirst},
        {"Pilates", "rest", "Pilates, but not yoga, was better than rest.", kFirst},
    };
    expect_all(kCases);
    constexpr Asked kOthers[] = {
        {"pregabalin", "placebo", "Unlike pregabalin, gabapentin was better than placebo.", kNone},
        {"heat", "rest", "In contrast to heat, massage relieved pain more than rest.", kNone},
        {"Ramipril", "placebo", "Losartan but not ramipril reduced stroke compared with placebo.", kNone},
        {"yoga", "rest", "Pilates, but not yoga, was better than rest.", kNone},
    };
    expect_answered(kOthers);
}

TEST(Excluded, IsTheOtherSide) {
    constexpr Asked kCases[] = {
        {"Zopiclone", "CBT-I", "Zopiclone, not CBT-I, improved sleep.", kFirst},
        {"Swimming", "running", "Swimming but not running improved function.", kFirst},
        {"Vitamin D", "calcium", "Vitamin D, but not calcium, lowered the risk of falls.", kFirst},
        {"Vitamin D", "calcium", "Vitamin D and not calcium reduced fractures.", kFirst},
        {"vitamin D", "calcium", "Not vitamin D but calcium reduced fractures.", kSecond},
        {"Vitamin D", "calcium", "Vitamin D, not calcium, increased nausea.", kSecond},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"Yoga", "stretching", "Yoga did not improve function, but stretching was not tested.", kSame},
        {"Yoga", "stretching", "Yoga, not surprisingly, was better than stretching.", kFirst},
        {"Yoga", "stretching", "Yoga reduced pain, not disability, compared with stretching.", kFirst},
    };
    expect_answered(kControls);
}

TEST(Excluded, MayBeToldByTheVerbAlone) {
    constexpr Asked kCases[] = {
        {"Lithium", "valproate", "Lithium reduced relapse, whereas valproate did not.", kFirst},
        {"Lithium", "valproate", "Lithium did not reduce relapse, but valproate did.", kSecond},
        {"Lithium", "valproate", "Lithium increased pain; valproate did not.", kSecond},
    };
    expect_all(kCases);
    for (const char* sentence : {"Lithium reduced relapse, and valproate did not cause pain.",
                                 "Lithium did not reduce relapse, but valproate did not either."}) {
        for (const Comparison& found : find_comparisons(sentence)) {
            EXPECT_TRUE(found.second.empty()) << sentence;
        }
    }
}

TEST(Several, AreNotComparedByTwos) {
    constexpr Asked kCases[] = {
        {"Yoga", "pilates", "Yoga versus pilates versus rest reduced pain.", kNone},
        {"pilates", "rest", "Yoga versus pilates versus rest reduced pain.", kNone},
        {"aspirin", "clopidogrel", "We studied aspirin vs clopidogrel vs ticagrelor for better survival.",
         kNone},
        {"heat", "ice", "Heat compared with ice compared with rest gave less pain.", kNone},
    };
    expect_all(kCases);
    constexpr Asked kTwo[] = {
        {"Yoga", "rest", "Yoga versus rest reduced pain.", kFirst},
        {"formula", "breastfeeding", "Formula protects less well against infection than breastfeeding.",
         kSecond},
    };
    expect_answered(kTwo);
}

TEST(Alike, AreSidesWithoutADifference) {
    constexpr Asked kCases[] = {
        {"Heat", "ice", "Heat did not differ from ice.", kSame},
        {"Heat", "ice", "Heat did not differ from ice in pain.", kSame},
        {"Tape", "brace", "Tape did not differ significantly from a brace in swelling.", kSame},
        {"Tape", "brace", "Tape was no different from a brace.", kSame},
        {"Outcomes with tape", "brace", "Outcomes with tape do not differ from those with a brace.", kSame},
        {"Heat", "ice", "Heat offers no benefit over ice.", kSame},
        {"Heat", "ice", "Heat offered no advantage over ice for pain.", kSame},
        {"Tape", "brace", "Tape conferred no additional benefit over a brace.", kSame},
        {"tape", "brace", "There was no advantage of tape over a brace.", kSame},
        {"Heat", "ice", "Heat is just as safe as ice.", kSame},
        {"Tape", "brace", "Tape is at least as useful as a brace, and as safe as a brace.", kSame},
        {"Tape", "brace", "Tape works just as well as a brace.", kSame},
        {"Ramipril", "losartan", "Ramipril had the same effect as losartan.", kSame},
        {"Heat", "ice", "Heat and ice were equally effective.", kSame},
        {"Tape", "brace", "Both tape and brace were equally safe.", kSame},
        {"Tape", "brace", "Tape and a brace were similarly effective for swelling.", kSame},
        {"Tape", "brace", "Tape and brace had similar effects on swelling.", kSame},
        {"Tape", "brace", "Tape and brace did not differ in swelling.", kSame},
        {"Strokes", "losartan", "Strokes were as frequent with ramipril as with losartan.", kSame},
    };
    for (const Asked& one : kCases) {
        EXPECT_EQ(name(claimed(one)), name(one.direction)) << one.sentence;
    }
    constexpr Asked kControls[] = {
        {"Tape", "brace", "Tape and brace were equally distributed.", kNone},
        {"Tape", "brace", "Tape differed from a brace.", kNone},
        {"Tape", "brace", "Tape has a clear advantage over a brace.", kFirst},
        {"Tape", "brace", "Tape is not as safe as a brace.", kSecond},
        {"Tape", "brace", "Tape is twice as expensive as a brace.", kSecond},
        {"Tape", "brace", "Tape is not as toxic as a brace.", kFirst},
        {"Tape", "brace", "Stiffness was half as frequent with tape as with a brace.", kFirst},
    };
    expect_all(kControls);
    for (const char* sentence :
         {"Pain and function did not differ between groups.", "Pain and stiffness did not differ.",
          "Pain did not differ from baseline.", "Age, weight and sex were similar in both groups."}) {
        EXPECT_TRUE(find_comparisons(sentence).empty()) << sentence;
    }
}

TEST(Counted, AreTheSidesOfThosePeople) {
    constexpr Asked kCases[] = {
        {"zinc", "honey", "Fewer patients relapsed with zinc than with honey.", kFirst},
        {"zinc", "honey", "More patients died in the zinc group than in the honey group.", kSecond},
        {"zinc", "honey", "More patients in the zinc group than in the honey group died.", kSecond},
        {"zinc", "honey", "More people responded to zinc than to honey.", kFirst},
        {"zinc", "honey", "Fewer patients taking zinc relapsed than those taking honey.", kFirst},
        {"zinc", "honey", "Fewer zinc patients died than honey patients.", kFirst},
        {"zinc", "honey", "More participants dropped out with zinc than with honey.", kSecond},
        {"zinc", "honey", "A higher proportion of patients achieved remission with zinc than with honey.",
         kFirst},
        {"zinc", "honey", "Fewer patients improved with zinc than with honey.", kSecond},
        {"zinc", "honey", "More patients worsened with zinc than with honey.", kSecond},
        {"zinc", "honey", "Twice as many patients recovered with zinc as with honey.", kFirst},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"zinc", "honey", "More patients were assigned to zinc than to honey.", kNone},
        {"zinc", "honey", "More patients received zinc than honey.", kNone},
        {"zinc", "honey", "Did more patients die with zinc than with honey?", kNone},
    };
    expect_all(kControls);
}

TEST(Shares, TellTheSidesApart) {
    constexpr Asked kCases[] = {
        {"zinc", "honey", "Relapse occurred in 12% of zinc patients and 9% of honey patients.", kSecond},
        {"zinc", "honey", "Death occurred in 3% of zinc patients and in 9% of honey patients (p = 0.01).",
         kFirst},
        {"zinc", "honey", "Nausea occurred in 21% of patients on zinc and 9% on honey.", kSecond},
        {"zinc", "honey", "Nausea occurred in 11% of zinc patients and 10% of honey patients (p = 0.71).",
         kSame},
        {"zinc", "honey", "Survival was 82% with zinc and 71% with honey (p = 0.003).", kFirst},
        {"zinc", "honey", "12% of zinc patients and 9% of honey patients died.", kSecond},
        {"Zinc", "honey", "Zinc reduced pain by 3.2 days compared with 1.8 days with honey.", kFirst},
        {"Zinc", "honey", "Zinc lowered pain by 1.0 points versus 2.5 points with honey.", kSecond},
    };
    expect_all(kCases);
    constexpr Asked kControls[] = {
        {"zinc", "honey", "Zinc was taken by 45% and honey by 55%.", kNone},
        {"zinc", "honey", "Of these, 45% of men took zinc and 55% of women honey.", kNone},
        {"zinc", "honey", "Relapse occurred in 12% of zinc patients and 12% of honey patients.", kNone},
    };
    expect_all(kControls);
}

/// "first | second | outcome | population | direction" of each.
std::string read_all(std::string_view sentence) {
    std::string out;
    for (const Comparison& one : find_comparisons(sentence)) {
        out += (out.empty() ? "" : "; ") + one.first + " | " + one.second + " | " + one.outcome + " | " +
               one.population + " | " + std::string(name(one.direction));
    }
    return out;
}

TEST(Halves, AreComparisonsOfTheirOwn) {
    struct Case {
        const char* sentence;
        const char* expected;
    };
    constexpr Case kCases[] = {
        {"Zinc was better than honey in men but worse in women.",
         "Zinc | honey |  | men | favours_first; Zinc | honey |  | women | favours_second"},
        {"Zinc is more effective but more toxic than honey.",
         "Zinc | honey |  |  | favours_first; Zinc | honey | toxic |  | favours_second"},
        {"Massage was better than heat for pain but worse for function.",
         "Massage | heat | pain |  | favours_first; Massage | heat | function |  | favours_second"},
        {"Massage reduced pain but increased bruising compared with heat.",
         "Massage | heat | pain |  | favours_first; Massage | heat | bruising |  | favours_second"},
        {"Compared with heat, massage reduced pain but increased bruising.",
         "massage | heat | pain |  | favours_first; massage | heat | bruising |  | favours_second"},
        {"Massage was superior to heat in adults but inferior in children.",
         "Massage | heat |  | adults | favours_first; Massage | heat |  | children | favours_second"},
        {"Massage was not worse but better than heat.", "Massage | heat |  |  | favours_first"},
        {"Massage was better than heat, but only slightly.", "Massage | heat |  |  | favours_first"},
        {"Massage was better than heat in men and in women.", "Massage | heat |  | men | favours_first"},
    };
    for (const auto& [sentence, expected] : kCases) {
        EXPECT_EQ(read_all(sentence), expected) << sentence;
    }
}

TEST(Halves, AnswerTheOutcomeAskedFor) {
    struct Case {
        const char* outcome;
        const char* sentence;
        Direction direction;
    };
    constexpr Case kCases[] = {
        {"pain", "Massage was better than heat for pain but worse for function.", kFirst},
        {"function", "Massage was better than heat for pain but worse for function.", kSecond},
        {"", "Massage was better than heat for pain but worse for function.", kNone},
        {"", "Massage was better than heat in men but worse in women.", kNone},
        {"", "Massage is more effective than heat, although it caused more bruising.", kNone},
        {"", "Massage is cheaper but less effective than heat.", kNone},
        {"", "Massage is cheaper and more effective than heat.", kFirst},
        {"bruising", "Massage reduced pain but increased bruising compared with heat.", kSecond},
        {"", "Massage was better than heat, but pain was not measured.", kFirst},
    };
    for (const auto& [outcome, sentence, direction] : kCases) {
        const auto forth = answer_question(sentence, make_question("massage", "heat", outcome));
        const auto back = answer_question(sentence, make_question("heat", "massage", outcome));
        EXPECT_EQ(name(forth.direction), name(direction)) << outcome << ": " << sentence;
        EXPECT_EQ(name(back.direction), name(mirrored(direction))) << outcome << ": " << sentence;
        EXPECT_TRUE(forth.names_both) << sentence;
    }
}

TEST(Halves, StandRepetition) {
    std::string sentence;
    for (int i = 0; i < 50'000; ++i) {
        sentence += "A was better than B but worse and not as good as ";
    }
    EXPECT_LE(find_comparisons(sentence).size(), kMostComparisons);
    (void)answer_question(sentence, make_question("A", "B", ""));
}

}  // namespace
}  // namespace whereof::claim
