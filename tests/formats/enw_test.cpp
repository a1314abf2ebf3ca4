// SPDX-License-Identifier: MIT
#include "formats/enw.hpp"

#include "formats/sample.hpp"

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

TEST(ReadEnw, TakesTagsAndDividesRecords) {
    const Items items = read_enw(
        "%0 Journal Article\r\n%A Hartvigsen, Jan\r\n%A Hoy, Damian\r\n%T What low back pain is\r\n%J "
        "Lancet\r\n"
        "%D 2018\r\n%8 Jun 9, 2018\r\n%V 391\r\n%P 2356-67\r\n%@ 0140-6736\r\n%M 29573870\r\n"
        "%R 10.1016/S0140-6736(18)30480-X\r\n%F hart\r\n%X An abstract\r\n\r\nwith a blank line.\r\n%K "
        "pain\r\n"
        "\r\n%0 Book\r\n%T A book\r\n%@ 9780306406157\r\n%0 Thesis\n%K 1\n");
    ASSERT_EQ(outcome(items), "What low back pain is;A book;error;");
    const bib::Item& item = items[0]->item;
    EXPECT_EQ(items[0]->key, "hart");
    EXPECT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item.ISSN, "0140-6736");
    EXPECT_EQ(item.PMID, "29573870");
    EXPECT_EQ(item.note, "");
    EXPECT_EQ(item.abstract, "An abstract with a blank line.");
    EXPECT_EQ(items[1]->item.ISBN, "9780306406157");
    EXPECT_EQ(outcome(read_enw("%A Smith J\n%T One\n\n%A Lee K\n%T Two\n")), "One;Two;");
}

TEST(ReadEnw, RecordsOfJoinedFilesStayApart) {
    EXPECT_EQ(outcome(read_enw("\xEF\xBB\xBF%0 Book\n%T One\n\n\xEF\xBB\xBF%0 Book\n%T Two\n")), "One;Two;");
}

}  // namespace
}  // namespace whereof::formats
