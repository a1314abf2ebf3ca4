// SPDX-License-Identifier: MIT
#include "formats/ris.hpp"

#include "formats/sample.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

TEST(ReadRis, TakesWhatDatabasesReallyExport) {
    struct Case {
        const char* what;
        const char* file;
    };
    constexpr Case kCases[] = {
        {"as the specification has it", "TY  - JOUR\r\nTI  - A title\r\nAU  - Smith, Jane\r\nER  - \r\n"},
        {"LF alone", "TY  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \n"},
        {"CR alone", "TY  - JOUR\rTI  - A title\rAU  - Smith, Jane\rER  - \r"},
        {"byte order mark", "\xEF\xBB\xBFTY  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \n"},
        {"two blanks (Cochrane)",
         "Record #3 of 18\nTY  -  JOUR\nTI  -  A title\nAU  -  Smith, Jane\nER  -  \n"},
        {"numbered (Ovid)", "6. TY  - JOUR\nT1  - A title\nA1  - Smith, Jane\nER  -\n"},
        {"wrapped title", "TY  - JOUR\nTI  - A\n  title\nAU  - Smith, Jane\nER  - \n"},
        {"first tag in small letters", "ty  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \n"},
        {"first tag indented", " TY  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \n"},
        {"tab in the first tag", "TY\t- JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \n"},
        {"missing ER and line end", "TY  - JOUR\nAU  - Smith, Jane\nTI  - A title"},
        {"missing ER", "TY  - JOUR\nTI  - A title\nAU  - Smith, Jane\n"},
        {"empty tags", "TY  - JOUR\nTI  - A title\nVL  - \nIS  -\nAU  - Smith, Jane\nER  - \n"},
        {"text between", "TY  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \nLink to the full text\n"},
    };
    for (const auto& [what, file] : kCases) {
        SCOPED_TRACE(what);
        const bib::Item item = only(read_ris(file));
        EXPECT_EQ(item.title, "A title");
        ASSERT_EQ(item.author.size(), 1U);
        EXPECT_EQ(item.author[0].family, "Smith");
        EXPECT_EQ(bib::csl_name(item.type), "article-journal");
        EXPECT_EQ(item.note, "");
    }
}

TEST(ReadRis, TakesAnAbstractInPartsOrUnderTwoNames) {
    for (const char* file :
         {"AB  - Pain eased.\nN2  - Pain eased.\n", "N2  - Pain\n  eased.\n", "AB  - Pain\nAB  - eased.\n"}) {
        const bib::Item item = only(read_ris(std::string("TY  - JOUR\nTI  - T\n") + file + "ER  - \n"));
        EXPECT_EQ(item.abstract, "Pain eased.");
        EXPECT_EQ(item.note, "");
    }
}

TEST(ReadRis, ReadsEntitiesOnce) {
    const std::pair<const char*, const char*> cases[] = {
        {"tag with html &amp; <i>it</i> &#945;", "tag with html & <i>it</i> α"},
        {"p &lt; 0.05, &beta;-blockers", "p < 0.05, β-blockers"},
        {"&amp;lt;", "&lt;"},
        {"R&D; AT&T", "R&D; AT&T"},
        {"&nosuch; &#xD800; end", "&nosuch; \xEF\xBF\xBD end"},
        {"one&#10;line", "one line"},
    };
    for (const auto& [raw, title] : cases) {
        bib::Item item = only(read_ris(std::string("TY  - JOUR\nTI  - ") + raw + "\nER  - \n"));
        EXPECT_EQ(item.title, title);
        const Entry entry{{}, &item, {}};
        EXPECT_EQ(only(read_ris(write_ris({&entry, 1}))).title, title);
    }
    const bib::Item item =
        only(read_ris("TY  - JOUR\nTI  - T\nAU  - Garc&iacute;a, J; M&uuml;ller, K\nER  - \n"));
    ASSERT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.author[0].family, "García");
}

/// To every other program "et al." would be one person more.
TEST(WriteRis, WritesNoAuthorNamedEtAl) {
    bib::Item item =
        only(read_ris("TY  - CHAP\nTI  - T\nAU  - Smith, Jane\nAU  - et al.\nA2  - Roe, A\nA2  - "
                      "et al.\nER  - \n"));
    const Entry entry{{}, &item, {}};
    const std::string written = write_ris({&entry, 1});
    EXPECT_EQ(written.find("AU  - et al"), std::string::npos);
    EXPECT_EQ(written.find("A2  - et al"), std::string::npos);
    EXPECT_NE(written.find("N1  - authors: et al."), std::string::npos);
    EXPECT_EQ(only(read_ris(written)), item);
}

TEST(ReadRis, UnderstandsTheTags) {
    const bib::Item item = only(read_ris(
        "TY  - JOUR\nT1  - Title\nJF  - The Lancet\nJA  - Lancet\nY1  - 2018/06/09/\nPY  - 2018\nVL  - "
        "391\nIS  - 10137\n"
        "SP  - 2356\nEP  - 67\nSN  - 0140-6736 (Print)\nM3  - 10.1016/S0140-6736(18)30480-X\nC5  - 29573870\n"
        "C2  - PMC6657922\nED  - World Health Organization\nAU  - van der Heijden, Geert, Jr.\nAU  - et al.\n"
        "XX  - what is this\nAB  - not kept\nER  - \n"));
    EXPECT_EQ(item.container_title, "The Lancet");
    EXPECT_EQ(item.container_title_short, "Lancet");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.ISSN, "0140-6736");
    EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item.PMID, "29573870");
    EXPECT_EQ(item.PMCID, "PMC6657922");
    ASSERT_EQ(item.editor.size(), 1U);
    EXPECT_EQ(item.editor[0].literal, "World Health Organization");
    ASSERT_EQ(item.author.size(), 1U);
    EXPECT_EQ(item.author[0], (bib::Name{"Heijden", "Geert", {}, "van der", "Jr.", {}}));
    EXPECT_TRUE(item.authors_elided);
    EXPECT_EQ(item.note, "XX: what is this");
}

