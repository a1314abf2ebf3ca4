// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "draft_text.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

Result<Draft> read(const std::string& body, const std::string& refs = {}) {
    return read_jats("<article xmlns:xlink=\"http://www.w3.org/1999/xlink\"><body>" + body +
                     "</body><back><ref-list>" + refs + "</ref-list></back></article>");
}

TEST(ReadJats, ReadsTheFront) {
    const auto draft = read_jats(
        "<?xml version=\"1.0\"?><!DOCTYPE article PUBLIC \"-//NLM//DTD\" \"x.dtd\"><article "
        "xml:lang=\"en\"><front><journal-meta>"
        "<journal-title-group><journal-title>Spine &amp; "
        "Joint</journal-title></journal-title-group></journal-meta><article-meta>"
        "<article-id pub-id-type=\"pmid\">1</article-id><article-id pub-id-type=\"pmc\">2855831</article-id>"
        "<article-id pub-id-type=\"doi\">10.1111/J.1651</article-id><title-group><article-title>On "
        "<italic>pain</italic>"
        "</article-title></title-group><pub-date pub-type=\"ppub\"><year>2010</year></pub-date><pub-date "
        "pub-type=\"epub\"><day>4"
        "</day><month>3</month><year>2009</year></pub-date><abstract><sec><title>Aim</title><p>To "
        "see.</p></sec></abstract>"
        "</article-meta></front><body><p>Text</p></body></article>");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->id, "PMC2855831");
    EXPECT_EQ(draft->DOI, "10.1111/j.1651");
    EXPECT_EQ(draft->title, "On pain");
    EXPECT_EQ(draft->site, "Spine & Joint");
    EXPECT_EQ(draft->date, "2009-03-04");
    EXPECT_EQ(draft->language, "en");
    EXPECT_EQ(outline(*draft), "h1|On pain\nh2|Abstract\nh3|Aim\np|To see.\np|Text\n");
}

struct Case {
    const char* what;
    const char* body;
    const char* outline;
    const char* inlines;
};

constexpr Case kBodies[] = {
    {"nested sections",
     "<sec "
     "id=\"s\"><label>1</label><title>A</title><p>a</p><sec><title>B</title><p>b</p></sec></sec><p>c</p>",
     "h2 [1]|A\np|a\nh3|B\np|b\np|c\n", ""},
    {"entities of every kind",
     "<p>caf&eacute; &#x003b2; &lstrok; p&thinsp;&lt;&thinsp;0.05 &unknown; AT&amp;T</p>",
     "p|café β ł p < 0.05 &unknown; AT&T\n", ""},
    {"a list inside its paragraph",
     "<p>Of<list list-type=\"order\"><list-item><p>x</p></list-item><list-item><p>y</p><p>z</p>"
     "</list-item></list>and so on</p>",
     "p|Of\nli1 [1]|x\nli1 [2]|y/z\np|and so on\n", ""},
    {"tables and figures",
     "<table-wrap id=\"t\"><label>Table 1</label><caption><p>All <italic>n</italic>.</p></caption><table><tr>"
     "<th>A</th><td>1</td></tr></table><table-wrap-foot><p>Note</p></table-wrap-foot></"
     "table-wrap><fig><label>Fig. 1</label>"
     "<caption><title>T.</title><p>C.</p></caption><graphic/></fig>",
     "p #t|Table 1 All n.\ntd|A\ntd|1\np|Note\np|Fig. 1 T. C.\n", "i|n\n"},
    {"markup",
     "<p>x<sup>2</sup> <bold>b</bold> H<sub>2</sub>O <ext-link xlink:href=\"http://x.org\">l</ext-link></p>",
     "p|x2 b H2O l\n", "sup|2\nb|b\nlink http://x.org|l\n"},
    {"character data", "<p>a <![CDATA[<b> & c]]> d</p>", "p|a <b> & c d\n", ""},
    {"formulas without their source",
     "<p>is <tex-math>\\alpha</tex-math><mml:math><mml:mi>a</mml:mi></mml:math>.</p>", "p|is a.\n", ""},
    {"definitions and quotations",
     "<def-list><def-item><term>LBP</term><def><p>low back pain</p></def></def-item></def-list>"
     "<disp-quote><p>q</p></disp-quote>",
     "li1|LBP/low back pain\nq|q\n", ""},
};

