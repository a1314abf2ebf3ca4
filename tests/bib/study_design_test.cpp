// SPDX-License-Identifier: MIT
#include "bib/study_design.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

TEST(StudyDesign, IsReadFromTitles) {
    struct Case {
        const char* title;
        StudyDesign design;
    };
    constexpr Case kCases[] = {
        {"Early Versus Delayed Physical Therapy for Low-Back Pain: Meta-Analysis.",
         StudyDesign::meta_analysis},
        {"Exercise for neck pain: a systematic review and meta‐analysis", StudyDesign::meta_analysis},
        {"Physical Activity Versus Bed Rest: Narrative Review", StudyDesign::narrative_review},
        {"Yoga vs education: a randomised controlled trial", StudyDesign::randomized_trial},
        {"A non-randomised comparison of two splints", StudyDesign::controlled_trial},
        {"Heat wraps: study protocol for a randomized controlled trial", StudyDesign::protocol},
        {"Sitting and pain in nurses: a cross-sectional study", StudyDesign::cross_sectional},
        {"Smoking and disc disease: a case–control study", StudyDesign::case_control},
        {"Noninvasive Treatments for Low Back Pain: A Clinical Practice Guideline From the American College "
         "of Physicians",
         StudyDesign::guideline},
        {"Nonpharmacologic Therapies for Low Back Pain: A Systematic Review for an American College of "
         "Physicians Clinical Practice Guideline",
         StudyDesign::systematic_review},
        {"Heat and cold: evidence review for a clinical guideline", StudyDesign::systematic_review},
        {"Statins and falls: pooled analysis of three cohort studies", StudyDesign::meta_analysis},
        {"Rest after surgery: a position statement", StudyDesign::guideline},
        {"What low back pain is and why we need to pay attention", StudyDesign::unknown},
        {"", StudyDesign::unknown},
    };
    for (const auto& [title, design] : kCases) {
        Item item;
        item.title = title;
        item.type = ItemType::article_journal;
        EXPECT_EQ(name(study_design(item, {}).design), name(design)) << title;
    }
}

TEST(StudyDesign, PublicationTypesComeFirst) {
    Item item;
    item.title = "Exercise for chronic low back pain";
    const std::vector<std::string> trial{"Journal Article", "Randomized Controlled Trial"};
    EXPECT_EQ(study_design(item, trial).design, StudyDesign::randomized_trial);
    EXPECT_TRUE(study_design(item, trial).from_record);
    item.title = "Exercise for pain: a systematic review";
    const std::vector<std::string> review{"Journal Article", "Review"};
    EXPECT_EQ(study_design(item, review).design, StudyDesign::systematic_review);
    const std::vector<std::string> plain{"Journal Article"};
    EXPECT_FALSE(study_design(item, plain).from_record);
}

TEST(StudyDesign, OnlyWhatExcludesEachOtherContradicts) {
    EXPECT_TRUE(contradict(StudyDesign::meta_analysis, StudyDesign::narrative_review));
    EXPECT_TRUE(contradict(StudyDesign::randomized_trial, StudyDesign::cohort));
    EXPECT_FALSE(contradict(StudyDesign::meta_analysis, StudyDesign::systematic_review));
    EXPECT_FALSE(contradict(StudyDesign::meta_analysis, StudyDesign::guideline));
    EXPECT_FALSE(contradict(StudyDesign::randomized_trial, StudyDesign::controlled_trial));
    EXPECT_FALSE(contradict(StudyDesign::unknown, StudyDesign::cohort));
}

TEST(StudyDesign, NamesRoundTripAndHaveTerms) {
    for (const StudyDesign design : study_designs()) {
        EXPECT_EQ(study_design_of_name(name(design)), design);
        EXPECT_EQ(terms_of_study_design(design).empty(), design == StudyDesign::web_page) << name(design);
        EXPECT_LE(evidence_level(design), 5);
    }
    EXPECT_FALSE(study_design_of_name("miracle"));
}

}  // namespace
}  // namespace whereof::bib
