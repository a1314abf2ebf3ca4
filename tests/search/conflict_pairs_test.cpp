// SPDX-License-Identifier: MIT
#include "conflict_pairs.hpp"

#include "search/conflicts.hpp"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using test::ConflictPairs;
using test::Pair;

TEST_F(ConflictPairs, OfAnimalsAndPatientsBeforeAndAfterAreNone) {
    const Pair kPairs[] = {
        {"Zinc was better than iron for pain in rats.", "Iron was better than zinc for pain in patients.",
         false},
        {"Zinc was better than iron for pain in rats.", "Iron was better than zinc for pain in rats.", true},
        {"Zinc relieved pain better than iron before surgery.",
         "Iron relieved pain better than zinc after surgery.", false},
        {"Zinc relieved pain better than iron after surgery.",
         "Iron relieved pain better than zinc following surgery.", true},
        {"Zinc was better than iron for pain in patients.", "Iron was better than zinc for pain in women.",
         true},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

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

TEST_F(ConflictPairs, AreOfOneCourseTimeRouteAndDose) {
    const Pair kPairs[] = {
        {"Heat was better than ice for acute low back pain.",
         "Ice was better than heat for chronic low back pain.", false},
        {"Heat reduced chronic low back pain more than ice.",
         "Ice reduced acute low back pain more than heat.", false},
        {"Heat was better than ice for chronic low back pain.",
         "Ice was better than heat for chronic low back pain.", true},
        {"Surgery was better than exercise for pain at 4 weeks.",
         "Exercise was better than surgery for pain at 12 months.", false},
        {"Surgery was better than exercise for pain at 12 months.",
         "Exercise was better than surgery for pain at one year.", true},
        {"At 6 weeks, yoga was better than stretching.", "After 2 years, stretching was better than yoga.",
         false},
        {"Surgery was better than exercise for pain.",
         "Exercise was better than surgery for pain at 12 months.", true},
        {"Metformin was better than insulin in diabetics.",
         "Insulin was better than metformin in pregnant women.", false},
        {"Oral iron was better than placebo.", "Placebo was better than intravenous iron.", false},
        {"Oral iron was better than intravenous iron.", "Intravenous iron was better than oral iron.", true},
        {"Topical diclofenac was better than placebo.", "Placebo was better than oral diclofenac.", false},
        {"High-dose aspirin was better than placebo.", "Placebo was better than low-dose aspirin.", false},
        {"Low-intensity exercise was better than rest.", "Rest was better than high-intensity exercise.",
         false},
        {"Aspirin was better than placebo for short-term pain.",
         "Placebo was better than aspirin for long-term pain.", false},
        {"Preoperative exercise was better than rest.", "Rest was better than postoperative exercise.",
         false},
        {"Early surgery was better than exercise.", "Exercise was better than delayed surgery.", false},
    };
    for (const Pair& pair : kPairs) {
        expect(pair);
    }
}

TEST_F(ConflictPairs, AreFoundHoweverManySayTheSame) {
    const std::size_t kMany = 600;  // more than claims on one word can be held against each other
    std::vector<test::Said> all(kMany, {"Aspirin is better than placebo for pain.", {}});
    all.push_back({"Placebo is better than aspirin for pain.", {}});
    put("many.md", all);
    const Conflicts found = survey_conflicts(*store_);
    EXPECT_EQ(found.listed.size(), kMany) << "each claim once";
    EXPECT_EQ(found.not_listed.left_out + found.not_listed.not_compared, 0U);
}

TEST_F(ConflictPairs, OfManyAgainstManyAreCounted) {
    const std::size_t kMany = 200;
    std::vector<test::Said> all(kMany, {"Aspirin is better than placebo for pain.", {}});
    all.insert(all.end(), kMany, {"Placebo is better than aspirin for pain.", {}});
    put("many.md", all);
    const Conflicts found = survey_conflicts(*store_);
    EXPECT_EQ(found.listed.size() + found.not_listed.left_out, kMany * kMany);
    EXPECT_GE(found.listed.size(), kMany);
    EXPECT_LT(found.listed.size(), 20 * kMany);
    std::set<std::string> claims;
    for (const Conflict& conflict : found.listed) {
        for (const ConflictClaim& claim : conflict.claims) {
            claims.insert(claim.id);
        }
    }
    EXPECT_EQ(claims.size(), 2 * kMany) << "every claim has its conflict";
    std::size_t of_claims = found.listed.size() * 2;
    for (const auto& [claim, not_listed] : found.not_listed_of) {
        of_claims += not_listed.left_out;
    }
    EXPECT_EQ(of_claims, 2 * kMany * kMany) << "a pair is of two claims";
}

TEST_F(ConflictPairs, OfManyAreCountedForEachArticle) {
    const std::size_t kMany = 20;
    put("for.md", std::vector<test::Said>(kMany, {"Aspirin is better than placebo for pain.", {}}));
    put("against.md", std::vector<test::Said>(kMany, {"Placebo is better than aspirin for pain.", {}}));
    put("one.md", {{"Placebo was superior to aspirin for pain.", {}}});
    const auto of = [&](const char* path) {
        const Conflicts found = survey_conflicts(*store_, store_->find_article(path)->id);
        return found.listed.size() + found.not_listed.left_out;
    };
    EXPECT_EQ(of("for.md"), kMany * (kMany + 1));
    EXPECT_EQ(of("against.md"), kMany * kMany);
    EXPECT_EQ(of("one.md"), kMany);
    EXPECT_GT(survey_conflicts(*store_, store_->find_article("for.md")->id).not_listed.left_out, 0U);
}

TEST_F(ConflictPairs, OfManyWordingsAreFoundOrCounted) {
    const std::size_t kMany = 200;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < kMany; ++i) {
        const std::string dose = std::to_string(i + 1) + " mg";
        texts.push_back("Aspirin " + dose + " is better than placebo for pain.");
        texts.push_back("Placebo is better than aspirin " + dose + " for pain.");
    }
    std::vector<test::Said> all;
    for (const std::string& text : texts) {
        all.push_back({text.c_str(), {}});
    }
    put("many.md", all);
    const Conflicts found = survey_conflicts(*store_);
    EXPECT_GE(found.listed.size() + found.not_listed.left_out + found.not_listed.not_compared, kMany);
    EXPECT_FALSE(found.listed.empty());
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