TEST(ReadJats, MakesBlocks) {
    for (const auto& [what, body, blocks, marks] : kBodies) {
        SCOPED_TRACE(what);
        const auto draft = read(body);
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(outline(*draft), blocks);
        EXPECT_EQ(inlines(*draft), marks);
        EXPECT_EQ(broken_promise(*draft), "");
    }
}

constexpr const char* kFive =
    "<ref id=\"B1\"><mixed-citation>One</mixed-citation></ref><ref "
    "id=\"B2\"><mixed-citation>Two</mixed-citation></ref>"
    "<ref id=\"B3\"><mixed-citation>Three a</mixed-citation><mixed-citation>Three b</mixed-citation></ref>"
    "<ref id=\"B4\"><mixed-citation>Four</mixed-citation></ref><ref "
    "id=\"B5\"><mixed-citation>Five</mixed-citation></ref>";

TEST(ReadJats, LinksMarkersToEntries) {
    const auto xref = [](const std::string& rid, const std::string& text) {
        return "<xref ref-type=\"bibr\" rid=\"" + rid + "\">" + text + "</xref>";
    };
    const std::pair<std::string, const char*> cases[] = {
        {"a [" + xref("B1", "1") + "," + xref("B3", "3") + "]", "xref B1|1\nxref B3 B3:2|3\n"},
        {"a [" + xref("B1", "1") + "–" + xref("B4", "4") + "]", "xref B1|1\nxref B2 B3 B3:2 B4|4\n"},
        {"a [" + xref("B2", "2") + " &#x2013; " + xref("B5", "5") + "]", "xref B2|2\nxref B3 B3:2 B4 B5|5\n"},
        {"a [" + xref("B4", "4") + "-" + xref("B2", "2") + "]", "xref B4|4\nxref B2|2\n"},
        {"a <sup>" + xref("B1 B2", "1,2") + "</sup>", "sup|1,2\nxref B1 B2|1,2\n"},
        {"a (" + xref("B9", "Smith 2020") + ")", "xref B9|Smith 2020\n"},
        {"<xref ref-type=\"fig\" rid=\"F1\">Fig. 1</xref> <xref rid=\"B5\">5</xref>", "xref B5|5\n"},
    };
    for (const auto& [text, marks] : cases) {
        const auto draft = read("<p>" + text + "</p>", kFive);
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(inlines(*draft), marks) << text;
    }
    EXPECT_EQ(
        outline(*read("<p>t</p>", kFive)),
        "p|t\nref #B1|One\nref #B2|Two\nref #B3|Three a\nref #B3:2|Three b\nref #B4|Four\nref #B5|Five\n");
}

