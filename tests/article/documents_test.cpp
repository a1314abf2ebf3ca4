// SPDX-License-Identifier: MIT
#include "article/documents.hpp"

#include "article/entries.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

using Lines = std::vector<std::string>;

std::string marks(const DocumentReferences& found) {
    std::string out;
    for (const char c : found.is_reference) {
        out += c != 0 ? 'R' : 'O';
    }
    return out;
}

const Lines kPaper = {
    "The walk is good for the back, as we have shown in this study, and you should take it.",
    "It is not the only thing that helps, but it was the one that we could measure.",
    "References",
    "Adams, B. (2001): Walking and the back. In: Journal of Spine Research, 12(3), 101-109, a long",
    "    line of it that goes on. Berlin: Spine Press.",
    "Baker, C. and Dorn, E. (2003): Rest is no cure, whatever they say. In: Pain Quarterly 44, pp. 12-",
    "    20.",
    "                                                    17",
    "Clark, D. (1999): Early care for everybody who wants it and some who do not. New York: Med-",
    "    ical Books.",
    "Evans, F. (2010): What is a disc, and why should it be moved? Lancet 375: 1001-1009.",
    "Acknowledgements",
    "We thank everybody who has walked with us in this study and those who will.",
    "They were many, and we are glad that they could come.",
};

TEST(FindReferences, TellsTheListFromTheText) {
    const DocumentReferences found = find_references(kPaper);
    EXPECT_EQ(marks(found), "OOORRRRORRROOO");
    ASSERT_EQ(found.references.size(), 4U);
    EXPECT_EQ(found.references[1],
              "Baker, C. and Dorn, E. (2003): Rest is no cure, whatever they say. In: Pain Quarterly 44, pp. "
              "12- 20.");
    EXPECT_EQ(found.references[2],
              "Clark, D. (1999): Early care for everybody who wants it and some who do not. New York: "
              "Medical Books.");
}

TEST(FindReferences, FindsASingleReferenceUnderItsHeading) {
    const Lines lines = {"Walking is good for the back, as we have shown.", "References",
                         "Adams B, Clark D. Walking and the back. Spine. 2001;12(3):101-109."};
    EXPECT_EQ(marks(find_references(lines)), "OOR");
}

constexpr const char* kMaher =
    "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017;389(10070):736-747.";
constexpr const char* kFoster =
    "Foster NE, Anema JR, Cherkin D. Prevention and treatment of low back pain. Lancet. 2018;391:2368-2383.";
constexpr const char* kHart =
    "Hartvigsen J, Hancock MJ. What low back pain is and why we need to pay attention. Lancet. "
    "2018;391:2356-67.";
constexpr const char* kWaddell = "Waddell G. The Back Pain Revolution. 2nd ed. Edinburgh: Churchill; 2004.";
constexpr const char* kDeyo = "Deyo RA, Weinstein JN. Low back pain. N Engl J Med. 2001;344(5):363-370.";

/// Lists that a count of three or a heading would not give away; each must come out as its own entries.
TEST(FindReferences, DividesListsOfEveryLength) {
    const auto line = [](std::string_view label, std::string_view work) {
        return std::string(label) + " " + std::string(work);
    };
    struct Case {
        const char* name;
        std::vector<std::string> lines;
        std::vector<std::string> references;
    };
    const std::string prose =
        "Pain of the back is common [1]. It is treated with exercise and with patience [2,3].";
    const std::vector<std::string> five{line("1.", kMaher), line("2.", kFoster), line("3.", kHart),
                                        line("4.", kWaddell), line("5.", kDeyo)};
    std::vector<std::string> behind_prose{prose};
    behind_prose.insert(behind_prose.end(), five.begin(), five.end());
    std::string run = "References: ";
    for (const std::string& one : five) {
        run += one + " ";
    }
    const std::vector<Case> cases{
        {"two",
         {"References", line("1.", kMaher), line("2.", kFoster)},
         {line("1.", kMaher), line("2.", kFoster)}},
        {"picked out",
         {"References", line("2.", kMaher), line("7.", kFoster), line("23.", kHart)},
         {line("2.", kMaher), line("7.", kFoster), line("23.", kHart)}},
        {"behind prose", behind_prose, five},
        {"one line", {"References", run.substr(12)}, {kMaher, kFoster, kHart, kWaddell, kDeyo}},
        {"lettered",
         {"References", line("1. a)", kMaher) + "; b) " + kFoster, line("2.", kHart)},
         {kMaher, kFoster, line("2.", kHart)}},
    };
    for (const auto& [name, lines, references] : cases) {
        EXPECT_EQ(find_references(lines).references, references) << name;
    }
    EXPECT_EQ(find_references(behind_prose).is_reference.front(), 0);
}

