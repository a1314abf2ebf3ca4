// SPDX-License-Identifier: MIT
#include "formats/web_of_science.hpp"

#include "formats/sample.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

TEST(ReadWebOfScience, GivesTheFields) {
    const std::string file =
        "\xEF\xBB\xBF"
        "FN Clarivate Analytics Web of Science\r\nVR 1.0\r\nPT J\r\nAU Hartvigsen, J\r\n   Hoy, D\r\n"
        "AF Hartvigsen, Jan\r\n   Hoy, Damian\r\nCA Lancet Low Back Pain Series Workin\r\n"
        "TI What low back pain is and why we need to pay\r\n   attention\r\nSO LANCET\r\nLA English\r\nDT "
        "Review\r\n"
        "ID GLOBAL BURDEN;\r\n   DISABILITY\r\nAB PT was hard.\r\n   More of it.\r\nCR Smith J, 1999, "
        "LANCET, V1, P1, DOI "
        "10.1000/xyz\r\n   Roe A, 2001, BMJ, V2, P2\r\nPU ELSEVIER SCIENCE INC\r\nPI NEW YORK\r\nSN "
        "0140-6736\r\n"
        "EI 1474-547X\r\nJ9 LANCET\r\nJI Lancet\r\nPD JUN 9\r\nPY 2018\r\nVL 391\r\nIS 10137\r\nBP "
        "2356\r\nEP 2367\r\n"
        "DI 10.1016/S0140-6736(18)30480-X\r\nEA MAR 2018\r\nPG 12\r\nPM 29573870\r\nMA 17\r\n"
        "UT WOS:000434701700034\r\nER\r\n\r\nEF\r\n";
    EXPECT_TRUE(looks_like_web_of_science(file));
    const Items items = read_web_of_science(file);
    const bib::Item item = only(items);
    EXPECT_EQ(items[0]->key, "WOS:000434701700034");
    EXPECT_EQ(items[0]->span.of(file).substr(0, 4), "PT J");
    EXPECT_TRUE(items[0]->span.of(file).ends_with("\r\nER"));
    EXPECT_EQ(item.type, bib::ItemType::article_journal);
    EXPECT_EQ(item.title, "What low back pain is and why we need to pay attention");
    ASSERT_EQ(item.author.size(), 3U);
    EXPECT_EQ(item.author[1].family, "Hoy");
    EXPECT_EQ(item.author[1].given, "Damian");
    EXPECT_EQ(item.author[2].literal, "Lancet Low Back Pain Series Workin");
    EXPECT_EQ(item.container_title, "LANCET");
    EXPECT_EQ(item.container_title_short, "Lancet");
    EXPECT_EQ(item.language, "English");
    EXPECT_EQ(item.abstract, "PT was hard. More of it.");
    EXPECT_EQ(item.publisher, "ELSEVIER SCIENCE INC");
    EXPECT_EQ(item.publisher_place, "NEW YORK");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item.epub, (bib::Date{2018, 3, 0, {}}));
    EXPECT_EQ(item.volume, "391");
    EXPECT_EQ(item.issue, "10137");
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.ISSN, "0140-6736");
    EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item.PMID, "29573870");
    EXPECT_EQ(item.note, "DT: Review\nMA: 17");
}

