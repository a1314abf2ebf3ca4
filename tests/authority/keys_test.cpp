// SPDX-License-Identifier: MIT
#include "authority/keys.hpp"

#include "authority/index_words.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

struct NumberCase {
    const char* text;
    const char* fact;
};
constexpr NumberCase kNumbers[] = {
    {"391", "391"},
    {"2356-2367", "2356"},
    {"2356\u20132367", "2356"},
    {"R474-R482", "474"},
    {"e5001", "5001"},
    {"S34", "34"},
    {"007", "7"},
    {"000", "0"},
    {"xii", "xii"},
    {"Suppl 1", "1"},
    {"391(10137)", "391"},
    {"", ""},
    {"-", ""},
    {"CD001929", "1929"},
};

TEST(NumberFact, IsTheFirstNumber) {
    for (const auto& [text, fact] : kNumbers) {
        EXPECT_EQ(number_fact(text), fact) << text;
    }
}

TEST(Keys, FoldTheirFacts) {
    EXPECT_EQ(surname_year_page_key("M\u00FCller", 2018, "12-20"),
              surname_year_page_key("MULLER", 2018, "12"));
    EXPECT_EQ(surname_year_page_key("O'Sullivan", 2018, "12"),
              surname_year_page_key("O\u2019Sullivan", 2018, "12"));
    EXPECT_EQ(title_key("Low-back pain: a review."), title_key("Low back pain \u2014 A Review"));
    EXPECT_EQ(title_start_key("The effect of exercise on low back pain"),
              title_start_key("Effect of exercise in low back injuries"));
    EXPECT_NE(identifier_key(bib::Field::PMID, "123"), identifier_key(bib::Field::PMCID, "123"));
    EXPECT_NE(year_volume_page_key(12, "3", "4"), year_volume_page_key(1, "23", "4"));
}

TEST(Keys, AnEmptyFactGivesTheKeyOfNobody) {
    EXPECT_EQ(surname_year_page_key("", 2018, "1"), 0U);
    EXPECT_EQ(surname_year_page_key("A", 0, "1"), 0U);
    EXPECT_EQ(year_volume_page_key(2018, "", "1"), 0U);
    EXPECT_EQ(surname_year_volume_key("A", 2018, "-"), 0U);
    EXPECT_EQ(title_key("..."), 0U);
    EXPECT_EQ(title_start_key("of the"), 0U);
    EXPECT_EQ(slot_key("", "1", "1"), 0U);
    EXPECT_TRUE(keys_of({}).empty());
}

TEST(Keys, ADoubleSurnameIsFiledUnderItsParts) {
    bib::Item item;
    item.author.emplace_back().family = "Garc\u00EDa L\u00F3pez";
    item.issued.year = 2018;
    item.page = "12";
    const auto keys = keys_of(item);
    for (const char* surname : {"Garcia Lopez", "Garcia", "Lopez"}) {
        EXPECT_TRUE(std::ranges::find(keys, surname_year_page_key(surname, 2018, "12")) != keys.end())
            << surname;
    }
    bib::Item heijden;
    heijden.author.emplace_back().family = "Heijden";
    heijden.author[0].non_dropping_particle = "van der";
    heijden.issued.year = 2018;
    heijden.page = "12";
    const auto dutch = keys_of(heijden);
    for (const char* surname : {"van der Heijden", "Heijden"}) {
        EXPECT_TRUE(std::ranges::find(dutch, surname_year_page_key(surname, 2018, "12")) != dutch.end())
            << surname;
    }
    EXPECT_TRUE(std::ranges::is_sorted(keys));
}

}  // namespace
}  // namespace whereof::authority
