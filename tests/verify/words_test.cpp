// SPDX-License-Identifier: MIT
#include "verify/words.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

TEST(WithoutMarkup, LeavesWhatAReaderSees) {
    EXPECT_EQ(without_markup("<i>In vivo</i> imaging &amp; more"), "In vivo imaging & more");
    EXPECT_EQ(without_markup("MAPD<sub>90</sub>"), "MAPD90");
    EXPECT_EQ(without_markup("Therapy&lt;subtitle&gt;Results&lt;/subtitle&gt;"), "Therapy. Results. ");
    EXPECT_EQ(without_markup("p < 0.05 & q > 3"), "p < 0.05 & q > 3");
    EXPECT_EQ(without_markup("St{\\'e}phane"), "Stephane");
    EXPECT_EQ(without_markup("TNF-&alpha; and &#946;-cells, &#x3B3;, L&oacute;pez"),
              "TNF-alpha and β-cells, γ, L&oacute;pez");
    EXPECT_EQ(without_markup("a&#0;b&#xD800;c&#99999999;d&#;"), "a b c d ");
    EXPECT_EQ(without_markup("<unclosed"), "<unclosed");
    EXPECT_EQ(without_markup(""), "");
}

TEST(TitleWords, MeetInBritishAndAmericanSpelling) {
    EXPECT_EQ(title_words("Randomised oedema, haemoglobin, tumour, fibre, centre, analyse"),
              title_words("Randomized edema, hemoglobin, tumor, fiber, center, analyze"));
}

TEST(IsTypoOf, AllowsASlipAndNoOtherWord) {
    EXPECT_TRUE(is_typo_of("irno", "iron"));
    EXPECT_TRUE(is_typo_of("oepn", "open"));
    EXPECT_TRUE(is_typo_of("measurment", "measurement"));
    EXPECT_FALSE(is_typo_of("hypotension", "hypertension"));
    EXPECT_FALSE(is_typo_of("cat", "car"));
    EXPECT_FALSE(is_typo_of("mp3player", "mp4player"));
    EXPECT_FALSE(is_typo_of("new", "ranked"));
}

TEST(TypingDistance, CountsASwapAsOneAndStopsAtItsLimit) {
    EXPECT_EQ(typing_distance("irno", "iron", 2), 1U);
    EXPECT_EQ(typing_distance("", "abc", 5), 3U);
    EXPECT_EQ(typing_distance("abc", "xyz", 1), 2U);
    EXPECT_EQ(typing_distance(std::string(5000, 'a'), std::string(5001, 'a'), 1), 1U);
}

}  // namespace
}  // namespace whereof::verify
