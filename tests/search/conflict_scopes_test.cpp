// SPDX-License-Identifier: MIT
// Claims that seem to contradict each other and speak of other things: parts of the body, germs, people,
// times.
#include "conflict_pairs.hpp"

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using test::Pair;

class ConflictScopes : public test::ConflictPairs {};

TEST_F(ConflictScopes, SlowerAndLessAreOneDirection) {
    const Pair kPairs[] = {
        {"Zinc slowed progression more than iron.", "Progression was slower with zinc than with iron.",
         false},
        {"Zinc slowed progression more than iron.", "Progression was slower with iron than with zinc.", true},
        {"Zinc delayed relapse longer than iron.", "Relapse was later with zinc than with iron.", false},
        {"Zinc delayed relapse longer than iron.", "Relapse was earlier with zinc than with iron.", true},
        {"Zinc delayed relapse more than iron.", "Zinc reduced relapse more than iron.", false},
        {"Zinc delayed healing more than iron.", "Healing was slower with zinc than with iron.", false},
        {"Zinc delayed healing more than iron.", "Healing was faster with zinc than with iron.", true},
        {"Zinc delayed healing more than iron.", "Zinc led to faster healing than iron.", true},
        {"More infections were cured with zinc than with iron.", "Zinc cured more infections than iron.",
         false},
        {"More infections were cured with zinc than with iron.",
         "Fewer infections were cured with zinc than with iron.", true},
        {"Patients recovered sooner with zinc than with iron.",
         "Recovery was earlier with zinc than with iron.", false},
        {"Patients recovered sooner with zinc than with iron.",
         "Recovery was slower with zinc than with iron.", true},
        {"Weight lost was greater with zinc than with iron.", "Zinc led to greater weight loss than iron.",
         false},
        {"Weight lost was greater with zinc than with iron.", "Zinc led to less weight loss than iron.",
         true},
        {"Pain was lower with zinc than with iron (MD -1.2, 95% CI -1.9 to -0.5).",
         "Zinc reduced pain more than iron.", false},
        {"Zinc versus iron for pain: MD -1.2 (95% CI -1.9 to -0.5).", "Zinc reduced pain less than iron.",
         true},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictScopes, OfOtherPartsOfTheBodyAreOthers) {
    const Pair kPairs[] = {
        {"Heat was better than ice for knee pain.", "Ice was better than heat for shoulder pain.", false},
        {"Heat was better than ice for knee pain.", "Ice was better than heat for knee pain.", true},
        {"Heat was better than ice for knee pain.", "Ice was better than heat for pain.", true},
        {"Heat relieved neck pain better than ice.", "Ice relieved back pain better than heat.", false},
        {"Heat relieved low back pain better than ice.", "Ice relieved neck pain better than heat.", false},
        {"Heat reduced knee swelling more than ice.", "Ice reduced ankle swelling more than heat.", false},
        {"Heat reduced ankle swelling more than ice.", "Ice reduced ankle swelling more than heat.", true},
        {"Heat was better than ice after knee surgery.", "Ice was better than heat after hip surgery.",
         false},
        {"Heat was better than ice for pain in the knee.", "Ice was better than heat for pain in the hip.",
         false},
        {"Zinc healed more foot ulcers than iron.", "Iron healed more mouth ulcers than zinc.", false},
        {"Zinc was better than iron for lung cancer.", "Iron was better than zinc for breast cancer.", false},
        {"Survival was longer with zinc than with iron in breast cancer.",
         "Survival was longer with iron than with zinc in lung cancer.", false},
        {"Survival was longer with zinc than with iron in breast cancer.",
         "Survival was longer with iron than with zinc in breast cancer.", true},
        {"Zinc was better than iron for renal stones.", "Iron was better than zinc for gallstones.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictScopes, OfOtherGermsAreOthers) {
    const Pair kPairs[] = {
        {"Amoxicillin was more effective than doxycycline against E. coli.",
         "Doxycycline was more effective than amoxicillin against S. aureus.", false},
        {"Amoxicillin was more effective than doxycycline against E. coli.",
         "Doxycycline was more effective than amoxicillin against E. coli.", true},
        {"Amoxicillin was more effective than doxycycline against Escherichia coli.",
         "Doxycycline was more effective than amoxicillin against Staphylococcus aureus.", false},
        {"Amoxicillin cured more E. coli infections than doxycycline.",
         "Doxycycline cured more S. aureus infections than amoxicillin.", false},
        {"Amoxicillin cured more infections with Escherichia coli than doxycycline.",
         "Doxycycline cured more infections with Klebsiella pneumoniae than amoxicillin.", false},
        {"Amoxicillin was better than doxycycline for chlamydia.",
         "Doxycycline was better than amoxicillin for gonorrhoea.", false},
        {"Amoxicillin was better than doxycycline for infections with Streptococcus pneumoniae.",
         "Doxycycline was better than amoxicillin for infections with Mycoplasma pneumoniae.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictScopes, OfOtherConditionsAreOthers) {
    const Pair kPairs[] = {
        {"Heat was better than ice for sprains.", "Ice was better than heat for cramps.", false},
        {"Heat was better than ice for migraine.", "Ice was better than heat for sciatica.", false},
        {"Heat was better than ice for migraine.", "Ice was better than heat for migraine.", true},
        {"Metformin was better than insulin for gestational diabetes.",
         "Insulin was better than metformin for type 1 diabetes.", false},
        {"Zinc reduced mortality more than iron in sepsis.",
         "Iron reduced mortality more than zinc in malaria.", false},
        {"Zinc reduced pain more than iron in fibromyalgia.", "Iron reduced pain more than zinc in gout.",
         false},
        {"Zinc reduced pain more than iron in gout.", "Iron reduced pain more than zinc in gout.", true},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictScopes, OfOtherStatesOfPeopleAreOthers) {
    const Pair kPairs[] = {
        {"Coffee improved reaction time more than tea in rested participants.",
         "Tea improved reaction time more than coffee in sleep-deprived participants.", false},
        {"Coffee improved attention more than tea in rested adults.",
         "Tea improved attention more than coffee in sleep-deprived adults.", false},
        {"Coffee improved attention more than tea in rested adults.",
         "Tea improved attention more than coffee in rested adults.", true},
        {"Coffee was better than tea in fasted men.", "Tea was better than coffee in fed men.", false},
        {"Coffee was better than tea in untrained men.", "Tea was better than coffee in trained men.", false},
        {"Coffee was better than tea in obese women.", "Tea was better than coffee in lean women.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictScopes, OfOtherTimesAreOthers) {
    const Pair kPairs[] = {
        {"Heat was better than ice immediately after treatment.", "Ice was better than heat at 12 months.",
         false},
        {"Heat was better than ice immediately.", "Ice was better than heat at follow-up.", false},
        {"Heat relieved pain better than ice immediately.",
         "Ice relieved pain better than heat at follow-up.", false},
        {"Heat was better than ice initially.", "Ice was better than heat at one year.", false},
        {"Heat was better than ice at 12 months.", "Ice was better than heat at 12 months.", true},
        {"Heat was better than ice in the short term.", "Ice was better than heat at 2 years.", false},
        {"Heat was better than ice in the short term.", "Ice was better than heat in the long term.", false},
        {"Heat was better than ice at discharge.", "Ice was better than heat at follow-up.", false},
        {"Heat was better than ice within 24 hours.", "Ice was better than heat at six months.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictScopes, OfOtherKindsOfAnIllnessAreOthers) {
    const Pair kPairs[] = {
        {"Metformin lowered glucose more than insulin in type 1 diabetes.",
         "Insulin lowered glucose more than metformin in type 2 diabetes.", false},
        {"Metformin lowered glucose more than insulin in adults with type 1 diabetes.",
         "Insulin lowered glucose more than metformin in adults with type 2 diabetes.", false},
        {"Metformin lowered glucose more than insulin in type 2 diabetes.",
         "Insulin lowered glucose more than metformin in type 2 diabetes.", true},
        {"Metformin lowered glucose more than insulin in diabetes.",
         "Insulin lowered glucose more than metformin in type 2 diabetes.", true},
        {"Interferon was better than ribavirin for hepatitis B.",
         "Ribavirin was better than interferon for hepatitis C.", false},
        {"Zinc prolonged survival more than iron in stage I disease.",
         "Iron prolonged survival more than zinc in stage IV disease.", false},
        {"Zinc improved mood more than iron in the morning.",
         "Iron improved mood more than zinc in the evening.", false},
        {"Zinc was better than iron at altitude.", "Iron was better than zinc at sea level.", false},
        {"Zinc improved mood more than iron after exercise.",
         "Iron improved mood more than zinc after meals.", false},
        {"Heat was better than ice during labour.", "Ice was better than heat during pregnancy.", false},
        {"Zinc cleared more warts on the hands than iron.", "Iron cleared more warts on the feet than zinc.",
         false},
        {"Zinc delayed recurrence of gout longer than iron.",
         "Iron delayed recurrence of stones longer than zinc.", false},
        {"Zinc delayed recurrence of gout longer than iron.",
         "Iron delayed recurrence of gout longer than zinc.", true},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictScopes, ThatAreOneStayContradictions) {
    const Pair kPairs[] = {
        {"Heat was better than ice for pain in one trial.", "Ice was better than heat for pain.", true},
        {"Heat reduced pain more than ice in adults.",
         "Ice reduced pain more than heat in a randomised trial.", true},
        {"Heat reduced pain more than ice in patients with gout.", "Ice reduced pain more than heat in gout.",
         true},
        {"In gout, heat reduced pain more than ice.", "Ice reduced pain more than heat in gout.", true},
        {"In gout, heat reduced pain more than ice.", "Ice reduced pain more than heat in fibromyalgia.",
         false},
        {"Heat reduced pain more than ice (p = 0.01).", "Ice reduced pain more than heat, a review found.",
         true},
        {"Heat was better than ice for pain at 6 weeks.", "Ice was better than heat for pain at 6 weeks.",
         true},
        {"Heat reduced pain more than ice by 20%.", "Ice reduced pain more than heat by 5 points.", true},
        {"In contrast, heat reduced pain more than ice.", "Ice reduced pain more than heat in women.", true},
        {"Zinc was safer than iron.", "Iron was safer than zinc.", true},
        {"Zinc caused less nausea than iron.", "Zinc caused more headache than iron.", false},
        {"Recurrence was delayed longer with zinc than with iron.",
         "Recurrence was delayed longer with iron than with zinc.", true},
        {"Wounds healed sooner with zinc than with iron.", "Wounds healed later with zinc than with iron.",
         true},
        {"More ulcers healed with zinc than with iron.", "Fewer ulcers healed with zinc than with iron.",
         true},
        {"Trials of zinc were of better quality than those of iron.",
         "Trials of iron were of better quality than those of zinc.", false},
        {"Zinc was better than iron at 6 weeks but not at one year.", "Iron was better than zinc.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

}  // namespace
}  // namespace whereof::search
