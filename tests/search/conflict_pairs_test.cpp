// SPDX-License-Identifier: MIT
#include "claims_store.hpp"
#include "search/conflicts.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

/// Two claims of two articles, and whether they contradict each other.
struct Pair {
    const char* one;
    const char* other;
    bool opposite;
};

class ConflictPairs : public test::ClaimsStore {
  protected:
    void expect(const Pair& pair) {
        put("one.md", {{pair.one, {}}});
        put("other.md", {{pair.other, {}}});
        const auto found = find_conflicts(*store_, std::nullopt);
        EXPECT_EQ(found.size(), pair.opposite ? 1U : 0U) << pair.one << "\n" << pair.other;
        store_->remove_article("one.md");
        store_->remove_article("other.md");
    }
};

TEST_F(ConflictPairs, OfPlainOppositesAreFound) {
    const Pair kPairs[] = {
        {"Heat therapy relieved pain better than ice therapy in people with low back pain.",
         "Ice therapy relieved pain better than heat therapy in people with low back pain.", true},
        {"Yoga was better than stretching for pain.", "Stretching was better than yoga for pain.", true},
        {"Yoga was better than stretching for pain.", "Yoga was worse than stretching for pain.", true},
        {"Swimming reduced pain more than walking.", "Walking reduced pain more than swimming.", true},
        {"Swimming reduced pain more than walking.", "Swimming reduced pain less than walking.", true},
        {"Massage produced better pain relief than heat.", "Heat produced better pain relief than massage.",
         true},
        {"Pain was lower with massage than with heat.", "Pain was lower with heat than with massage.", true},
        {"Pain intensity was lower with massage than with heat.",
         "Heat gave better pain relief than massage.", true},
        {"Acupuncture is superior to ibuprofen.", "Ibuprofen is superior to acupuncture.", true},
        {"Acupuncture outperformed ibuprofen.", "Ibuprofen outperformed acupuncture.", true},
        {"Acupuncture was more effective than ibuprofen.", "Acupuncture was less effective than ibuprofen.",
         true},
        {"Acupuncture was more effective than ibuprofen.", "Ibuprofen was more effective than acupuncture.",
         true},
        {"Acupuncture was more effective than ibuprofen.", "Acupuncture was inferior to ibuprofen.", true},
        {"Early PT led to less disability than late PT.",
         "Late physical therapy led to less disability than early physical therapy.", true},
        {"Physiotherapy was better than surgery.", "Surgery was better than physical therapy.", true},
        {"Exercise is better than rest for back pain.", "Rest is better than exercise for back pain.", true},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictPairs, OfAClaimAndItsDenialAreFound) {
    const Pair kPairs[] = {
        {"Yoga was better than stretching for pain.", "Yoga was not better than stretching for pain.", true},
        {"Acupuncture was more effective than ibuprofen.",
         "Acupuncture was not more effective than ibuprofen.", true},
        {"Massage did not reduce pain more than heat.", "Massage reduced pain more than heat.", true},
        {"Yoga was better than stretching for pain in adults.",
         "Yoga was no better than stretching for pain.", true},
        {"Yoga was not better than stretching for pain.", "Yoga was no better than stretching for pain.",
         false},
        {"Yoga was not better than stretching for pain.", "Stretching was better than yoga for pain.", false},
        {"Yoga was better than stretching for pain.", "Yoga may not be better than stretching for pain.",
         false},
        {"Yoga was better than stretching for pain.", "Yoga did not differ from stretching in pain.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictPairs, AreOfOnePopulation) {
    const Pair kPairs[] = {
        {"Yoga relieved pain better than stretching in adults with chronic pain.",
         "Stretching relieved pain better than yoga in athletes after surgery.", false},
        {"Yoga relieved pain better than stretching in adults with chronic back pain.",
         "Stretching relieved pain better than yoga in people with chronic back pain.", true},
        {"Yoga relieved pain better than stretching in adults with chronic back pain.",
         "Stretching relieved pain better than yoga.", true},
        {"Heat was better than ice in children.", "Ice was better than heat in older adults.", false},
        {"Heat was better than ice in women.", "Ice was better than heat in men.", false},
        {"Heat was better than ice in patients with knee osteoarthritis.",
         "Ice was better than heat in patients with low back pain.", false},
        {"Heat was better than ice in patients with knee osteoarthritis.",
         "Ice was better than heat in 120 adults with osteoarthritis of the knee.", true},
        {"Heat was better than ice in patients with acute back pain.",
         "Ice was better than heat in patients with chronic back pain.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictPairs, AreOfOneOutcomeAndOnePairAndSure) {
    const Pair kPairs[] = {
        {"Surgery was better than exercise for pain.", "Exercise was better than surgery for cost.", false},
        {"Surgery was better than exercise for pain.",
         "Exercise was better than surgery for quality of life.", false},
        {"Surgery reduced pain more than exercise.", "Exercise reduced disability more than surgery.", false},
        {"Surgery reduced pain more than exercise.", "Exercise was cheaper than surgery.", false},
        {"Surgery was better than exercise for back pain.",
         "Exercise was better than surgery for pain relief.", true},
        {"Yoga is better than stretching.", "Stretching is better than rest.", false},
        {"Yoga is better than stretching.", "Yoga is worse than pilates.", false},
        {"Massage may be better than heat.", "Heat is better than massage.", false},
        {"A trial suggests that massage is better than heat.", "Heat is better than massage.", false},
        {"We asked whether massage is better than heat.", "Heat is better than massage.", false},
        {"Massage was better than heat, and heat was better than ice.", "Massage was better than ice.",
         false},
        {"Massage and heat were better than ice.", "Ice was better than yoga.", false},
        {"Early surgery was better than delayed surgery.", "Delayed therapy was better than early therapy.",
         false},
        {"High-dose vitamin D was better than low-dose vitamin D.",
         "Low-dose zinc was better than high-dose zinc.", false},
        {"Yoga plus heat was better than heat.", "Heat was better than yoga.", false},
        {"Yoga was better than stretching for pain.", "Yoga was better than stretching for pain.", false},
        {"Aspirin increased bleeding more than placebo.", "Aspirin reduced pain more than placebo.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

}  // namespace
}  // namespace whereof::search
