// SPDX-License-Identifier: MIT
#include "article/claim_roles.hpp"

#include "article/draft.hpp"
#include "article/formats.hpp"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace whereof::article {
namespace {

/// The roles of the first claim of a page with these words and a list of four references, of 2019, 2023, 2023
/// and 2018.
std::string roles_in(std::string_view sentence) {
    const std::string page = fmt::format(
        "# Sore backs\n\n{}\n\nWalking is free [1]. Sitting is cheap [2,3]. Lying is old [4].\n\n## "
        "References\n\n"
        "1. Smith J. Yoga for pain. Spine. 2019;1(2):3-9.\n2. Lee M. Early therapy: a meta-analysis. Spine. "
        "2023;5(2):13-19.\n"
        "3. Chou R. Heat wraps at work. Lancet. 2023;7(3):33-39.\n4. Deyo R. Films of backs. BMJ. "
        "2018;9(4):43-49.\n",
        sentence);
    const Article article = assemble(*read_markdown(page));
    std::string out;
    for (const CitedRole& one : roles_of(article, article.claims.at(0))) {
        out += fmt::format("{}{} {}{}", out.empty() ? "" : "; ", one.reference + 1, name(one.role),
                           one.because.empty() ? "" : " |" + one.because + "|");
    }
    return out;
}

TEST(ClaimRoles, AreToldByTheWordsAboutTheMarker) {
    struct Case {
        const char* sentence;
        const char* expected;
    };
    constexpr Case kCases[] = {
        {"Yoga eases pain in most people [1].", "1 obtainsSupportFrom"},
        {"Early therapy relieved more pain, according to a 2023 meta-analysis [2].",
         "2 citesAsEvidence |a 2023 meta-analysis|"},
        {"Early therapy relieved more pain, according to a 2023 meta-analysis.[2]",
         "2 citesAsEvidence |a 2023 meta-analysis|"},
        {"A 2023 meta-analysis found less pain [1,2].",
         "1 obtainsSupportFrom; 2 citesAsEvidence |A 2023 meta-analysis|"},
        {"A 2023 meta-analysis found less pain [2,3].",
         "2 citesAsEvidence |A 2023 meta-analysis|; 3 citesAsEvidence |A 2023 meta-analysis|"},
        {"Heat helps at work [3], and a 2019 randomised trial found the same of yoga [1].",
         "3 obtainsSupportFrom; 1 citesAsEvidence |a 2019 randomised trial|"},
        {"Smith et al. [1], in a 2019 randomised trial, found less pain.",
         "1 citesAsEvidence |a 2019 randomised trial|"},
        {"In contrast to the findings of Smith [1], heat did not help.", "1 disagreesWith |In contrast to|"},
        {"Unlike earlier trials [1], ours was long.", "1 disagreesWith |Unlike|"},
        {"This is in line with previous reports [1,4].",
         "1 agreesWith |in line with|; 4 agreesWith |in line with|"},
        {"The pain is similar to angina [4].", "4 obtainsSupportFrom"},
        {"Films were read as described in [4].", "4 usesMethodIn |as described in|"},
        {"Disability was measured with the Oswestry index [1].", "1 usesMethodIn |measured with|"},
        {"The Oswestry index [1] was used to measure disability.", "1 usesMethodIn |was used to measure|"},
        {"Measured with care, heat helps most people [3].", "3 obtainsSupportFrom"},
        {"We took data from a national survey [4].", "4 usesDataFrom |data from|"},
        {"Chronic pain is defined as pain of three months [4].", "4 obtainsBackgroundFrom |is defined as|"},
        {"Pain has many causes (for a review, see [4]).", "4 citesAsRecommendedReading |see|"},
        {"Many drugs have been tested [1-3].",
         "1 citesForInformation |have been tested|; 2 citesForInformation |have been tested|; 3 "
         "citesForInformation |have been tested|"},
        {"Yoga helps [1], as a 2019 randomised trial says [1].",
         "1 citesAsEvidence |a 2019 randomised trial|"},
    };
    for (const auto& [sentence, expected] : kCases) {
        EXPECT_EQ(roles_in(sentence), expected) << sentence;
    }
}

}  // namespace
}  // namespace whereof::article