TEST(FindReferences, StopsAtWhatFollowsTheListInAJournal) {
    for (const char* closing :
         {"Anschrift der Autorin", "Eingereicht am: 06.03.2005", "Please cite this article as",
          "Author: B. Adams", "Bitte diesen Artikel wie folgt zitieren:", "Tel.: 0662 8044"}) {
        SCOPED_TRACE(closing);
        Lines lines = kPaper;
        lines.resize(11);
        lines.emplace_back(closing);
        lines.emplace_back("Institute of Backs");
        lines.emplace_back("Walker Street 42");
        EXPECT_EQ(marks(find_references(lines)), "OOORRRRORRROOO");
    }
}

TEST(FindReferences, LeavesOutTheOtherPapersOfASeries) {
    Lines lines = {"References"};
    for (const char* name : {"Adams", "Baker", "Clark", "Dorn", "Evans", "Frank", "Gordon", "Hall"}) {
        lines.push_back(std::string(name) + ", B. (2001): " + name +
                        " and the back. In: Journal of Spine Research, 12(3),");
        lines.push_back(std::string("    101-109. Berlin: ") + name + " Press.");
    }
    const std::size_t list = lines.size();
    lines.insert(lines.end(),
                 {"                  28", "Books of the Research Area Backs", "Thomas Cusack",
                  "A National Challenge at the Local Level", "2003, Ashgate, London", "Bob Hancke",
                  "Large Firms and Change, 2002, Oxford University Press", "Andreas Stephan",
                  "Essays on Walking, 2003, http://www.example.org/2003/202"});
    EXPECT_EQ(marks(find_references(lines)), "O" + std::string(list - 1, 'R') + std::string(9, 'O'));
}

TEST(FindReferences, PassesOverHeadsAndFeetBesidePageNumbers) {
    const Lines lines = {
        "References",
        "Adams B. Walking and the back. Spine. 2001;12(3):101-109.",
        "Baker C. Rest is no cure. Pain. 2003;44:12-20.",
        "Journal of Backs, Volume 6, 2005, Note 1.",
        "– 11 –",
        "Clark D. Early care for everybody. Lancet. 1999;12:1-9.",
        "Evans F. What is a disc? Lancet. 2010;375:1001-1009.",
        "Journal of Backs, Volume 6, 2005, Note 1.",
        "– 12 –",
        "Frank G. Walking again. Spine. 2011;12(3):101-109.",
        "6.2. Secondary sources",
        "Gordon H. Resting again. Spine. 2012;12(3):101-109.",
    };
    const DocumentReferences found = find_references(lines);
    EXPECT_EQ(marks(found), "ORROORROOROR");
    EXPECT_EQ(found.references.size(), 6U);
}

TEST(FindReferences, GivesOneValueALine) {
    EXPECT_TRUE(find_references(Lines{}).is_reference.empty());
    for (const Lines& lines :
         {Lines{""}, Lines{"", "", "x"}, Lines{"References"}, Lines{"References", "", ""},
          Lines{"1.", "2.", "3.", "4."}, Lines(1000, "Smith J. Pain. 2001;1:1-9.")}) {
        const DocumentReferences found = find_references(lines);
        EXPECT_EQ(found.is_reference.size(), lines.size());
        const bool any =
            std::any_of(found.is_reference.begin(), found.is_reference.end(), [](char c) { return c != 0; });
        EXPECT_EQ(any, !found.references.empty());
    }
}

