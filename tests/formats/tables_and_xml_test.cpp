// SPDX-License-Identifier: MIT
#include "formats/csv.hpp"
#include "formats/endnote.hpp"
#include "formats/enw.hpp"
#include "formats/pubmed_xml.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

const ReadEntry& only(const Items& items) {
    static const ReadEntry kNone;
    EXPECT_EQ(items.size(), 1U);
    if (items.size() != 1 || !items[0]) {
        ADD_FAILURE() << (items.empty() ? "nothing read" : items[0].error().what);
        return kNone;
    }
    return *items[0];
}

std::string outcome(const Items& items) {
    std::string out;
    for (const auto& item : items) {
        out += item ? item->item.title + ";" : "error;";
    }
    return out;
}

std::string endnote(const std::string& records) {
    return "<?xml version=\"1.0\"?><xml><records>" + records + "</records></xml>";
}

TEST(ReadEndnote, TakesTextWithAndWithoutStyle) {
    const Items items = read_endnote(endnote(
        "<record><rec-number>7</rec-number><ref-type name=\"Journal Article\">0</ref-type><contributors>"
        "<authors><author><style face=\"normal\">Hartvigsen, Jan</style></author>"
        "<author>Lancet Low Back Pain Series Working Group,</author><author>et al.</author></authors>"
        "</contributors><titles><title><style>What low back pain </style><style face=\"italic\">is</style>"
        "</title><secondary-title>Lancet</secondary-title></titles><periodical><full-title>The Lancet"
        "</full-title></periodical><pages>2356-67</pages><volume>391</volume><number>10137</number><dates>"
        "<year>2018</year><pub-dates><date>Jun 9</date></pub-dates></dates>"
        "<isbn>1474-547X (Electronic)&#xD;0140-6736 (Linking)</isbn><accession-num>29573870</accession-num>"
        "<electronic-resource-num>https://doi.org/10.1016/S0140-6736(18)30480-X</electronic-resource-num>"
        "<urls><related-urls><url>https://example.org/a?b&amp;c</url></related-urls><pdf-urls><url>"
        "file:///x.pdf</url></pdf-urls></urls></record>"));
    const bib::Item& item = only(items).item;
    EXPECT_EQ(only(items).key, "7");
    EXPECT_EQ(item.type, bib::ItemType::article_journal);
    EXPECT_EQ(item.title, "What low back pain is");
    ASSERT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.author[0].given, "Jan");
    EXPECT_EQ(item.author[1].literal, "Lancet Low Back Pain Series Working Group");
    EXPECT_TRUE(item.authors_elided);
    EXPECT_EQ(item.container_title, "The Lancet");
    EXPECT_EQ(item.container_title_short, "Lancet");
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item.ISSN, "1474-547X");
    EXPECT_EQ(item.PMID, "29573870");
    EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item.URL, "https://example.org/a?b&c");
    EXPECT_EQ(item.note, "");
}

TEST(ReadEndnote, OneBrokenRecordCostsNoOther) {
    const std::string good = "<record><titles><title>Good</title></titles></record>";
    const Items items = read_endnote(endnote(good + "<record><titles><title>no end</title>" + good +
                                             "<record><titles><title>x</titels></record>" +
                                             "<record><keywords>1</keywords></record>" + good));
    EXPECT_EQ(outcome(items), "Good;error;Good;error;error;Good;");
    EXPECT_EQ(items[0]->span.size(), good.size());
}

TEST(ReadPubmedXml, GivesArticlesAndBooks) {
    const std::string file =
        "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n<PubmedArticle><MedlineCitation><PMID>29573870</PMID>"
        "<Article><Journal><ISSN>1474-547X</ISSN><JournalIssue><Volume>391</Volume><PubDate><Year>2018</Year>"
        "<Month>Jun</Month><Day>09</Day></PubDate></JournalIssue><Title>Lancet (London, England)</Title>"
        "<ISOAbbreviation>Lancet</ISOAbbreviation></Journal><ArticleTitle>What low back pain <i>is</i>."
        "</ArticleTitle><Pagination><MedlinePgn>2356-67</MedlinePgn></"
        "Pagination><AuthorList><Author><LastName>"
        "Hartvigsen</LastName><ForeName>Jan</ForeName></Author></AuthorList></Article></MedlineCitation>"
        "<PubmedData><ArticleIdList><ArticleId IdType=\"doi\">10.1016/S0140-6736(18)30480-X</ArticleId>"
        "</ArticleIdList></PubmedData></PubmedArticle>\n<DeleteCitation><PMID>1</PMID></DeleteCitation>"
        "<PubmedBookArticle><BookDocument><PMID>2</PMID><Book><BookTitle>A book</BookTitle></Book>"
        "</BookDocument></PubmedBookArticle></PubmedArticleSet>";
    EXPECT_TRUE(looks_like_pubmed_xml(file));
    const Items items = read_pubmed_xml(file);
    ASSERT_EQ(outcome(items), "What low back pain is;A book;");
    const bib::Item& item = items[0]->item;
    EXPECT_EQ(items[0]->key, "29573870");
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item.container_title_short, "Lancet");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(items[1]->item.type, bib::ItemType::book);
}

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
    EXPECT_EQ(items[1]->item.ISBN, "9780306406157");
    EXPECT_EQ(outcome(read_enw("%A Smith J\n%T One\n\n%A Lee K\n%T Two\n")), "One;Two;");
}

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
        const bib::Item item = only(read_csv(file)).item;
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

TEST(ReadCsv, WhatHasAJournalAndANumberIsAnArticle) {
    const auto type_of = [](const std::string& header, const std::string& row) {
        return only(read_csv(header + "\n" + row + "\n")).item.type;
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
