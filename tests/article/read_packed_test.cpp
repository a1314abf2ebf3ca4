// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/readers.hpp"
#include "article/zip_files.hpp"
#include "draft_text.hpp"
#include "support/zip.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

TEST(ReadZipFiles, TakesTheFirstOfTwoFilesWithOneNameAndNothingUnwanted) {
    const auto bytes = test::zip({{"a.xml", "one"}, {"b.png", "two"}, {"a.xml", "three"}});
    const auto files =
        read_zip_files(bytes, "a thing", [](std::string_view name) { return name.ends_with(".xml"); });
    ASSERT_TRUE(files.has_value());
    ASSERT_EQ(files->size(), 1U);
    EXPECT_EQ(files->at("a.xml"), "one");
}

TEST(ReadZipFiles, StopsAtALimitOfSizeOrRatio) {
    const auto all = [](std::string_view) { return true; };
    const auto text = test::zip({{"a", std::string(100'000, 'x')}});
    EXPECT_TRUE(read_zip_files(text, "a thing", all).has_value());
    EXPECT_FALSE(read_zip_files(text, "a thing", all, {.unpacked_bytes = 99'999}).has_value());
    const auto bomb = test::zip({{"a", std::string(kZipFreeBytes + 1, 'x')}});
    EXPECT_FALSE(read_zip_files(bomb, "a thing", all).has_value());
    EXPECT_TRUE(read_zip_files(bomb, "a thing", all, {.ratio = 2000}).has_value());
}

Files odt(const std::string& text, const std::string& styles = {}) {
    return {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml",
         "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:xlink=\"x\" "
         "xmlns:table=\"tb\" xmlns:fo=\"f\"><office:automatic-styles>" +
             styles + "</office:automatic-styles><office:body><office:text>" + text +
             "</office:text></office:body></office:document-content>"}};
}

struct Case {
    const char* what;
    std::string text;
    const char* outline;
    const char* inlines;
};

TEST(ReadOdt, MakesBlocksAndInlines) {
    const std::string styles =
        "<style:style style:name=\"T1\"><style:text-properties style:text-position=\"super "
        "58%\"/></style:style>"
        "<text:list-style style:name=\"L1\"><text:list-level-style-number/></text:list-style>"
        "<text:list-style style:name=\"L2\"><text:list-level-style-bullet/></text:list-style>";
    const Case cases[] = {
        {"headings, raised type, links, blanks",
         "<text:h text:outline-level=\"2\">Pain</text:h><text:p>It<text:s/>hurts<text:span "
         "text:style-name=\"T1\">1,2</text:span> <text:a "
         "xlink:href=\"https://a.org\">here</text:a>.</text:p>",
         "h2|Pain\np|It hurts1,2 here.\n", "sup|1,2\nlink https://a.org|here\n"},
        {"lists and lists in them",
         "<text:list text:style-name=\"L1\"><text:list-item><text:p>a</text:p><text:list "
         "text:style-name=\"L2\"><text:list-item><text:p>b</text:p></text:list-item></text:list></"
         "text:list-item>"
         "<text:list-item "
         "text:start-value=\"7\"><text:p>c</text:p></text:list-item></text:list><text:p>d</text:p>",
         "li1 [1]|a\nli2 [•]|b\nli1 [7]|c\np|d\n", ""},
        {"changes, comments, tables of contents",
         "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
         "</text:changed-region></text:tracked-changes><text:table-of-content><text:p>Contents</text:p>"
         "</text:table-of-content><text:p>kept<office:annotation><text:p>remark</text:p></"
         "office:annotation></text:p>",
         "p|kept\n", ""},
        {"notes",
         "<text:p>A<text:note "
         "text:id=\"n1\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Maher C, "
         "Underwood M. Non-specific low back pain. Lancet. "
         "2017;389(10070):736-747.</text:p></text:note-body></text:note> "
         "b<text:note text:id=\"n2\"><text:note-citation>2</text:note-citation><text:note-body><text:p>She "
         "was "
         "away.</text:p></text:note-body></text:note>.</text:p><text:p>End.</text:p>",
         "p|A1 b.\np|She was away.\np|End.\nref [1] #n1|Maher C, Underwood M. Non-specific low back pain. "
         "Lancet. "
         "2017;389(10070):736-747.\n",
         "fn n1|1\n"},
        {"tables",
         "<table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></"
         "table:table-cell>"
         "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>",
         "td|a/b\ntd|c\n", ""},
    };
    for (const auto& [what, text, blocks, marks] : cases) {
        SCOPED_TRACE(what);
        const auto draft = read_odt(test::zip(odt(text, styles)));
        ASSERT_TRUE(draft.has_value()) << draft.error().what;
        EXPECT_EQ(outline(*draft), blocks);
        EXPECT_EQ(inlines(*draft), marks);
        EXPECT_EQ(broken_promise(*draft), "");
    }
}

TEST(ReadOdt, PointsZoterosMarksToTheWorksInTheirNames) {
    const auto articles = read_articles(
        test::zip(odt("<text:p>Common <text:reference-mark-start text:name=\"ZOTERO_ITEM CSL_CITATION "
                      "{&quot;citationItems&quot;:[{&quot;uris&quot;:[&quot;u&quot;],&quot;itemData&quot;:{&"
                      "quot;title&quot;:"
                      "&quot;Non-specific low back "
                      "pain&quot;,&quot;type&quot;:&quot;article-journal&quot;}}]} RNDx\"/>[1]"
                      "<text:reference-mark-end text:name=\"x\"/>.</text:p>")),
        "a.odt");
    ASSERT_TRUE(articles[0].has_value());
    ASSERT_EQ(articles[0]->references.size(), 1U);
    EXPECT_EQ(articles[0]->references[0].reference.item.title, "Non-specific low back pain");
    ASSERT_EQ(articles[0]->markers.size(), 1U);
    EXPECT_EQ(articles[0]->markers[0].references, std::vector<std::uint32_t>{0});
}

Files epub(const std::string& first, const std::string& second) {
    return {{"mimetype", "application/epub+zip"},
            {"META-INF/container.xml",
             "<container><rootfiles><rootfile full-path=\"E/b.opf\"/></rootfiles></container>"},
            {"E/b.opf",
             "<package><metadata><dc:title xmlns:dc=\"d\">Backs</dc:title><dc:language "
             "xmlns:dc=\"d\">en</dc:language></metadata> <manifest> <item id=\"n\" href=\"nav.xhtml\" "
             "properties=\"nav\"/> "
             "<item id=\"b\" href=\"t/b%20b.xhtml\"/><item id=\"a\" href=\"t/a.xhtml\"/></manifest> <spine> "
             "<itemref "
             "idref=\"n\"/> <itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"},
            {"E/nav.xhtml", "<html><body><p>Contents</p></body></html>"},
            {"E/t/b b.xhtml", "<html><body>" + second + "</body></html>"},
            {"E/t/a.xhtml", "<html><body>" + first + "</body></html>"}};
}

TEST(ReadEpub, ReadsThePagesInTheirOrderAndKeepsTheirIdsApart) {
    const auto draft =
        read_epub(test::zip(epub("<p>One <a href=\"#n1\">[1]</a> <a "
                                 "href=\"../t/b%20b.xhtml#n1\">[2]</a></p><p id=\"n1\">First note</p>",
                                 "<p>Two <a href=\"#n1\">[1]</a> <a href=\"https://a.org/#x\">a</a></p><p "
                                 "id=\"n1\">Second note</p>")));
    ASSERT_TRUE(draft.has_value()) << draft.error().what;
    EXPECT_EQ(outline(*draft), "p|One [1] [2]\np #1:n1|First note\np|Two [1] a\np #2:n1|Second note\n");
    EXPECT_EQ(inlines(*draft), "link #1:n1|[1]\nlink #2:n1|[2]\nlink #2:n1|[1]\nlink https://a.org/#x|a\n");
    EXPECT_EQ(draft->title, "Backs");
    EXPECT_EQ(draft->language, "en");
    EXPECT_EQ(place_of(*draft, "Second"), "4:1");
    EXPECT_EQ(broken_promise(*draft), "");
}

TEST(ReadPacked, RefuseWithOneClearSentence) {
    auto encrypted = odt("<text:p>x</text:p>");
    encrypted.emplace_back("META-INF/manifest.xml", "<m><encryption-data/></m>");
    auto closed = epub("<p>a</p>", "<p>b</p>");
    closed.emplace_back("META-INF/encryption.xml", "<e/>");
    closed.emplace_back("META-INF/rights.xml", "<r/>");
    struct Refusal {
        std::string bytes;
        const char* found;
    };
    const Refusal refusals[] = {
        {test::zip(encrypted), "an encrypted one"},
        {test::zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "without content.xml"},
        {test::zip({odt("")[0], {"content.xml", "<a>"}}), "broken XML"},
        {test::zip(closed), "protection against copying"},
        {test::zip({epub("", "")[0]}), "no META-INF/container.xml"},
        {test::zip({epub("", "")[0], epub("", "")[1]}), "no package file"},
    };
    for (const auto& [bytes, found] : refusals) {
        const auto articles = read_articles(bytes, "a");
        ASSERT_FALSE(articles[0].has_value()) << found;
        EXPECT_NE(articles[0].error().what.find(found), std::string::npos) << articles[0].error().what;
        EXPECT_TRUE(articles[0].error().what.starts_with("expected an ")) << articles[0].error().what;
    }
}

}  // namespace
}  // namespace whereof::article
