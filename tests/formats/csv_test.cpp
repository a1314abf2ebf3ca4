// SPDX-License-Identifier: MIT
#include "formats/csv.hpp"

#include "formats/sample.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

TEST(ReadCsv, TakesTheTablesOfOtherPrograms) {
    struct Case {
        const char* what;
        const char* file;
    };
    constexpr Case kCases[] = {
        {"Zotero",
         "\"Key\",\"Item Type\",\"Publication Year\",\"Author\",\"Title\",\"Publication "
         "Title\",\"ISSN\",\"DOI\","
         "\"Date\",\"Pages\",\"Issue\",\"Volume\"\n\"ABC\",\"journalArticle\",\"2018\",\"Hartvigsen, Jan; "
         "Hoy, "
         "Damian\",\"What low back pain is\",\"The Lancet\",\"0140-6736\",\"10.1016/S0140-6736(18)30480-X\","
         "\"2018-06-09\",\"2356-2367\",\"10137\",\"391\"\n"},
        {"Scopus",
         "\xEF\xBB\xBF\"Authors\",\"Author full names\",\"Title\",\"Year\",\"Source "
         "title\",\"Volume\",\"Issue\","
         "\"Art. No.\",\"Page start\",\"Page end\",\"Cited by\",\"DOI\",\"Document Type\",\"PubMed ID\"\r\n"
         "\"Hartvigsen J.; Hoy D.\",\"x\",\"What low back pain is\",\"2018\",\"The "
         "Lancet\",\"391\",\"10137\","
         "\"\",\"2356\",\"2367\",\"9\",\"10.1016/S0140-6736(18)30480-X\",\"Article\",\"29573870\"\r\n"},
        {"PubMed",
         "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS "
         "ID,DOI\n"
         "29573870,\"What low back pain is\",\"Hartvigsen J, Hoy D.\",\"x\",Hartvigsen J,The Lancet,2018,"
         "2018/03/27,,,10.1016/S0140-6736(18)30480-X\n"},
        {"Excel where the comma is decimal",
         "Authors;Title;Journal;Year;DOI\nHartvigsen J, Hoy D;What low back pain is;The "
         "Lancet;2018;10.1016/S0140-6736(18)30480-X\n"},
    };
    for (const auto& [what, file] : kCases) {
        SCOPED_TRACE(what);
        EXPECT_TRUE(looks_like_csv(file));
        const bib::Item item = only(read_csv(file));
        EXPECT_EQ(item.title, "What low back pain is");
        ASSERT_EQ(item.author.size(), 2U);
        EXPECT_EQ(item.author[0].family, "Hartvigsen");
        EXPECT_EQ(item.container_title, "The Lancet");
        EXPECT_EQ(item.issued.year, 2018);
        EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
        EXPECT_EQ(item.type, bib::ItemType::article_journal);
        EXPECT_TRUE(item.page.empty() || item.page == "2356-2367") << item.page;
        EXPECT_EQ(item.note, "");
    }
    for (const char* other : {"a,b,c\n1,2,3\n", "Title, a story\nOnce upon a time, there was.\n", "", "\"",
                              "Name;Title;Phone\nx;y;z\n"}) {
        EXPECT_FALSE(looks_like_csv(other)) << other;
    }
}

TEST(ReadCsv, OneBadRowCostsNoOther) {
    const Items items = read_csv("title,year,doi\nOne,2001,\n,,\n\n\"Two\nlines\",,\"\nlong\n");
    EXPECT_EQ(outcome(items), "One;error;error;long;");
    EXPECT_EQ(items[1].error().offset, 25U);
    EXPECT_EQ(without_formula_guard("'=1+1"), "=1+1");
    EXPECT_EQ(without_formula_guard("'tis"), "'tis");
}

TEST(ReadCsv, AnUnclosedQuoteCostsItsLineAlone) {
    const Items items =
        read_csv("title,authors,year\n\"unclosed,Smith,2002\nthird,\"X, Y\",2003\nfourth,Z,2004\n");
    EXPECT_EQ(outcome(items), "error;third;fourth;");
    EXPECT_EQ(items[0].error().what, "row 2: a quote that is not closed");
    EXPECT_EQ(items[0].error().offset, 19U);
    struct Case {
        const char* rows;
        const char* outcome;
    };
    constexpr Case kCases[] = {
        {"\"Two\nlines\",A,2001\n\"Three\r\n\r\nlines\",B,2002\n", "Two\nlines;Three\r\n\r\nlines;"},
        {"\"Two\nlines, \"\"quoted\"\"\",A,2001", "Two\nlines, \"quoted\";"},
        {"One,A,2001\n\"never,B,2002\nThree,C,2003\nFour,D,2004", "One;error;Three;Four;"},
        {"\"never,A,2001", "error;"},
        {"One,\"A,2001\n\"Two\",B,2002\n", "error;Two;"},
        {"\"a\" \"b\",A,2001\nTwo,B,2002\n", "a \"b\";Two;"},
    };
    for (const auto& [rows, expected] : kCases) {
        EXPECT_EQ(outcome(read_csv("title,authors,year\n" + std::string(rows))), expected) << rows;
    }
}

TEST(ReadCsv, UnclosedQuotesAreReadInLinearTime) {
    std::string file = "title,authors,year\n";
    for (int i = 0; i < 60'000; ++i) {
        file += i % 2 == 0 ? "\"never,A,2001\n" : "Good,A,2001\n";
    }
    const Items items = read_csv(file);
    EXPECT_EQ(items.size(), 60'000U);
    EXPECT_EQ(std::ranges::count_if(items, [](const auto& item) { return item.has_value(); }), 30'000);
}

TEST(ReadCsv, TheHeadersOfJoinedFilesAreNoWorks) {
    const std::string header = "\"Title\",\"Author\",\"DOI\"\n";
    const std::string mark = "\xEF\xBB\xBF";
    EXPECT_EQ(outcome(read_csv(mark + header + "One,A,\n" + mark + header + "Two,B,\n")), "One;Two;");
    EXPECT_EQ(outcome(read_csv(header + "One,A,\n" + header + "Two,B,\n")), "One;Two;");
    EXPECT_EQ(outcome(read_csv(header + "One,A,\n" + mark + "Year,Author,Title\n2001,B,Two\n")), "One;Two;");
}

TEST(ReadCsv, WhatHasAJournalAndANumberIsAnArticle) {
    const auto type_of = [](const std::string& header, const std::string& row) {
        return only(read_csv(header + "\n" + row + "\n")).type;
    };
    using bib::ItemType;
    EXPECT_EQ(type_of("title,journal,year,volume", "One,BMJ,2001,3"), ItemType::article_journal);
    EXPECT_EQ(type_of("title,journal,year,volume", "One,BMJ,2001,"), ItemType::document);
    EXPECT_EQ(type_of("title,journal,year,issn", "One,BMJ,2001,0140-6736"), ItemType::article_journal);
    EXPECT_EQ(type_of("title,container,year,isbn,doi", "One,A book,2001,9780306406157,10.1000/x"),
              ItemType::document);
    EXPECT_EQ(type_of("title,journal,year,volume,type", "One,BMJ,2001,3,document"), ItemType::document);
}

}  // namespace
}  // namespace whereof::formats
