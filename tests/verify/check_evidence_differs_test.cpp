// SPDX-License-Identifier: MIT
#include "claim/evidence.hpp"
#include "verify/checks.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

/// What the check says of a sentence that cites one work of that title and year.
std::string said_of(std::string_view sentence, std::string_view title, int year) {
    article::Article article;
    article.text = sentence;
    article.sentences = {{{0, sentence.size()}, 0, article::BlockKind::paragraph}};
    article::ListedReference listed;
    listed.reference.item.type = bib::ItemType::article_journal;
    listed.reference.item.title = title;
    listed.reference.item.issued.year = year;
    article.references.push_back(listed);
    article::Claim claim;
    claim.text = sentence;
    claim.references = {0};
    claim.evidence = std::string(claim::find_evidence(sentence).of(sentence));
    claim.cited = true;
    article.claims = {claim};
    const std::vector<finding::Verdict> verdicts(1);
    std::vector<finding::Finding> findings;
    check_evidence_differs({article, verdicts, {}}, findings);
    return findings.empty() ? "" : findings.front().message;
}

struct Cited {
    const char* sentence;
    const char* title;
    int year;
};

TEST(EvidenceDiffers, TellsAnotherDesignOrYear) {
    constexpr Cited kCases[] = {
        {"A 2019 meta-analysis found that ginger eases nausea.", "Ginger: a randomised controlled trial",
         2019},
        {"A 2017 meta-analysis found that garlic helps.", "Garlic: a meta-analysis", 2013},
        {"A randomised trial of 300 women found less pain.", "Yoga: a cross-sectional survey", 2020},
        {"According to a case report, kratom harms.", "Kratom: a systematic review", 2021},
        {"Based on a 2012 meta-analysis, rest is best.", "Rest: a randomised trial", 2012},
    };
    for (const auto& [sentence, title, year] : kCases) {
        EXPECT_NE(said_of(sentence, title, year), "") << sentence;
    }
}

TEST(EvidenceDiffers, AccusesNoHonestSentence) {
    constexpr Cited kCases[] = {
        // the source of what several works show may be a review of them
        {"Randomised trials show that statins work.", "Statins: a systematic review", 2016},
        {"Evidence from randomised trials supports statins.", "Statins: a meta-analysis", 2016},
        // a review of trials is no trial
        {"A 2020 review of 12 randomised trials found statins safe.", "Statins: a systematic review", 2020},
        {"An analysis of three cohort studies praised tea.", "Tea: a meta-analysis", 2020},
        {"In a 2018 meta-analysis of cohort studies, tea helped.", "Tea: a meta-analysis", 2018},
        {"In 2018, a pooled analysis of five trials favoured early feeding.", "Feeding: a randomised trial",
         2018},
        // what the sentence names beside the evidence that it rests on
        {"Unlike a 2008 cohort study, a 2016 trial found no gain.", "Selenium: a randomized trial", 2016},
        {"In contrast to a 2010 trial, later work showed harm.", "Beta carotene: a cohort study", 2014},
        {"Following a 2005 case report, a registry was set up.", "A registry: cohort study", 2011},
        {"Since a 2001 trial was stopped, guidelines advise against it.", "A clinical practice guideline",
         2022},
        {"Guidelines based on a 2012 meta-analysis recommend statins.", "A clinical practice guideline",
         2016},
        {"A 10-year follow-up of a randomised trial showed no gain.", "Ten years of a cohort: a cohort study",
         2016},
        {"A secondary analysis of a randomised trial linked dose to falls.", "Dose: a cohort study", 2016},
        {"The 2020 update of a 2015 systematic review found five more trials.",
         "Massage: a systematic review", 2020},
        {"The 2016 guideline, which cites a randomised trial of 90 men, advises rest.",
         "Concussion: clinical practice guideline", 2016},
        // online and print
        {"A 2019 meta-analysis found less pain.", "Yoga: a meta-analysis", 2020},
    };
    for (const auto& [sentence, title, year] : kCases) {
        EXPECT_EQ(said_of(sentence, title, year), "") << sentence;
    }
}

}  // namespace
}  // namespace whereof::verify
