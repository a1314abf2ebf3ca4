// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/text_lines.hpp"
#include "draft_text.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

struct Case {
    const char* what;
    const char* text;
    const char* outline;
};

constexpr Case kCases[] = {
    {"a web page pasted line by line",
     "Five reasons for pain\nA dull twinge is easy to ignore until it stays.\nThe Sedentary Spiral\nRest "
     "feels safe.\n",
     "h1|Five reasons for pain\np|A dull twinge is easy to ignore until it stays.\nh2|The Sedentary "
     "Spiral\np|Rest feels safe.\n"},
    {"bullets of several kinds",
     "Causes include:\n\n  • Strain\n\t- Poor posture\n* Age\n  • * Chou R. A Review.\n",
     "p|Causes include:\nli1 [•]|Strain\nli1 [-]|Poor posture\nli1 [*]|Age\nli1 [• *]|Chou R. A Review.\n"},
    {"numbered entries", "References\n1. Smith J. A.\n[2] Jones K. B.\n(3) Lee M. C.\n4) Kim N. D.\n",
     "h1|References\nli1 [1]|Smith J. A.\nli1 [2]|Jones K. B.\nli1 [3]|Lee M. C.\nli1 [4]|Kim N. D.\n"},
    {"superscript digits stay in the text", "It helps.²\n\n¹ First. 2020.\n⁴Fourth J. 2021.\n",
     "p|It helps.²\np|¹ First. 2020.\np|⁴Fourth J. 2021.\n"},
    {"years and decimals are no labels", "2018. A year.\n1.5 mg a day.\n",
     "p|2018. A year.\np|1.5 mg a day.\n"},
    {"a numbered heading between paragraphs",
     "Pain has causes.\n\n1. Muscle Strain\n\nThis is the leading cause.\n",
     "p|Pain has causes.\nh2 [1]|Muscle Strain\np|This is the leading cause.\n"},
    {"questions head their answers", "Why do vertebrae ache?\n\nFor several reasons.\n",
     "h1|Why do vertebrae ache?\np|For several reasons.\n"},
    {"underlined headings and rules", "Title\n=====\n\nText here.\n\n* * *\n\nPart\n----\nMore text.\n",
     "h1|Title\np|Text here.\nh2|Part\np|More text.\n"},
    {"a table drawn with pipes", "Drill | How | Why |\n---|---|---|\nPress | Kneel | Core |\nNote: stop.\n",
     "td|Drill\ntd|How\ntd|Why\ntd|Press\ntd|Kneel\ntd|Core\np|Note: stop.\n"},
    {"a menu is no row of headings", "Home\nAbout\nContact\nTerms\nText begins here.\n",
     "p|Home\np|About\np|Contact\nh2|Terms\np|Text begins here.\n"},
    {"a line that breaks off goes on",
     "The effect of early treatment on pain was found\nto be small.\nNext one.\n",
     "p|The effect of early treatment on pain was found to be small.\np|Next one.\n"},
    {"line ends of all systems", "One is here.\r\nTwo is here.\rThree is here.\n",
     "p|One is here.\np|Two is here.\np|Three is here.\n"},
};

TEST(ReadText, MakesBlocksOfLines) {
    for (const auto& [what, text, expected] : kCases) {
        SCOPED_TRACE(what);
        const auto draft = read_text(text);
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(outline(*draft), expected);
        EXPECT_EQ(broken_promise(*draft), "");
    }
}

TEST(ReadText, JoinsLinesThatWereWrapped) {
    const auto draft = read_text(
        "Back pain is common, and most people who have it\n"
        "get better within six weeks whatever they do. In\n"
        "12 trials exercise was better than rest, and the\n"
        "difference was small. See also the work by Smith\n"
        "and Jones.\n"
        "\n"
        "A second paragraph begins here, and it is not the\n"
        "last of them.\n"
        "\n"
        "References\n"
        "\n"
        "1. Smith J, Jones K. A long title that needs more\n"
        "   than one line to be told. Lancet 2018;391:2356.\n"
        "2. Lee M, Kim N. Another title that goes over the\n"
        "   line. BMJ 2019;1:2.\n");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(
        outline(*draft),
        "p|Back pain is common, and most people who have it get better within six weeks whatever they do. In "
        "12 trials "
        "exercise was better than rest, and the difference was small. See also the work by Smith and Jones.\n"
        "p|A second paragraph begins here, and it is not the last of them.\n"
        "h2|References\n"
        "li1 [1]|Smith J, Jones K. A long title that needs more than one line to be told. Lancet "
        "2018;391:2356.\n"
        "li1 [2]|Lee M, Kim N. Another title that goes over the line. BMJ 2019;1:2.\n");
    EXPECT_EQ(place_of(*draft, "than one line"), "13:4");
    EXPECT_EQ(place_of(*draft, "BMJ"), "15:10");
}

TEST(ReadText, TakesTheFirstLineForTheTitle) {
    EXPECT_EQ(read_text("Back pain\n\nText follows here.\n")->title, "Back pain");
    EXPECT_EQ(read_text("This is no title. It is text.\n")->title, "");
}

TEST(ReadText, IsLinearInOneEndlessLine) {
    const std::string word(std::size_t{20} << 20U, 'x');
    const auto draft = read_text(word);
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->blocks.size(), 1U);
    EXPECT_EQ(draft->text.size(), word.size());
}

TEST(ReadText, NumbersItemsBeyondAThousandButTakesNoYearForANumber) {
    EXPECT_EQ(read_item_label("1234. Smith J. Pain.").number, 1234U);
    EXPECT_EQ(read_item_label("1000) Smith J. Pain.").number, 1000U);
    EXPECT_EQ(read_item_label("2019. A year of pain").size, 0U);
    EXPECT_EQ(read_item_label("1984. A novel").size, 0U);
    EXPECT_EQ(read_item_label("12345. Pain").size, 0U);
}

}  // namespace
}  // namespace whereof::article
