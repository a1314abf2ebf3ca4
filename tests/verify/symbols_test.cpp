// SPDX-License-Identifier: MIT
#include "verify/symbols.hpp"

#include "text/fold.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

std::string line(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

TEST(SpellSymbols, WritesGreekLettersAndNumbersAlike) {
    struct Case {
        const char* title;
        const char* expected;
    };
    constexpr Case kCases[] = {
        {"TNFα", "tnf alpha"},
        {"β2-microglobulin", "beta 2 microglobulin"},
        {"αβ and γδ T cells", "alpha beta and gamma delta t cells"},
        {"Λόγος και θεραπεία", "λογοσ kappa alpha iota θεραπεια"},
        {"Phase II", "phase 2"},
        {"phases I and II", "phases 1 and 2"},
        {"vitamin I", "vitamin i"},
        {"two of twelve", "2 of 12"},
        {"someone", "someone"},
        {"", ""},
    };
    for (const auto& [title, expected] : kCases) {
        const auto spelled = spell_symbols(text::fold_words(title));
        EXPECT_EQ(line(spelled.words), expected);
        EXPECT_EQ(line(spell_symbols(spelled.words).words), expected) << "spelling again changes nothing";
    }
    EXPECT_TRUE(spell_symbols({"β"}).greek);
    EXPECT_FALSE(spell_symbols({"beta"}).greek);
}

TEST(WriteOutGreek, DividesWhatStandsForALetter) {
    const auto other = spell_symbols(text::fold_words("IL-1β"));
    std::vector<std::string> words{"il", "1b", "il"};
    write_out_greek(other, words);
    EXPECT_EQ(line(words), "il 1 beta il");
    // a word that the other has as well is none of its letters
    words = {"as"};
    write_out_greek(spell_symbols(text::fold_words("as good as αs")), words);
    EXPECT_EQ(line(words), "as");
}

}  // namespace
}  // namespace whereof::verify
