// SPDX-License-Identifier: MIT
#include "bib/dates.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

struct Case {
    const char* text;
    int year;
    int month;
    int day;
    const char* literal;
};

constexpr Case kCases[] = {
    {"2018 Jun 9", 2018, 6, 9, ""},
    {"June 2018", 2018, 6, 0, ""},
    {"June 9, 2018", 2018, 6, 9, ""},
    {"9 June 2018", 2018, 6, 9, ""},
    {"2016 Jul-Aug", 2016, 7, 0, ""},
    {"2016 Jul-Aug;41(4)", 2016, 7, 0, ""},
    {"2018 Jun;9(2)", 2018, 6, 0, ""},
    {"2018Jun9", 2018, 6, 9, ""},
    {"(2007b):", 2007, 0, 0, ""},
    {"1990-1991", 1990, 0, 0, ""},
    {"1989 [1972]", 1989, 0, 0, ""},
    {"1985/2004", 1985, 0, 0, ""},
    {"c1998", 1998, 0, 0, ""},
    {"Epub 2005/03/26", 2005, 3, 26, ""},
    {"[cited 2025 Oct 15]", 2025, 10, 15, ""},
    {"Accessed October 15, 2025", 2025, 10, 15, ""},
    {"2018-06-09T10:00", 2018, 6, 9, ""},
    {"2018-06", 2018, 6, 0, ""},
    {"2018, 2", 2018, 0, 0, ""},
    {"9. Juni 2018", 2018, 6, 9, ""},
    {"10.5.94", 1994, 5, 10, ""},
    {"13.01.1993", 1993, 1, 13, ""},
    {"06/09/2018", 2018, 0, 0, ""},
    {"31/12/2018", 2018, 12, 31, ""},
    {"12/31/2018", 2018, 12, 31, ""},
    {"1er août 2010", 2010, 8, 1, ""},
    {"févr. 2011", 2011, 2, 0, ""},
    {"15 de março de 2018", 2018, 3, 15, ""},
    {"12 jul. 2015", 2015, 7, 12, ""},
    {"20-22 de octubre de 2010", 2010, 10, 20, ""},
    {"30 October – 3 November 2010", 2010, 10, 30, ""},
    {"Spring 2010", 2010, 0, 0, ""},
    {"M\u00E4rz 1999", 1999, 3, 0, ""},
    {"n.d.", 0, 0, 0, "n.d."},
    {"(in press)", 0, 0, 0, "in press"},
    {"[im Erscheinen]", 0, 0, 0, "im Erscheinen"},
    {"12345", 0, 0, 0, "12345"},
    {"", 0, 0, 0, ""},
};

TEST(Dates, ReadsWhatReferencesSay) {
    for (const auto& [text, year, month, day, literal] : kCases) {
        EXPECT_EQ(parse_date(text), (Date{year, month, day, literal})) << text;
    }
}

TEST(Dates, TakeAnyBytes) {
    EXPECT_TRUE(parse_date("\xFF\xFE").year == 0);
    EXPECT_EQ(parse_date(std::string(1'000'000, '9')).year, 0);
    EXPECT_EQ(parse_date("2018" + std::string(1'000'000, 'x')).year, 2018);
}

}  // namespace
}  // namespace whereof::bib
