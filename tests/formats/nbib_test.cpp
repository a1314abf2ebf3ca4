// SPDX-License-Identifier: MIT
#include "formats/nbib.hpp"

#include "formats/sample.hpp"
#include "formats/written_values.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

TEST(ReadNbib, GivesTheFields) {
    const auto items = items_of(
        read_nbib("PMID- 29573870\nIS  - 0140-6736 (Linking)\nVI  - 391\nIP  - 10137\nDP  - 2018 Jun 9\n"
                  "TI  - What low back pain is and why we need to pay\n      attention.\nPG  - 2356-67\n"
                  "LID - S0140-6736(18)30480-X [pii]\nLID - 10.1016/S0140-6736(18)30480-X [doi]\nFAU - "
                  "Hartvigsen, Jan\n"
                  "AU  - Hartvigsen J\nCN  - Lancet Low Back Pain Series Working Group\nPT  - Journal "
                  "Article\nDEP - 20180321\n"
                  "TA  - Lancet\nJT  - Lancet (London, England)\nPMC - PMC6657922\n\nPMID- 1\nTI  - "
                  "[Translated title].\nAU  - Hoy D\n"));
    ASSERT_EQ(items.size(), 2U);
    const bib::Item& item = items[0];
    EXPECT_EQ(item.title, "What low back pain is and why we need to pay attention");
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item.PII, "S014067361830480X");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item.epub, (bib::Date{2018, 3, 21, {}}));
    ASSERT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.author[0].given, "Jan");
    EXPECT_EQ(item.author[1].literal, "Lancet Low Back Pain Series Working Group");
    EXPECT_EQ(item.note, "");
    EXPECT_EQ(items[1].title, "Translated title");
    ASSERT_EQ(items[1].author.size(), 1U);
    EXPECT_EQ(items[1].author[0].family, "Hoy");
    EXPECT_EQ(items[1].author[0].given, "D");
}

TEST(WriteNbib, SaysInANoteThatAListGoesOn) {
    std::vector<bib::Item> items(1);
    items[0].type = bib::ItemType::article_journal;
    items[0].title = "T";
    items[0].author = {{"Smith", "Jane", {}, {}, {}, {}}};
    items[0].authors_elided = true;
    const std::string written = write_nbib(entries_of(items));
    EXPECT_EQ(written.find("CN  - et al"), std::string::npos) << written;
    EXPECT_NE(written.find("GN  - authors: et al."), std::string::npos) << written;
    EXPECT_EQ(only(read_nbib(written)), items[0]);
}

TEST(ReadNbib, ABlankLineEndsTheValue) {
    const Items items = read_nbib(
        "PMID- 1\nTI  - One.\nLID - 10.1016/S0140-6736(18)30480-X [doi]\n\nBADLINE\n\nPMID- 3\nTI  - Three\n"
        "      wrapped.\n\n      still.\n");
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[0]->item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(items[0]->item.note, "");
    EXPECT_EQ(items[1].error().what, "expected a line such as \"TI  - A title\", found \"BADLINE\"");
    EXPECT_EQ(items[1].error().offset, 62U);
    EXPECT_EQ(items[2]->item.PMID, "3");
    EXPECT_EQ(items[2]->item.title, "Three wrapped. still");
}

TEST(ReadNbib, RecordsOfJoinedFilesStayApart) {
    for (const char* second : {"\xEF\xBB\xBFPMID- 2\n", " PMID- 2\n", "pmid- 2\n", "PMID\t- 2\n"}) {
        const auto items =
            items_of(read_nbib(std::string("PMID- 1\nTI  - One.\n\n") + second + "TI  - Two.\nVI  - 3\n"));
        ASSERT_EQ(items.size(), 2U) << second;
        EXPECT_EQ(items[0].title, "One");
        EXPECT_EQ(items[0].volume, "");
        EXPECT_EQ(items[1].PMID, "2");
    }
    EXPECT_EQ(
        outcome(read_nbib("PMID- 1\nTI  - One.\n\nTY  - JOUR\nTI  - Two\nER  - \n\nPMID- 3\nTI  - Three.\n")),
        "One;error;Three;");
}

/// Their first line may be lost, or none of the program's that wrote them.
TEST(ReadNbib, ARecordWithoutItsFirstLineIsNotOfTheOneBefore) {
    const std::string first = "PMID- 1\nOWN - NLM\nVI  - 391\nTI  - One.\nFAU - Smith, Jane\nDP  - 2018\n\n";
    for (const char* second :
         {"TI  - Two.\nAU  - Lee K\n", "OWN - NLM\nSTAT- MEDLINE\nTI  - Two.\n", "VI  - 7\nTI  - Two.\n",
          "FAU - Lee, Kim\nAU  - Lee K\nLA  - eng\nTI  - Two.\nVI  - 9\n",
          "IS  - 0140-6736 (Linking)\nDP  - 2019\n"}) {
        SCOPED_TRACE(second);
        const Items items = read_nbib(first + second + "\nPMID- 3\nTI  - Three.\n");
        ASSERT_EQ(items.size(), 3U);
        EXPECT_EQ(items[0]->item.title, "One");
        EXPECT_EQ(items[0]->item.volume, "391");
        EXPECT_EQ(items[0]->item.author.size(), 1U);
        EXPECT_EQ(items[0]->span, (Span{0, first.size() - 2}));
        EXPECT_EQ(items[1].error().offset, first.size());
        const std::string line(second, std::string_view(second).find('\n'));
        EXPECT_EQ(items[1].error().what,
                  "expected a record that begins with \"PMID\", found \"" + on_one_line(line) + "\"");
        EXPECT_EQ(items[2]->item.PMID, "3");
    }
    const auto many =
        read_nbib(first + "TI  - Two.\n\nTI  - Three.\n\nTI  - Four.\n\nstray\n\nPMID- 5\nTI  - Five.\n");
    EXPECT_EQ(outcome(many), "One;error;error;error;error;Five;");
}

TEST(ReadNbib, BlankLinesInsideARecordDivideNothing) {
    EXPECT_EQ(
        only(read_nbib("PMID- 1\n\nTI  - One.\n\nAU  - Lee K\n\nAU  - Smith J\n\nIS  - 0140-6736 (Print)\n"
                       "IS  - 1474-547X (Electronic)\n\nPT  - Journal Article\n\nVI  - 7\n"))
            .volume,
        "7");
    EXPECT_EQ(only(read_nbib("PMID- 1\nTI  - One\nTI  - or two.\nAU  - Lee K\n")).author.size(), 1U)
        << "a slip without a blank line";
}

}  // namespace
}  // namespace whereof::formats