TEST(ReadJats, ShowsCitationsOfFieldsAsAReaderWould) {
    const auto draft = read("<p>t</p>",
                            "<ref id=\"b1\"><label>1</label><element-citation "
                            "publication-type=\"journal\"><person-group person-group-type=\"author\">"
                            "<name><surname>van Dam</surname><given-names>AB</given-names></name><collab>The "
                            "Group</collab><etal/></person-group>"
                            "<article-title>Pain <italic>in</italic> "
                            "rats?</article-title><source>Spine</source><year>2009b</year><volume>34</volume>"
                            "<issue>2</issue><fpage>1066</fpage><lpage>77</lpage><pub-id "
                            "pub-id-type=\"doi\">10.1097/BRS.0b013</pub-id>"
                            "<pub-id pub-id-type=\"pmid\">19404184</pub-id></element-citation></ref>");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(outline(*draft),
              "p|t\nref [1] #b1|van Dam AB, The Group, et al. Pain in rats? Spine. 2009;34(2):1066-1077. "
              "doi: 10.1097/brs.0b013. "
              "PMID: 19404184.\n");
    ASSERT_EQ(draft->structured.size(), 1U);
    const auto& [block, item] = draft->structured[0];
    EXPECT_EQ(block, 1U);
    EXPECT_EQ(item.type, bib::ItemType::article_journal);
    ASSERT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.author[0].family, "van Dam");
    EXPECT_EQ(item.author[0].given, "AB");
    EXPECT_EQ(item.author[1].literal, "The Group");
    EXPECT_TRUE(item.authors_elided);
    EXPECT_EQ(item.title, "Pain in rats?");
    EXPECT_EQ(item.container_title, "Spine");
    EXPECT_EQ(item.issued.year, 2009);
    EXPECT_EQ(item.page, "1066-1077");
    EXPECT_EQ(item.DOI, "10.1097/brs.0b013");
    EXPECT_EQ(item.PMID, "19404184");
}

TEST(ReadJats, KeepsCitationsThatHaveTheirText) {
    const auto draft =
        read("<p>t</p>",
             "<ref id=\"B1\"><label>[1]</label><mixed-citation "
             "publication-type=\"journal\"><name><surname>Lee</surname>, "
             "<given-names>K.</given-names></name> (<year>2001</year>). <article-title>On "
             "it</article-title>. <source>J. "
             "Pain</source> <volume>2</volume>, <fpage>1</fpage>–<lpage>9</lpage>.</mixed-citation></ref>"
             "<ref "
             "id=\"B2\"><mixed-citation><person-group><name><surname>Ng</surname><given-names>A</"
             "given-names></name><name><surname>Oh"
             "</surname><given-names>B</given-names></name></person-group> <article-title>Does it "
             "work?</article-title><source>BMJ"
             "</source><year>2008</year>;<volume>337</volume>:<fpage>a2281</fpage></mixed-citation></ref>"
             "<ref id=\"B3\"><note><p>A remark, no citation.</p></note></ref>");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(outline(*draft),
              "p|t\nref [[1]] #B1|Lee, K. (2001). On it. J. Pain 2, 1–9.\nref #B2|Ng A, Oh B Does it work? "
              "BMJ. 2008;337:a2281\n"
              "ref #B3|A remark, no citation.\n");
    ASSERT_EQ(draft->structured.size(), 2U);
    EXPECT_EQ(draft->structured[0].item.page, "1-9");
    EXPECT_EQ(draft->structured[1].item.title, "Does it work?");
}

TEST(ReadJats, ReadsBooksAndPages) {
    const auto draft =
        read("<p>t</p>",
             "<ref id=\"B1\"><citation citation-type=\"book\"><person-group "
             "person-group-type=\"author\"><name><surname>Waddell</surname>"
             "<given-names>G</given-names></name></person-group><source>The Back Pain "
             "Revolution</source><edition>2nd ed.</edition>"
             "<publisher-loc>Edinburgh</publisher-loc><publisher-name>Churchill "
             "Livingstone</publisher-name><year>2004</year></citation></ref>"
             "<ref id=\"B2\"><citation "
             "citation-type=\"book\"><name><surname>Roe</surname><given-names>R</given-names></name>"
             "<article-title>A chapter</article-title><person-group "
             "person-group-type=\"editor\"><name><surname>Doe</surname><given-names>D"
             "</given-names></name></person-group><source>A "
             "book</source><fpage>3</fpage><lpage>12</lpage></citation></ref>"
             "<ref id=\"B3\"><citation "
             "citation-type=\"web\"><collab>WHO</collab><article-title>Pain</article-title><ext-link "
             "xlink:href=\"https://who.int/x?a=1&amp;b=2\">who</ext-link><date-in-citation>12 May "
             "2009</date-in-citation></citation></ref>");
    ASSERT_EQ(draft->structured.size(), 3U);
    const auto& book = draft->structured[0].item;
    EXPECT_EQ(book.type, bib::ItemType::book);
    EXPECT_EQ(book.title, "The Back Pain Revolution");
    EXPECT_EQ(book.container_title, "");
    EXPECT_EQ(book.edition, "2");
    EXPECT_EQ(book.publisher_place, "Edinburgh");
    const auto& chapter = draft->structured[1].item;
    EXPECT_EQ(chapter.type, bib::ItemType::chapter);
    EXPECT_EQ(chapter.container_title, "A book");
    ASSERT_EQ(chapter.editor.size(), 1U);
    EXPECT_EQ(chapter.page, "3-12");
    const auto& page = draft->structured[2].item;
    EXPECT_EQ(page.type, bib::ItemType::webpage);
    EXPECT_EQ(page.URL, "https://who.int/x?a=1&b=2");
    EXPECT_EQ(page.accessed.year, 2009);
}

