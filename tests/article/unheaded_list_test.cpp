// SPDX-License-Identifier: MIT
#include "article/unheaded_list.hpp"

#include "article/readers.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

const std::string kProse =
    "Back pain and what helps\n\n"
    "Low back pain is the leading cause of disability, and most people will have it at some time in their "
    "lives.\n\n"
    "In 2018, a large review showed that walking and strength training both reduce pain (Smith, 2018).\n\n"
    "Ask your doctor before you begin. Many people improve within six weeks whatever they do.\n\n";

std::vector<std::string> references_of(const std::string& text, std::string_view name = "a.txt") {
    std::vector<std::string> out;
    const auto articles = read_articles(text, name);
    for (const ListedReference& listed : articles.at(0)->references) {
        out.push_back(listed.reference.raw);
    }
    return out;
}

std::string joined(const std::vector<std::string>& entries, std::string_view end) {
    std::string out;
    for (const std::string& entry : entries) {
        out += entry + std::string(end);
    }
    return out;
}

/// Entries that look like little by themselves stand among others.
TEST(UnheadedList, IsJudgedAsAWhole) {
    const std::vector<std::string> entries{
        "Adams, B., & Baker, C. (2019). Walking and the back: A trial. Spine, 44(3), 101–109.",
        "American College of Physicians. Pain at work and at home.",
        "Clark, D. (2020). Rest is no cure. Pain, 161, 12–20.",
        "Evans, F. (n.d.). Early care. Back Society.",
        "National Institute for Health and Care Excellence. (2016). Low back pain and sciatica in over 16s. "
        "NICE.",
        "Иванов, И. (2020). Боль в спине. Врач, 3, 4–5.",
        "Παπαδόπουλος, Γ. (2019). Ο πόνος. Ιατρική, 1, 2–3.",
        "王伟. (2021). 背痛的研究. 医学杂志, 5, 6–7.",
        "World Health Organization. (2020). Guidelines on physical activity. Author."};
    for (const std::string_view end : {"\n", "\r\n", "\n\n", "\r\n\r\n"}) {
        EXPECT_EQ(references_of(kProse + joined(entries, end)), entries);
        EXPECT_EQ(references_of("# " + kProse + joined(entries, end), "a.md"), entries);
        EXPECT_EQ(references_of(kProse + joined(entries, end) +
                                "\nAbout the author\n\nShe walks, and she has written about it for years.\n"),
                  entries);
    }
    EXPECT_EQ(references_of("<!DOCTYPE html><html><body><h1>Back pain</h1><p>It is common.</p><p>" +
                                joined(entries, "<br>") + "</p>",
                            "a.html"),
              entries);
}

TEST(UnheadedList, IsNoneOfTheseThings) {
    const std::vector<std::vector<std::string>> others{
        {"Smith and Lee (2019) walked for a year, and they were well.",
         "Jones (2020) rested for a month, which was of no use to anybody.",
         "Garcia et al. (2021) did both, and that is what you should do too.",
         "Adams, who was the first (2001), would not have thought so."},
        {"Smith, J.: Walking and the back .......... 12", "Lee, K.: Rest .......... 34",
         "Garcia, M.: Early care .......... 56", "Adams, B.: Late care .......... 78"},
        {"Smith, John is a professor of walking in Oxford. Since 2010 he has led the group.",
         "Lee, Kim is a physiotherapist. She was president of the society from 2012 to 2016.",
         "Garcia, Maria is a writer. You may know her from the radio; her book is out in 2022."},
        {"Mayo Clinic: https://www.mayoclinic.org/back-pain", "NHS: https://www.nhs.uk/back-pain",
         "CDC: https://www.cdc.gov/back", "WHO: https://www.who.int/back"},
        {"Monday, 4 March 2019: Walking for beginners", "Tuesday, 5 March 2019: Rest",
         "Wednesday, 6 March 2019: Care", "Thursday, 7 March 2019: More care"},
        {"Age, years 45 (12)", "Pain, 0–10 6.1 (2.0)", "Men, % 44", "Smokers, % 2018 13"}};
    for (const auto& lines : others) {
        EXPECT_EQ(references_of(kProse + joined(lines, "\n")), std::vector<std::string>{}) << lines[0];
        EXPECT_EQ(references_of(kProse + joined(lines, "\n\n")), std::vector<std::string>{}) << lines[0];
    }
}

TEST(UnheadedList, IsFoundHoweverLong) {
    std::string list;
    constexpr std::size_t kEntries = 3500;
    for (std::size_t i = 0; i < kEntries; ++i) {
        list += "Adams, B. (2019). Walking, part " + std::to_string(i + 1) + ". Spine, 44, 1–9.\n";
    }
    EXPECT_EQ(references_of(kProse + list).size(), kEntries);
}

/// The order of a list decides what is a label and what a year.
TEST(NumberedList, CountsOnPastTheYears) {
    constexpr std::size_t kEntries = 2100;
    for (const auto& [before, behind] :
         std::vector<std::pair<std::string, std::string>>{{"", ". "}, {"[", "] "}, {"", " "}}) {
        SCOPED_TRACE(before + "1" + behind);
        std::string list;
        for (std::size_t i = 1; i <= kEntries; ++i) {
            list += before + std::to_string(i) + behind + "Adams B. Walking. Spine. 2019;44(3):101-109.\n";
        }
        EXPECT_EQ(references_of(kProse + "References\n\n" + list).size(), kEntries);
        EXPECT_EQ(references_of("# " + kProse + list, "a.md").size(), kEntries);
    }
}

}  // namespace
}  // namespace whereof::article
