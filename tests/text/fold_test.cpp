// SPDX-License-Identifier: MIT
#include "text/fold.hpp"

#include "support/data.hpp"

#include <gtest/gtest.h>

namespace whereof::text {
namespace {

struct Case {
    const char* text;
    const char* expected;
};

TEST(Fold, MakesSpellingsOfOneTextEqual) {
    constexpr Case kCases[] = {
        {"Łukasz  Ørsted", "lukasz orsted"},
        {"Straße", "strasse"},
        {"na\u00EFve\u00A0caf\u00E9", "naive cafe"},
        {"O\u2019Sullivan", "o'sullivan"},
        {"2356\u20132367", "2356-2367"},
        {"\u201CEarly\u201D \u00ABPT\u00BB", "\"early\" \"pt\""},
        {"co\u00ADoperate", "cooperate"},
        {"\uFB01brosis", "fibrosis"},
        {"  a\t\nb  ", "a b"},
        {"\xFF", "\xEF\xBF\xBD"},
        {"", ""},
    };
    for (const auto& [text, expected] : kCases) {
        SCOPED_TRACE(text);
        EXPECT_EQ(fold(text), expected);
        EXPECT_EQ(fold(fold(text)), fold(text));
    }
}

TEST(Fold, IsTheSameForPlainAsciiAsBesideOtherLetters) {
    for (int c = 1; c < 128; ++c) {
        const std::string text =
            std::string("x ") + static_cast<char>(c) + "B" + static_cast<char>(c) + " 'y";
        SCOPED_TRACE(c);
        EXPECT_EQ(fold(text) + "e", fold(text + "\u00E9"));
        EXPECT_EQ(fold_key(text) + "e", fold_key(text + "\u00E9"));
        auto words = fold_words(text);
        words.back() += "e";
        EXPECT_EQ(words, fold_words(text + "\u00E9"));
    }
}

TEST(Fold, KeyKeepsLettersAndDigits) {
    EXPECT_EQ(fold_key("Low-back Pain: a Review."), "lowbackpainareview");
    EXPECT_EQ(fold_key("\u03B2-carotene"), "\u03B2carotene");
}

TEST(Fold, WordsDropApostrophesAndDivideAtHyphens) {
    EXPECT_EQ(fold_words("O'Sullivan's low-back pain"),
              (std::vector<std::string>{"osullivans", "low", "back", "pain"}));
    EXPECT_EQ(fold_words("'tis the patients' l' \u03B2'x"),
              (std::vector<std::string>{"tis", "the", "patients", "l", "\u03B2x"}));
    EXPECT_TRUE(fold_words(" .,;").empty());
}

}  // namespace
}  // namespace whereof::text
