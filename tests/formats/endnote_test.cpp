// SPDX-License-Identifier: MIT
#include "formats/endnote.hpp"

#include "formats/sample.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

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
    const bib::Item& item = only(items);
    EXPECT_EQ(items[0]->key, "7");
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

TEST(WriteEndnote, SaysInANoteThatAListGoesOn) {
    std::vector<bib::Item> items(1);
    items[0].type = bib::ItemType::chapter;
    items[0].title = "T";
    items[0].author = {{"Smith", "Jane", {}, {}, {}, {}}};
    items[0].editor = {{"Roe", "A", {}, {}, {}, {}}};
    items[0].authors_elided = true;
    items[0].editors_elided = true;
    const std::string written = write_endnote(entries_of(items));
    EXPECT_EQ(written.find("<author>et al"), std::string::npos) << written;
    EXPECT_NE(written.find("<notes>authors: et al.; editors: et al.</notes>"), std::string::npos) << written;
    EXPECT_EQ(only(read_endnote(written)), items[0]);
}

TEST(ReadEndnote, OneBrokenRecordCostsNoOther) {
    const std::string good = "<record><titles><title>Good</title></titles></record>";
    const Items items = read_endnote(endnote(good + "<record><titles><title>no end</title>" + good +
                                             "<record><titles><title>x</titels></record>" +
                                             "<record><keywords>1</keywords></record>" + good));
    EXPECT_EQ(outcome(items), "Good;error;Good;error;error;Good;");
    EXPECT_EQ(items[0]->span.size(), good.size());
}

}  // namespace
}  // namespace whereof::formats