TEST(ReadWebOfScience, KnowsBooksChaptersAndMeetings) {
    struct Case {
        const char* record;
        const char* type;
    };
    constexpr Case kCases[] = {
        {"PT B\nTI Pain\nSO PAIN\nDT Book\n", "book"},
        {"PT B\nTI Pain\nDT Book\n", "book"},
        {"PT B\nTI Pain\nSO TEXTBOOK OF PAIN\nDT Article; Book Chapter\n", "chapter"},
        {"PT S\nTI Pain\nSO PAIN 2001\nDT Proceedings Paper\n", "paper-conference"},
        {"PT J\nTI Pain\nSO BMJ\nDT Article; Proceedings Paper\n", "article-journal"},
        {"PT P\nTI Pain\n", "patent"},
        {"PT K\nTI Pain\n", "document"},
    };
    for (const auto& [record, type] : kCases) {
        EXPECT_EQ(bib::csl_name(only(read_web_of_science(std::string(record) + "ER\n")).type), type)
            << record;
    }
    const bib::Item chapter = only(read_web_of_science(
        "PT B\nAU Roe, A\nBE Smith, J\n   Lee, K\nTI Pain\nSO TEXTBOOK OF PAIN\nSE Pain Series\n"
        "DT Article; Book Chapter\nBN 978-0-306-40615-7\nD2 10.1000/book\nER\n"));
    EXPECT_EQ(chapter.editor.size(), 2U);
    EXPECT_EQ(chapter.collection_title, "Pain Series");
    EXPECT_EQ(chapter.ISBN, "9780306406157");
    EXPECT_EQ(chapter.DOI, "");
    EXPECT_EQ(chapter.note, "D2: 10.1000/book");
    const bib::Item book = only(read_web_of_science(
        "PT B\nAU [Anonymous]\nBA Roe, A\nTI Pain\nSO PAIN\nDT Book\nD2 10.1000/book\nER\n"));
    EXPECT_EQ(book.container_title, "");
    EXPECT_EQ(book.DOI, "10.1000/book");
    ASSERT_EQ(book.author.size(), 1U);
    EXPECT_EQ(book.author[0].family, "Roe");
}

TEST(ReadWebOfScience, TakesWhatOtherDatabasesExportThroughIt) {
    const bib::Item medline =
        only(read_web_of_science("PT J\nTI Sleep.\nAU Joffe, Hadine; Hall, Janet E\nSO Menopause\nVL 13\nIS "
                                 "3\nPS 411-22\nPY 2006\nPD 2006 "
                                 "May-Jun\nUT MEDLINE:16735938\nER\n"));
    EXPECT_EQ(medline.author.size(), 2U);
    EXPECT_EQ(medline.page, "411-422");
    EXPECT_EQ(medline.issued, (bib::Date{2006, 5, 0, {}}));
    EXPECT_EQ(medline.PMID, "16735938");
    const bib::Item inspec =
        only(read_web_of_science("PT J\nAN 9027814\nTI Waves\nAU Gunter, P.\nPY 2006\nPD 07 2006\nSU 1\nAR "
                                 "104567\nUT INSPEC:9027814\nER\n"));
    EXPECT_EQ(inspec.PMID, "");  // a number of Inspec's
    EXPECT_EQ(inspec.issued, (bib::Date{2006, 7, 0, {}}));
    EXPECT_EQ(inspec.issue, "Suppl 1");
    EXPECT_EQ(inspec.page, "104567");
}

TEST(ReadWebOfScience, RepeatedTagsAreKept) {
    const bib::Item item = only(read_web_of_science(
        "PT J\nAU Smith, J\nAU Doe, A\n\n   Roe, B\nTI First\nTI Second\nSO SPINE\nSO SPINE\nPY 2015\nPY "
        "2016\nDI 10.1097/BRS.0000000000000001\nDI 10.1097/BRS.0000000000000002\nER\n"));
    ASSERT_EQ(item.author.size(), 3U);
    EXPECT_EQ(item.author[1].family, "Doe");
    EXPECT_EQ(item.author[2].family, "Roe");
    EXPECT_EQ(item.title, "First");
    EXPECT_EQ(item.issued.year, 2015);
    EXPECT_EQ(item.DOI, "10.1097/brs.0000000000000001");
    EXPECT_EQ(item.note, "title: Second\nDOI: 10.1097/BRS.0000000000000002\nPY: 2016");
}

TEST(ReadWebOfScience, WhatHasNoFieldStaysInTheNote) {
    const bib::Item item = only(read_web_of_science(
        "PT J\nAU Doe, A\nTI Pain\nDT Article; Retracted Publication\nGP IEEE\nBP 736\nEP "
        "+\nAR 104567\nER\n"));
    EXPECT_EQ(item.page, "736");
    EXPECT_EQ(item.note, "GP: IEEE\nAR: 104567\nDT: Article; Retracted Publication");
    EXPECT_EQ(only(read_web_of_science("PT J\nTI Pain\nDT Article; Book Chapter\nER\n")).note, "");
}