TEST(ReadJats, RefusesWhatItCannotRead) {
    const std::pair<std::string, const char*> cases[] = {
        {"<article><body><p>cut of", "broken XML"},
        {"<article><body><p>cut</p></bo", "broken XML"},
        {"<article><body><p>wrong</b></p></body></article>", "broken XML"},
        {"<TEI><text/></TEI>", "root <TEI>"},
        {"<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>", "root <PubmedArticleSet>"},
        {"<?xml version=\"1.0\"?>", "broken XML"},
    };
    for (const auto& [xml, what] : cases) {
        const auto draft = read_jats(xml);
        ASSERT_FALSE(draft.has_value()) << xml;
        EXPECT_NE(draft.error().what.find(what), std::string::npos) << draft.error().what;
    }
    std::string deep = "<article>";
    for (int i = 0; i < 300'000; ++i) {
        deep += "<sec>";
    }
    std::string closed = deep;
    for (int i = 0; i < 300'000; ++i) {
        closed += "</sec>";
    }
    EXPECT_NE(read_jats(deep).error().what.find("broken XML"), std::string::npos);
    EXPECT_NE(read_jats(closed + "</article>").error().what.find("512 deep"), std::string::npos);
}

TEST(ReadJats, RefusesEntitiesOfTheDocument) {
    for (const char* declaration :
         {"<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">", "<!ENTITY b SYSTEM \"file:///etc/passwd\">",
          "<!ENTITY % b SYSTEM \"x.ent\">%b;"}) {
        const auto draft = read_jats(std::string("<!DOCTYPE article [") + declaration +
                                     "]><article><body><p>&b; end</p></body></article>");
        ASSERT_FALSE(draft.has_value()) << declaration;
        EXPECT_NE(draft.error().what.find("<!ENTITY"), std::string::npos);
    }
}

TEST(ReadJats, KnowsLinesAndColumns) {
    const auto draft = read_jats(
        "<article>\n<body>\n<p>Caf&eacute; one\n <bold>two</bold> &amp; three</p></body>\n</article>");
    EXPECT_EQ(place_of(*draft, "Caf"), "3:4");
    EXPECT_EQ(place_of(*draft, "one"), "3:16");
    EXPECT_EQ(place_of(*draft, "two"), "4:8");
    EXPECT_EQ(place_of(*draft, "three"), "4:25");
}

TEST(ReadJats, WarnsOfWhatItLeavesOut) {
    const auto set = read_jats(
        "<pmc-articleset><article><body><p>a</p></body></article><article><body><p>b</p></body></article>"
        "</pmc-articleset>");
    ASSERT_TRUE(set.has_value());
    EXPECT_EQ(outline(*set), "p|a\n");
    EXPECT_EQ(set->warnings.size(), 1U);
    EXPECT_EQ(read("<p>a</p>")->warnings.size(), 0U);
}

}  // namespace
}  // namespace whereof::article
