// SPDX-License-Identifier: MIT
#include "field_cases.hpp"
#include "verify/compare.hpp"
#include "verify/page_range.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

TEST(ComparePage, KnowsTheWaysToWritePages) {
    constexpr FieldCase kCases[] = {
        {"2356-2367", "2356-2367", Agreement::same},
        {"2356-67", "2356-2367", Agreement::same},
        {"R474–R482", "R474-R482", Agreement::same},
        {"e5001", "e5001", Agreement::same},
        {"5001", "e5001", Agreement::variant},
        {"2356", "2356-2367", Agreement::variant},
        {"2356-2367", "2356", Agreement::variant},
        {"309310", "309-310", Agreement::variant},
        {"1040-1040", "1040", Agreement::variant},
        {"803-806", "746-754", Agreement::different},
        {"746-760", "746-754", Agreement::different},
        {"101-109", "61", Agreement::different},
        {"e1247", "e5001", Agreement::different},
        {"8775641", "1-7", Agreement::absent},
        {"120-130", "1-1", Agreement::absent},
        {"1-11", "118", Agreement::absent},
        {"724", "1-9", Agreement::absent},
        {"1-11", "12", Agreement::different},
        {"1-117", "724", Agreement::different},
        {"1-11", "118-128", Agreement::different},
        {"", "12", Agreement::absent},
        {"in press", "12", Agreement::absent},
        {"12 pages", "736-747", Agreement::variant},
        {"12 pp", "736-47", Agreement::variant},
        {"12 p.", "736-747", Agreement::variant},
        {"25 p", "736-747", Agreement::absent},
        {"736-747", "12 pages", Agreement::variant},
        {"12 S.", "736", Agreement::absent},
        {"pp. 12", "736-747", Agreement::different},
        {"p 12", "736-747", Agreement::different},
        {"12S", "736-747", Agreement::different},
    };
    expect_each(kCases, compare_page);
}

TEST(CompareVolume, ComparesTheNumber) {
    constexpr FieldCase kCases[] = {
        {"25", "25", Agreement::same},
        {"025", "25", Agreement::variant},
        {"25 Suppl 1", "25", Agreement::variant},
        {"6", "6 (3)", Agreement::variant},
        {"106", "106(23)", Agreement::variant},
        {"10", "106(23)", Agreement::different},
        {"146", "139", Agreement::different},
        {"XII", "12", Agreement::absent},
        {"", "12", Agreement::absent},
        {"12", "", Agreement::absent},
    };
    expect_each(kCases, compare_volume);
}

TEST(CompareIssue, KnowsDoubleIssuesAndSupplements) {
    constexpr FieldCase kCases[] = {
        {"6", "6", Agreement::same},           {"3", "3-4", Agreement::variant},
        {"Suppl 1", "S1", Agreement::variant}, {"2", "6", Agreement::different},
        {"Suppl", "6", Agreement::absent},     {"Suppl 2", "6", Agreement::absent},
        {"", "6", Agreement::absent},
    };
    expect_each(kCases, compare_issue);
}

struct YearCase {
    int cited;
    int issued;
    int epub;
    const char* DOI;
    Agreement expected;
};

TEST(CompareYear, TakesTheOnlineYearOnlyWhereItIsKnown) {
    constexpr YearCase kCases[] = {
        {2018, 2018, 0, "", Agreement::same},
        {2017, 2018, 2017, "", Agreement::variant},
        {2017, 2018, 0, "", Agreement::different},
        {2017, 2018, 0, "10.1007/s11914-017-0566-0", Agreement::variant},
        {2019, 2018, 0, "10.1007/s11914-017-0566-0", Agreement::different},
        {2016, 2017, 0, "10.1016/s0140-6736(16)30970-9", Agreement::variant},
        {2012, 2018, 2017, "", Agreement::different},
        {2018, 0, 2018, "", Agreement::same},
        {2018, 0, 0, "", Agreement::absent},
        {0, 2018, 0, "", Agreement::absent},
    };
    for (const auto& [cited, issued, epub, DOI, expected] : kCases) {
        SCOPED_TRACE(std::to_string(cited) + " " + std::to_string(issued) + " " + DOI);
        bib::Item a;
        a.issued.year = cited;
        bib::Item b;
        b.issued.year = issued;
        b.epub.year = epub;
        b.DOI = DOI;
        EXPECT_EQ(compare_year(a, b).agreement, expected);
    }
}

TEST(CompareYear, AnArticleCitedByItsDOIAloneMayStillHaveBeenAheadOfPrint) {
    bib::Item found;
    found.issued.year = 2019;
    found.DOI = "10.1177/0269215518800000";
    found.volume = "33";
    found.page = "401-410";
    bib::Item cited;
    cited.DOI = found.DOI;
    for (const auto& [year, expected] :
         {std::pair{2018, Agreement::absent}, {2017, Agreement::different}, {2020, Agreement::different}}) {
        cited.issued.year = year;
        EXPECT_EQ(compare_year(cited, found).agreement, expected) << year;
    }
    cited.issued.year = 2018;
    cited.volume = "33";
    EXPECT_EQ(compare_year(cited, found).agreement, Agreement::different);
    cited.volume = "";
    found.volume = "";
    EXPECT_EQ(compare_year(cited, found).agreement, Agreement::different);
}

TEST(PageRange, IsTakenApart) {
    const auto range = page_range("S34–41");
    EXPECT_EQ(range.prefix, "s");
    EXPECT_EQ(range.first, "34");
    EXPECT_EQ(range.last, "41");
    EXPECT_EQ(page_range("pp. 007").first, "7");
    EXPECT_TRUE(page_range("iv").first.empty());
}

}  // namespace
}  // namespace whereof::verify
