// SPDX-License-Identifier: MIT
#include "claim/facets.hpp"

#include "claim/evidence.hpp"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

struct Case {
    const char* sentence;
    const char* expected;
};

/// "words: design year studies participants"
std::string evidence_of(std::string_view sentence) {
    const Span named = find_evidence(sentence);
    const EvidenceParts parts = read_evidence(sentence, named);
    return named.empty() ? ""
                         : fmt::format("{}: {} {} {} {}", named.of(sentence), bib::name(parts.design),
                                       parts.year, parts.studies.value_or(0), parts.participants.value_or(0));
}

TEST(NamedEvidence, IsCutAtItsEndAndReadInParts) {
    constexpr Case kCases[] = {
        {"PT relieved more pain than waiting, according to a 2023 meta-analysis.",
         "a 2023 meta-analysis: meta-analysis 2023 0 0"},
        {"According to a 2023 meta-analysis pooling 12 trials with 3,400 participants, PT helped.",
         "a 2023 meta-analysis: meta-analysis 2023 12 3400"},
        {"A 2024 systematic review of 27 trials reported a drop.",
         "A 2024 systematic review of 27 trials: systematic-review 2024 27 0"},
        {"A systematic review of 27 randomised controlled trials found that 300 patients fell.",
         "A systematic review of 27 randomised controlled trials: systematic-review 0 27 0"},
        {"However, a meta-analysis of nine clinical studies (n = 1,200) has shown that it lasts.",
         "a meta-analysis of nine clinical studies: meta-analysis 0 9 1200"},
        {"Pooling 12 trials with 900 adults, a 2021 meta-analysis found a gain.",
         "a 2021 meta-analysis: meta-analysis 2021 12 900"},
        {"A randomised trial in 120 adults, published in 2019, showed less pain in 40 people.",
         "A randomised trial in 120 adults: randomized-trial 0 0 120"},
        {"A randomized trial (2019) of yoga found less pain.",
         "A randomized trial: randomized-trial 2019 0 0"},
        {"A cohort study, which followed 2000 nurses, found more pain.", "A cohort study: cohort 0 0 2000"},
        {"A study of 120 runners linked it to shoes.", "A study of 120 runners: unknown 0 0 120"},
        {"Research shows that rest is best in 3 trials.", "Research shows: unknown 0 0 0"},
        {"In 2017, a systematic review of trials published since 2008 found less pain.",
         "a systematic review: systematic-review 2017 0 0"},
        {"A systematic review of trials from 1995 to 2016 found less pain.",
         "A systematic review: systematic-review 0 0 0"},
        {"A meta-analysis of work between 2001 and 2011 found less pain.",
         "A meta-analysis: meta-analysis 0 0 0"},
        {"A systematic review that updated the 2007 review found less pain.",
         "A systematic review: systematic-review 0 0 0"},
        {"A Cochrane review (2021; 12 trials, 3400 participants) found less pain.",
         "A Cochrane review: systematic-review 2021 12 3400"},
        {"A pooled analysis of twelve RCTs (n = 2,140) found less pain.",
         "A pooled analysis of twelve RCTs: meta-analysis 0 12 2140"},
        {"According to a 2022 NICE guideline, rest is best.", "a 2022 NICE guideline: guideline 2022 0 0"},
        {"Rest is best, according to NICE guidelines.", "NICE guidelines: guideline 0 0 0"},
        {"A 2021 clinical practice guideline recommends rest.",
         "A 2021 clinical practice guideline: guideline 2021 0 0"},
        {"A 2020 consensus statement recommends rest.", "A 2020 consensus statement: guideline 2020 0 0"},
        {"Rest is best, according to a consensus statement.", "a consensus statement: guideline 0 0 0"},
        {"A systematic review of guidelines found less pain.",
         "A systematic review: systematic-review 0 0 0"},
        {"In a 2021 trial, rest was best.", "a 2021 trial: unknown 2021 0 0"},
        {"In a cohort of 23,915 patients, rest was best.", "a cohort of 23,915 patients: cohort 0 0 23915"},
        {"A double-blind study in 24 volunteers showed less pain.",
         "A double-blind study in 24 volunteers: unknown 0 0 24"},
        {"A 2019 survey of 2,000 nurses found less pain.",
         "A 2019 survey of 2,000 nurses: cross-sectional 2019 0 2000"},
        {"A Lancet study from 2018 found less pain.", "A Lancet study from 2018: unknown 2018 0 0"},
        {"A 2018 case report described less pain.", "A 2018 case report: case-report 2018 0 0"},
        {"A review of 12 randomised trials found less pain.",
         "A review of 12 randomised trials: unknown 0 12 0"},
        {"Unlike a 2008 cohort study, a 2016 trial found no gain.", "a 2016 trial: unknown 2016 0 0"},
        {"A follow-up of a randomised trial found no gain.", ""},
        {"We conducted a randomised trial.", ""},
        {"We performed a systematic review of 27 trials.", ""},
        {"This was a cohort study of 300 nurses.", ""},
        {"Our randomised trial showed less pain.", ""},
        {"Yoga helps.", ""},
        {"", ""},
    };
    for (const auto& [sentence, expected] : kCases) {
        EXPECT_EQ(evidence_of(sentence), expected) << sentence;
    }
}

TEST(ClaimFacets, TellWhatIsNotSureAndWhatIsDenied) {
    struct {
        const char* sentence;
        const char* hedged;
        const char* negated;
        const char* turn;
    } const kCases[] = {
        {"Massage may ease pain.", "may", "", ""},
        {"Massage might not ease pain.", "might", "might not", ""},
        {"A review suggests that massage helps.", "suggests", "", ""},
        {"Massage seems to help.", "seems", "", ""},
        {"It is thought to help.", "is thought to", "", ""},
        {"Massage did not help.", "", "did not", ""},
        {"Massage doesn't help.", "", "doesn't", ""},
        {"There was no difference.", "", "no", ""},
        {"Massage failed to help.", "", "failed to", ""},
        {"However, massage never helped.", "", "never", "However"},
        {"In contrast, massage helped.", "", "", "In contrast"},
        {"Although small, it helped.", "", "", "Although"},
        // none of these
        {"Massage helped not only backs.", "", "", ""},
        {"Patients who did not respond were given yoga.", "", "", ""},
        {"If it does not help, yoga does.", "", "", ""},
        {"In May 2020 massage helped.", "", "", ""},
        {"Massage helped without harm.", "", "", ""},
        {"It was more likely with yoga.", "", "", ""},
        {"Metformin users were more likely to fall.", "", "", ""},
        {"Metformin users were less likely to fall than others.", "", "", ""},
        {"Walkers were twice as likely to recover.", "", "", ""},
        {"Metformin is likely to help.", "is likely", "", ""},
        {"Metformin users are likely to recover.", "are likely", "", ""},
        {"Metformin users may be more likely to fall.", "may", "", ""},
        {"Rest is, however, worse.", "", "", ""},
        {"", "", "", ""},
    };
    for (const auto& [sentence, hedged, negated, turn] : kCases) {
        const ClaimFacets facets = read_facets(sentence);
        EXPECT_EQ(facets.hedged, hedged) << sentence;
        EXPECT_EQ(facets.negated, negated) << sentence;
        EXPECT_EQ(facets.turn, turn) << sentence;
    }
}

}  // namespace
}  // namespace whereof::claim