TEST(FindReferences, TakesTimeInProportionToTheText) {
    const Lines many(20'000, "    Smith, J. (2001): (vgl. Doe 1999, (((( and so on 12-13. 7 8 9");
    EXPECT_EQ(find_references(many).is_reference.size(), many.size());
    const Lines one{std::string(400'000, '('), std::string(400'000, '7'), std::string(100'000, ' ')};
    EXPECT_EQ(find_references(one).is_reference.size(), one.size());
}

TEST(EntryStarts, FollowsLabels) {
    const std::vector<std::string_view> lines = {"1. Smith J. Walking", "and more. 2001;12:1-9.",
                                                 "2. Jones A. Rest", "1999. Pain.", "3. Lee K. Care. 2003."};
    EXPECT_EQ(entry_starts(lines, {0, 0, 0, 0, 0}), (std::vector<bool>{true, false, true, false, true}));
}

TEST(EntryStarts, FollowsLabelsBehindTheEndOfAnEntry) {
    const std::vector<std::string_view> lines = {"Tanks: Evolving Structure, in: Quarterly, S. 577.",
                                                 "2 Ebd., S. 579.",
                                                 "3 Saunders, Watchers, in:",
                                                 "Quarterly 161/2000, S. 41.",
                                                 "4 Mohanty, Players, S. 597.",
                                                 "5 Chan, Studies, S. 1.",
                                                 "6 McGann, Tanks, S. 15.",
                                                 "7 Zhu, Tanks, S. 452."};
    EXPECT_EQ(entry_starts(lines, {0, 0, 0, 0, 0, 0, 0, 0}),
              (std::vector<bool>{true, true, true, false, true, true, true, true}));
}

TEST(EntryStarts, KnowsNamesThatBeginWithASmallLetter) {
    const std::vector<std::string_view> lines = {
        "Couldry, Nick, 2004, Theorising Media as Practice, Social Semiotics, 14(2): 115-132.",
        "de Souza e Silva, Adriana, 2006, From Cyber to Hybrid. Mobile Technologies as Interfaces",
        "of Hybrid Spaces. Space and Culture, 9(3): 261-278.",
        "eMarketer, 2013, Walking with a telephone. London.",
        "Farman, Jason, 2012, The Mobile Interface Theory. New York: Routledge."};
    EXPECT_EQ(entry_starts(lines, {0, 0, 0, 0, 0}), (std::vector<bool>{true, true, false, true, true}));
}

TEST(EntryStarts, KnowsBodiesByTheirYear) {
    const std::vector<std::string_view> lines = {
        "Statistisches Bundesamt (1972): Zusammengefasste Daten der Zählung vom 27. Mai 1970, Heft 3.",
        "Statistisches Bundesamt (1974): Ausgewählte Daten der Zählung vom 27. Mai 1970, als Buch. Heft 5.",
        "Statistisches Bundesamt (1978a): Untersuchungen zur Methode und Genauigkeit der Zählung, Heft 26."};
    EXPECT_EQ(entry_starts(lines, {0, 0, 0}), (std::vector<bool>{true, true, true}));
}

TEST(EntryStarts, FollowsHangingIndents) {
    const std::vector<std::string_view> lines = {"Adams, B. 2001. Walking and",
                                                 "Pain. Berlin.",
                                                 "Baker, C. 2003. Rest",
                                                 "In: Pain 44.",
                                                 "Clark, D. 1999. Care.",
                                                 "Evans, F. 2010. Disc",
                                                 "Lancet."};
    const std::vector<bool> expected = {true, false, true, false, true, true, false};
    EXPECT_EQ(entry_starts(lines, {0, 4, 0, 4, 0, 0, 4}), expected);
    EXPECT_EQ(entry_starts(lines, {9, 10, 9, 10, 9, 9, 10}), expected);
}

TEST(EntryStarts, JudgesByWordsWhereIndentsTellNothing) {
    const std::vector<std::string_view> lines = {
        "Adams, B. (2001): Walking and the back, a study of many people who walked and of",
        "some who did not. Berlin: Spine Press.",
        "Baker, C. (2003): Rest is no cure, whatever they say in the papers of today and of",
        "Tomorrow. In: Pain Quarterly 44, S. 12-20.",
        "Clark, D. (1999): Early care. New York: Medical Books.",
    };
    EXPECT_EQ(entry_starts(lines, {0, 0, 0, 0, 0}), (std::vector<bool>{true, false, true, false, true}));
}

}  // namespace
}  // namespace whereof::article
