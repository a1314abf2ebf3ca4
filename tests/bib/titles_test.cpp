// SPDX-License-Identifier: MIT
#include "bib/titles.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

struct Case {
    const char* text;
    CleanTitle expected;
};

TEST(Titles, LoseWhatIsNotTheirs) {
    const Case kCases[] = {
        {"Low back pain.", {"Low back pain", "", ""}},
        {"“What low back pain is.”", {"What low back pain is", "", ""}},
        {"\"Exercise for pain\",", {"Exercise for pain", "", ""}},
        {"“Exercise for pain”.", {"Exercise for pain", "", ""}},
        {"‘Don’t panic: back pain’", {"Don’t panic: back pain", "", ""}},
        {"„Rücken und Schmerz“", {"Rücken und Schmerz", "", ""}},
        {"«Dolor» y «miedo»", {"«Dolor» y «miedo»", "", ""}},
        {"“Fear” and “pain”.", {"“Fear” and “pain”", "", ""}},
        {"Is it safe?", {"Is it safe?", "", ""}},
        {"Move!", {"Move!", "", ""}},
        {"Comment on Smith et al.", {"Comment on Smith et al.", "", ""}},
        {"Opioid use in the U.S.", {"Opioid use in the U.S.", "", ""}},
        {"Drugs vs. exercise.", {"Drugs vs. exercise", "", ""}},
        {"Trained to wait...", {"Trained to wait...", "", ""}},
        {"[Back pain in primary care].", {"Back pain in primary care", "", ""}},
        {"[Back pain in primary care] [Article in German]", {"Back pain in primary care", "German", ""}},
        {"Health data [Internet].", {"Health data", "", ""}},
        {"Pain at work [editorial].", {"Pain at work", "", "editorial"}},
        {"Pain at work [PhD thesis]", {"Pain at work", "", "PhD thesis"}},
        {"Synthesis of [18F]FDG", {"Synthesis of [18F]FDG", "", ""}},
        {"Effects of X [Y]", {"Effects of X [Y]", "", ""}},
        {"  Soft\u00ADhyphen \n and\tblanks ", {"Softhyphen and blanks", "", ""}},
        {"", {"", "", ""}},
        {"\"", {"\"", "", ""}},
        {"[]", {"[]", "", ""}},
    };
    for (const auto& [text, expected] : kCases) {
        const CleanTitle found = clean_title(text);
        EXPECT_EQ(found.title, expected.title) << text;
        EXPECT_EQ(found.language, expected.language) << text;
        EXPECT_EQ(found.genre, expected.genre) << text;
        EXPECT_EQ(clean_title(found.title).title, found.title) << "again: " << text;
    }
}

TEST(Titles, ContainersKeepTheirAbbreviations) {
    EXPECT_EQ(clean_container("J. Clin. Epidemiol.,"), "J. Clin. Epidemiol.");
    EXPECT_EQ(clean_container("Lancet."), "Lancet");
    EXPECT_EQ(clean_container("“Rückenschule”"), "Rückenschule");
    EXPECT_EQ(clean_container("Ann Intern Med."), "Ann Intern Med");
    EXPECT_EQ(clean_container("Proc. Natl Acad Sci USA."), "Proc. Natl Acad Sci USA");
    EXPECT_EQ(clean_container("Nat. Commun."), "Nat. Commun.");
}

TEST(Titles, PublishersAndPlacesKeepTheStopsOfAbbreviations) {
    EXPECT_EQ(clean_name("John Wiley & Sons, Inc."), "John Wiley & Sons, Inc.");
    EXPECT_EQ(clean_name("Washington, D.C."), "Washington, D.C.");
    EXPECT_EQ(clean_name("Frankfurt a. M."), "Frankfurt a. M.");
    EXPECT_EQ(clean_name("Springer."), "Springer");
    EXPECT_EQ(clean_name("Berlin,"), "Berlin");
}

TEST(Titles, TakeAnyBytesInLinearTime) {
    for (const char byte : {'[', ']', '"', '.', ' ', '\xC2', '\0'}) {
        clean_title(std::string(1'000'000, byte));
        clean_container(std::string(1'000'000, byte));
    }
    std::string notes = "T";
    for (int i = 0; i < 100'000; ++i) {
        notes += " [Internet]";
    }
    EXPECT_EQ(clean_title(notes).title, "T");
}

}  // namespace
}  // namespace whereof::bib
