// SPDX-License-Identifier: MIT
#include "verify/title_alignment.hpp"

#include "text/fold.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

Alignment lay(const char* a, const char* b) {
    return align({text::fold_words(a), false}, {text::fold_words(b), false});
}

TEST(Align, CountsWhatIsTheSameAndWhatIsNot) {
    const auto same = lay("Pain in the back", "Pain in the back");
    EXPECT_EQ(same.same, 2U);
    EXPECT_EQ(same.changed + same.typos + same.small, 0U);
    const auto other = lay("Pain of back and knee 2", "Pain in the neck and knee 3");
    EXPECT_EQ(other.same, 2U);
    EXPECT_EQ(other.changed, 4U);
    EXPECT_EQ(other.small, 3U);
    EXPECT_TRUE(other.numbers_differ);
    const auto slips = lay("a drug fo abuse in chidren", "a drug of abuse in children");
    EXPECT_EQ(slips.typos, 2U);
    EXPECT_EQ(slips.changed, 0U);
    EXPECT_TRUE(lay("qzxv pain", "back pain").strange);
    EXPECT_FALSE(lay("neck pain", "back pain").strange);
}

TEST(Align, OneSideMayLoseItsGreekLettersButNotChangeThem) {
    const SymbolWords held{{"ppar", "gamma", "agonists"}, true};
    EXPECT_EQ(align({{"ppar", "agonists"}, false}, held).symbols, 1U);
    EXPECT_EQ(align({{"ppar", "g", "agonists"}, false}, held).symbols, 1U);
    EXPECT_EQ(align({{"ppar", "delta", "agonists"}, false}, held).changed, 2U);
    // a name in letters is not lost by a text that knows no Greek
    EXPECT_EQ(align({{"ppar", "agonists"}, false}, {held.words, false}).changed, 1U);
}

}  // namespace
}  // namespace whereof::verify
