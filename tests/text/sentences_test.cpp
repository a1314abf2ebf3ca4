// SPDX-License-Identifier: MIT
#include "text/sentences.hpp"

#include "text/utf8.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::text {
namespace {

/// The sentences of a text, joined by "|".
std::string joined(std::string_view text) {
    std::string out;
    for (const Span& span : split_sentences(text)) {
        if (!out.empty()) {
            out += '|';
        }
        out += span.of(text);
    }
    return out;
}

/// Each case is the expected division: '|' where a sentence ends, a blank stands there in the text.
constexpr const char* kCases[] = {
    "One sentence.",
    "First one.|Second one.",
    "No stop at the end",
    "Smith et al. found less pain.|So did others.",
    "This was shown by Smith et al.|The authors agree.",
    "Smith et al. (2020) agree.|Others do not.",
    "PT vs. rest was tested.|PT won.",
    "See Fig. 2 for details.|See also Table 1.",
    "The result was p < .05 in both.|It was small.",
    "It rose by 0.5 points.|Then it fell by 12.5.",
    "J. K. Smith wrote it.|He was right.",
    "He took vitamin C.|This did not help.",
    "E. coli grew.|S. aureus did not.",
    "Movement helps the back.1,2|The rest is detail.",
    "Movement helps.¹|Next comes rest.",
    "Movement helps.¹,²–⁴|Next comes rest.",
    "Movement helps.[1,2]|Next comes rest.",
    "It helps.[1]–[3]|Next comes rest.",
    "It helps [1].|Next comes rest [2].",
    "It was higher. (13) and sleep was better.|Next.",
    "It was higher. (13, 14), The rest was not.|Next.",
    "It was higher.|(13) The rest was not.",
    "He said “it helps.”|She agreed.",
    "He said \"it helps.\"|She agreed.",
    "(This stands alone.)|This too.",
    "It helped (see Fig. 3. and the appendix) a lot.|Good.",
    "Does it help?|Yes!|Really?!|Yes.",
    "In the U.S. market it sells.|In the U.K.|The same holds.",
    "Drugs, i.e. NSAIDs, help.|Exercise, e.g. walking, too.",
    "Rest... and then movement.|Good.",
    "Rest helps…|Or does it?",
    "Dr. Smith and Prof. Jones agree.|Mrs. Miller does not.",
    "It costs approx. 5 dollars.|Cheap.",
    "In 2020.|12 patients left.",
    "See No. 5 of the list.|Or not.",
    "We used version 2.1.3 of it.|It works.",
    "The mean was 5.|It fell to 4.",
    "Das gilt z.B. für Rücken.|Es hilft.",
    "Vgl. Müller.|Es hilft.",
    "Ele disse isso.|É verdade.",
    "We saw 45% vs. 30%.|\"Good,\" they said.",
    "Visit www.example.org for more.|Or call.",
    "The dose (i.v. or p.o.) varied.|It worked.",
    "The drug was given at 5 p.m.|The next dose followed.",
    "A pH of 7.4 was kept.|B. subtilis was grown.",
    "1. First item with a number.|Second sentence.",
};

TEST(SplitSentences, DividesWhereAReaderWould) {
    for (const std::string_view expected : kCases) {
        std::string text(expected);
        for (char& c : text) {
            c = c == '|' ? ' ' : c;
        }
        EXPECT_EQ(joined(text), expected);
    }
}

TEST(SplitSentences, EndsAtBlankLinesAndListItems) {
    EXPECT_EQ(joined("A heading\n\nA sentence\nover two lines. Next"),
              "A heading|A sentence\nover two lines.|Next");
    EXPECT_EQ(joined("Do this:\n- walk\n- swim\n• rest\n1. sleep"), "Do this:|- walk|- swim|• rest|1. sleep");
}

TEST(SplitSentences, KeepsEveryByteThatIsNotWhiteSpace) {
    const std::string text = "\u00A0One. Two [1]. (Three.) \u2003 Four.5 Six\xFF. \xE2\x80 Seven.\n\n\n ";
    std::string kept;
    std::size_t last = 0;
    for (const Span& span : split_sentences(text)) {
        EXPECT_GE(span.begin, last);
        EXPECT_FALSE(span.empty());
        kept += span.of(text);
        last = span.end;
    }
    EXPECT_EQ(joined("").size(), 0U);
    for (const std::string_view word : {"One.", "Two [1].", "(Three.)", "Four.5", "Six\xFF.", "Seven."}) {
        EXPECT_NE(kept.find(word), std::string::npos) << word;
    }
}

TEST(SplitSentences, CutsWhatIsNoSentenceAnyMore) {
    std::string words;
    while (words.size() < 5 * kLongestSentence) {
        words += "pain [1] and \u00E9 ";
    }
    std::string word;
    while (word.size() < 3 * kLongestSentence) {
        word += "\u00E9";
    }
    for (const std::string& text : {words, word, words + word + ". " + words}) {
        std::size_t last = 0;
        for (const Span& span : split_sentences(text)) {
            EXPECT_LE(span.end - span.begin, kLongestSentence);
            EXPECT_TRUE(is_valid_utf8(span.of(text)));
            EXPECT_EQ(text.find_first_not_of(' ', last), span.begin);
            last = span.end;
        }
        EXPECT_EQ(text.find_first_not_of(' ', last), std::string::npos);
    }
}

TEST(SplitSentences, TakesTimeInProportionToTheText) {
    for (const std::string_view piece :
         {"(", ")", "[", ".", "a.", "A. ", "1,", "…", "\n", "e.g. (", "()", "((.)"}) {
        std::string text;
        while (text.size() < 1'000'000) {
            text += piece;
        }
        EXPECT_LE(split_sentences(text).size(), text.size());
    }
}

}  // namespace
}  // namespace whereof::text
