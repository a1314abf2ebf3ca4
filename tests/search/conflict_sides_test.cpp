// SPDX-License-Identifier: MIT
#include "conflict_pairs.hpp"

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using test::Pair;

class ConflictSides : public test::ConflictPairs {};

constexpr const char* kSulfonylureas = "Sulfonylureas reduced mortality more than metformin.";

TEST_F(ConflictSides, AreOneHoweverTheyAreGiven) {
    for (const char* said :
         {"Metformin users had lower mortality than sulfonylurea users.",
          "Mortality was lower in metformin users compared with sulfonylurea users.",
          "Metformin users compared with sulfonylurea users had lower mortality.",
          "People taking metformin had lower mortality than people taking sulfonylureas.",
          "The metformin group had lower mortality than the sulfonylurea group.",
          "Metformin therapy reduced mortality more than sulfonylurea therapy.",
          "Treatment with metformin reduced mortality more than treatment with sulfonylureas.",
          "Use of metformin was associated with lower mortality than use of sulfonylureas.",
          "Patients treated with metformin had a lower risk of death than those treated with sulfonylureas.",
          "Those who took metformin had lower mortality than those who took sulfonylureas.",
          "Metformin 500 mg reduced mortality more than sulfonylureas.",
          "Metformin 500 mg twice daily reduced mortality more than sulfonylureas.",
          "Metformin users had lower mortality than sulfonylurea users, a 2023 meta-analysis found.",
          "According to a 2023 meta-analysis, metformin users had lower mortality than sulfonylurea users.",
          "Survival was longer with metformin than with sulfonylureas.",
          "Metformin users lived longer than sulfonylurea users.",
          "Patients on metformin lived longer than patients on sulfonylureas.",
          "Metformin users lived longer than sulfonylurea users, a 2023 meta-analysis found."}) {
        expect({said, kSulfonylureas, true});
        expect({said, "Mortality was lower in sulfonylurea users than in metformin users.", true});
        expect({said, "Treatment with sulfonylureas led to lower mortality than treatment with metformin.",
                true});
        expect({said, "Metformin reduced mortality more than sulfonylureas.", false});
        expect({said, "People on sulfonylureas had lower blood glucose than people on metformin.", false});
        expect({said, "Insulin users had lower mortality than metformin users.", false});
    }
}

TEST_F(ConflictSides, OfOtherDosesAreOthers) {
    const Pair kPairs[] = {
        {"Metformin 500 mg reduced weight more than placebo.", "Placebo reduced weight more than metformin.",
         true},
        {"Metformin 500 mg reduced weight more than placebo.",
         "Placebo reduced weight more than metformin 1000 mg.", false},
        {"Metformin 1 g reduced weight more than placebo.",
         "Placebo reduced weight more than metformin 1000 mg.", true},
        {"Metformin 1000 mg reduced weight more than metformin 500 mg.",
         "Metformin 500 mg reduced weight more than metformin 1000 mg.", true},
        {"Metformin 1000 mg reduced weight more than metformin 500 mg.",
         "Metformin 500 mg reduced weight more than metformin 250 mg.", false},
        {"Low-dose aspirin reduced bleeding more than high-dose aspirin.",
         "High-dose aspirin reduced bleeding more than low-dose aspirin.", true},
        {"Low-dose aspirin users had less pain than placebo users.",
         "Placebo users had less pain than high-dose aspirin users.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictSides, HaveMoreInCommonThanTherapy) {
    const Pair kPairs[] = {
        {"Statin therapy was better than placebo for pain.", "Placebo was better than heat therapy for pain.",
         false},
        {"Physical therapy was better than surgery for pain.",
         "Surgery was better than manual therapy for pain.", false},
        {"Physical therapy was better than surgery for pain.", "Surgery was better than PT for pain.", true},
        {"Early ketoprofen injection was better than delayed diclofenac injection for pain.",
         "Delayed naproxen injection was better than early ibuprofen injection for pain.", false},
        {"Early ketoprofen injection was better than delayed ketoprofen injection for pain.",
         "Delayed ketoprofen injection was better than early ketoprofen injection for pain.", true},
        {"Knee replacement surgery was better than rest for pain.",
         "Rest was better than knee arthroscopy surgery for pain.", false},
        {"Yoga classes were better than rest for pain.", "Rest was better than yoga sessions for pain.",
         true},
        {"Heat therapy was better than surgery for pain.", "Surgery was better than heat for pain.", true},
        {"Early therapy was better than surgery for pain.",
         "Surgery was better than delayed therapy for pain.", false},
        {"Statin users had fewer strokes than people taking placebo.",
         "People taking placebo had fewer strokes than vitamin users.", false},
        {"The exercise group had less pain than the control group.",
         "The control group had less pain than the yoga group.", false},
        {"The exercise group had less pain than the control group.",
         "The control group had less pain than the exercise group.", true},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictSides, AreOfTheSamePeopleAndOutcomes) {
    const Pair kPairs[] = {
        {"Paracetamol was better than ibuprofen for pain.",
         "Ibuprofen was better than acetaminophen for pain.", true},
        {"Mortality was lower with corticosteroids than with placebo in head injury.",
         "Survival was better with placebo than with corticosteroids in alcoholic hepatitis.", false},
        {"Mortality was lower with corticosteroids than with placebo in alcoholic hepatitis.",
         "Survival was better with placebo than with corticosteroids in alcoholic hepatitis.", true},
        {"Among smokers, varenicline was better than bupropion.",
         "Among non-smokers, bupropion was better than varenicline.", false},
        {"Among smokers, varenicline was better than bupropion.",
         "Among smokers, bupropion was better than varenicline.", true},
        {"Metformin users had lower mortality than sulfonylurea users in children.",
         "Sulfonylurea users had lower mortality than metformin users in older adults.", false},
        {"Metformin users lived longer than sulfonylurea users.",
         "Sulfonylurea users had less pain than metformin users.", false},
        {"Metformin users lived longer than sulfonylurea users.",
         "Sulfonylureas gave longer disease-free survival than metformin.", false},
        {"Metformin users lived longer than sulfonylurea users.",
         "Sulfonylurea users may live longer than metformin users.", false},
        {"Metformin users had lower mortality than sulfonylurea users.",
         "Metformin users did not have lower mortality than sulfonylurea users.", true},
        {"Early metformin users had lower mortality than sulfonylurea users.",
         "Sulfonylurea users had lower mortality than delayed metformin users.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

}  // namespace
}  // namespace whereof::search
