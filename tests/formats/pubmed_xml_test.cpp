// SPDX-License-Identifier: MIT
#include "formats/pubmed_xml.hpp"

#include "formats/sample.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

TEST(ReadPubmedXml, GivesArticlesAndBooks) {
    const std::string file =
        "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n<PubmedArticle><MedlineCitation><PMID>29573870</PMID>"
        "<Article><Journal><ISSN>1474-547X</ISSN><JournalIssue><Volume>391</Volume><PubDate><Year>2018</Year>"
        "<Month>Jun</Month><Day>09</Day></PubDate></JournalIssue><Title>Lancet (London, England)</Title>"
        "<ISOAbbreviation>Lancet</ISOAbbreviation></Journal><ArticleTitle>What low back pain <i>is</i>."
        "</ArticleTitle><Pagination><MedlinePgn>2356-67</MedlinePgn></"
        "Pagination><AuthorList><Author><LastName>"
        "Hartvigsen</LastName><ForeName>Jan</ForeName></Author></AuthorList><Abstract><AbstractText "
        "Label=\"BACKGROUND\">Pain\n is <i>common</i>.</AbstractText><AbstractText/><AbstractText>It "
        "costs.</AbstractText><CopyrightInformation>(c)</CopyrightInformation></Abstract></Article></"
        "MedlineCitation>"
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
    EXPECT_EQ(item.abstract, "BACKGROUND: Pain is common. It costs.");
    EXPECT_EQ(items[1]->item.type, bib::ItemType::book);
}

}  // namespace
}  // namespace whereof::formats