TEST(ReadWebOfScience, WhatIsLostIsNamed) {
    struct Case {
        const char* file;
        const char* outcome;
    };
    constexpr Case kCases[] = {
        {"PT J\nTI One\nER\n\nAU Doe, A\nTI Two\nER\nPT J\nTI Three\nER\n", "One;error;Three;"},
        {"FN x\nVR 1.0\nDI 10.1/x\nTI Zero\nPT J\nTI One\nER\nEF\n", "error;One;"},
        {"PT J\nTI One\nER\n pt j\nTI Two\nER\nPT\tJ\nTI Three\nER\n", "One;Two;Three;"},
        {"PT J\nTI One\n\nstray\nPY 2015\nER\n", "One;error;"},
        {"PT J\nTI One\nER\nPT J\nTI Half a\nPY 2015", "One;error;"},
        {"PT J\nTI One\nER\nPT J\nTI Half a\n", "One;error;"},
        {"PT J\nTI One\nER\n\xEF\xBB\xBFPT J\nTI Two\nER\n\xEF\xBB\xBF"
         "FN x\nVR 1.0\nPT J\nTI Three\nER\n",
         "One;Two;Three;"},
        {"PT J\nTI One\nFN x\nVR 1.0\nPT J\nTI Two\nER\nEF\n", "One;Two;"},
    };
    for (const auto& [file, expected] : kCases) {
        EXPECT_EQ(outcome(read_web_of_science(file)), expected) << file;
    }
    const Items items = read_web_of_science("PT J\nTI One\nER\n\nAU Doe, A\nTI Two\nER\n");
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[1].error().what, "expected a record that begins with \"PT\", found \"AU Doe, A\"");
    EXPECT_EQ(items[1].error().offset, 16U);
}

TEST(ReadWebOfScience, TheTableIsRefusedWithWhatToExport) {
    for (const char* file : {"PT\tAU\tBA\tTI\tSO\nJ\tDoe, A\t\tPain\tSPINE\n",
                             "\xEF\xBB\xBFPT\tAU\tTI\tSO\r\nJ\tDoe, A\tPain\tSPINE\r\n"}) {
        EXPECT_TRUE(looks_like_web_of_science(file));
        const Items items = read_web_of_science(file);
        ASSERT_EQ(items.size(), 1U);
        ASSERT_FALSE(items[0]);
        EXPECT_NE(items[0].error().what.find("\"Plain text file\""), std::string::npos);
    }
    EXPECT_FALSE(looks_like_web_of_science("PT\tAU was here\n"));
}

TEST(ReadWebOfScience, ManyRepeatedTagsAreReadInLinearTime) {
    std::string file = "PT J\nTI One\n";
    for (int i = 0; i < 200'000; ++i) {
        file += "PY 2015\nPM x\n";
    }
    EXPECT_EQ(outcome(read_web_of_science(file + "ER\n")), "One;");
}

TEST(ReadWebOfScience, OneBadRecordCostsNoOther) {
    EXPECT_EQ(outcome(read_web_of_science(
                  "FN x\nVR 1.0\nPT J\nID x\nER\n\nPT J\nTI No end\nPT J\nTI Good\nER\nEF\n")),
              "error;No end;Good;");
    EXPECT_EQ(outcome(read_web_of_science("FN x\nVR 1.0\nEF\n")), "");
}

TEST(LooksLikeWebOfScience, TakesNoProse) {
    for (const char* file : {"FN ISI Export Format\nVR 1.0\n\nPT J\n", "\n PT J\nAU Smith, J\n"}) {
        EXPECT_TRUE(looks_like_web_of_science(file)) << file;
    }
    for (const char* other :
         {"", "FN", "PT J", "PT J\nThen she left.\n", "PT was given.\nAU too.\n",
          "FN was a gun.\nIt fired.\n", "TY  - JOUR\nTI  - A\n", "Title\nPT J\nAU Smith, J\n"}) {
        EXPECT_FALSE(looks_like_web_of_science(other)) << other;
    }
}

}  // namespace
}  // namespace whereof::formats