TEST(ReadRis, ArticleNumbersOfScopusAreNoPmids) {
    const bib::Item item = only(read_ris("TY  - JOUR\nTI  - T\nC7  - 2864\nER  - \n"));
    EXPECT_EQ(item.page, "2864");
    EXPECT_EQ(item.PMID, "");
}

TEST(ReadRis, TakesWhatEndNoteAndCitaviWriteElsewhere) {
    const bib::Item item = only(read_ris(
        "TY  - JOUR\nTI  - T\nM1  - 4\nN1  - 10.1111/j.1755-0998.2009.02750.x\nY1  - 1900/01/01\nDA  - "
        "1950/02/03\nER  - \n"));
    EXPECT_EQ(item.issue, "4");
    EXPECT_EQ(item.DOI, "10.1111/j.1755-0998.2009.02750.x");
    EXPECT_EQ(item.issued, (bib::Date{1950, 2, 3, {}}));
    EXPECT_EQ(item.note, "");
    EXPECT_EQ(only(read_ris("TY  - JOUR\nTI  - T\nPY  - 2018//\nDA  - Jun 9 2018\n")).issued,
              (bib::Date{2018, 6, 9, {}}));
}

/// Sloppy exports put all authors into one field.
TEST(ReadRis, DividesAuthorsInOneField) {
    const bib::Item item =
        only(read_ris("TY  - JOUR\nTI  - Walking\nAU  - Niebauer, J.; Coats, A.J.S.; Back Group; et al.\n"
                      "AU  - Garc&iacute;a, M.\nER  - \n"));
    ASSERT_EQ(item.author.size(), 4U);
    EXPECT_EQ(item.author[0].family, "Niebauer");
    EXPECT_EQ(item.author[1].family, "Coats");
    EXPECT_EQ(item.author[1].given, "A.J.S.");
    EXPECT_EQ(item.author[2].literal, "Back Group");
    EXPECT_EQ(item.author[3].given, "M.");
    EXPECT_TRUE(item.authors_elided);
}

TEST(ReadRis, AChaptersBookIsReadFromEachOfItsTags) {
    for (const char* tags : {"T2  - The book\n", "BT  - The book\n", "T2  - The book\nBT  - The book\n"}) {
        const bib::Item item = only(read_ris(fmt::format("TY  - CHAP\nTI  - A part\n{}ER  - \n", tags)));
        EXPECT_EQ(item.title, "A part") << tags;
        EXPECT_EQ(item.container_title, "The book") << tags;
        EXPECT_EQ(item.note, "") << tags;
    }
    EXPECT_EQ(only(read_ris("TY  - BOOK\nBT  - The book\nER  - \n")).title, "The book");
}

TEST(ReadRis, ABooksShortTitleComesBack) {
    bib::Item item;
    item.type = bib::ItemType::chapter;
    item.title = "T";
    item.container_title = "The genetic basis of human cancer";
    item.container_title_short = "Genet basis";
    const std::vector<bib::Item> items{item};
    EXPECT_EQ(only(read_ris(write_ris(entries_of(items)))), item);
}

TEST(ReadRis, OneBadRecordCostsNoOther) {
    const Items items = read_ris("TY  - JOUR\nKW  - x\nER  - \nTY  - JOUR\nTI  - Good\nER  - \n");
    ASSERT_EQ(items.size(), 2U);
    EXPECT_FALSE(items[0]);
    EXPECT_EQ(items[0].error().offset, 0U);
    ASSERT_TRUE(items[1]);
    EXPECT_EQ(items[1]->item.title, "Good");
}

TEST(ReadRis, WhatIsLostIsNamed) {
    struct Case {
        const char* file;
        const char* outcome;
    };
    constexpr Case kCases[] = {
        {"TY  - JOUR\nTI  - One\nER  - \n\nAU  - Doe, A\nTI  - Two\nER  - \nTY  - JOUR\nTI  - Three\nER  - "
         "\n",
         "One;error;Three;"},
        {"TI  - Zero\nTY  - JOUR\nTI  - One\nER  - \n", "error;One;"},
        {"TY  - JOUR\nTI  - One\nER  - \n\xEF\xBB\xBFTY  - JOUR\nTI  - Two\nER  - \n", "One;Two;"},
        {"TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Half a", "One;error;"},
        {"TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\n", "One;Two;"},
        {"TY  - JOUR\nTI  - One\nER  - \nER  - \nRecord #2 of 2\nTY  - JOUR\nTI  - Two\nER  -", "One;Two;"},
        {"TY  - JOUR\nTI  - A yeast's\nTy - 1 retro transposon\nty-1\nER  - \n",
         "A yeast's Ty - 1 retro transposon ty-1;"},
    };
    for (const auto& [file, expected] : kCases) {
        EXPECT_EQ(outcome(read_ris(file)), expected) << file;
    }
}

TEST(ReadRis, APlusForTheLastPageIsNoPage) {
    EXPECT_EQ(only(read_ris("TY  - JOUR\nTI  - T\nSP  - 736\nEP  - +\nER  - \n")).page, "736");
    EXPECT_EQ(only(read_ris("TY  - JOUR\nTI  - T\nEP  - +\nSP  - 736\nER  - \n")).page, "736");
}

TEST(ReadRis, ReadsMedlineNamedRis) {
    EXPECT_EQ(only(read_ris("PMID- 29573870\nTI  - A title.\n")).PMID, "29573870");
}

}  // namespace
}  // namespace whereof::formats
