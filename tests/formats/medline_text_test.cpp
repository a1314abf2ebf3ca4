// SPDX-License-Identifier: MIT
#include "formats/medline_text.hpp"

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

struct PagesCase {
    const char* medline;
    const char* pages;
};
constexpr PagesCase kPages[] = {
    {"2356-67", "2356-2367"},
    {"2356-2367", "2356-2367"},
    {"S1-12; discussion S13", "S1-S12"},
    {"e5001", "e5001"},
    {"142-3, 146", "142-143"},
    {"1 p", ""},
    {"1825-34", "1825-1834"},
    {"E109-20", "E109-E120"},
    {"3-12", "3-12"},
    {"iv-xi", "iv-xi"},
    {"", ""},
    {"12-", "12"},
    {"S0140-6736(18)", "S0140-6736(18)"},
};

TEST(MedlinePages, SpellsOutTheEnd) {
    for (const auto& [medline, pages] : kPages) {
        EXPECT_EQ(medline_pages(medline), pages) << medline;
    }
}

struct DateCase {
    const char* text;
    int year;
    int month;
    int day;
};
constexpr DateCase kDates[] = {
    {"2018 Mar 21", 2018, 3, 21},
    {"2018 03 21", 2018, 3, 21},
    {"1998 Dec-1999 Jan", 1998, 12, 0},
    {"2000 Spring", 2000, 0, 0},
    {"1975 May-Jun", 1975, 5, 0},
    {"2018  ", 2018, 0, 0},
    {"1977-1978", 1977, 0, 0},
    {"n.d.", 0, 0, 0},
    {"", 0, 0, 0},
    {"2018 Feb 31-Mar 2", 2018, 2, 31},
};

TEST(MedlineDate, IsWhatComesFirst) {
    for (const auto& [text, year, month, day] : kDates) {
        const bib::Date date = medline_date(text);
        EXPECT_EQ(date.year, year) << text;
        EXPECT_EQ(date.month, month) << text;
        EXPECT_EQ(date.day, day) << text;
    }
}

}  // namespace
}  // namespace whereof::formats
