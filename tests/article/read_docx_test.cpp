// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/readers.hpp"
#include "draft_text.hpp"
#include "word_document.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

const std::string kStyles =
    "<w:styles xmlns:w=\"w\"><w:docDefaults><w:rPrDefault><w:rPr><w:lang "
    "w:val=\"de-DE\"/></w:rPr></w:rPrDefault>"
    "</w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Eigene\"><w:name w:val=\"Eigene\"/><w:basedOn "
    "w:val=\"berschrift2\"/>"
    "</w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Kreis\"><w:name w:val=\"k\"/><w:basedOn "
    "w:val=\"Kreis\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Liste\"><w:name w:val=\"l\"/><w:pPr><w:numPr><w:numId "
    "w:val=\"1\"/>"
    "</w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Hoch\"><w:name w:val=\"h\"/><w:rPr><w:vertAlign "
    "w:val=\"superscript\"/></w:rPr></w:style></w:styles>";

const std::string kNumbering =
    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
    "w:val=\"1\"/>"
    "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"[%1]\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start "
    "w:val=\"1\"/>"
    "<w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
    "w:val=\"\xEF\x82\xB7\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"7\"/>"
    "</w:lvlOverride></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

std::string number(const char* id, const char* level = "0") {
    return std::string("<w:numPr><w:ilvl w:val=\"") + level + "\"/><w:numId w:val=\"" + id + "\"/></w:numPr>";
}

struct Case {
    const char* what;
    std::string body;
    const char* outline;
    const char* inlines;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"headings by the names of their styles, by what these are based on, by outline level, by bold type",
         paragraph(run("Tragen"), "<w:pStyle w:val=\"Eigene\"/>") +
             paragraph(run("One."), "<w:pStyle w:val=\"Kreis\"/>") +
             paragraph(run("Heben"), "<w:outlineLvl w:val=\"0\"/>") +
             paragraph(run("Why It Hurts", "<w:b/>")) +
             paragraph(run("Not a heading. ", "<w:b/>") + run("Two.", "<w:b w:val=\"0\"/>")),
         "h2|Tragen\np|One.\nh1|Heben\nh2|Why It Hurts\np|Not a heading. Two.\n",
         "b|Why It Hurts\nb|Not a heading.\n"},
        {"the numbers that Word computes",
         paragraph(run("a"), number("1")) + paragraph(run("b"), number("1", "1")) +
             paragraph(run("c"), number("1", "1")) + paragraph(run("d"), "<w:pStyle w:val=\"Liste\"/>") +
             paragraph(run("e"), number("1", "1")) + paragraph(run("f"), number("2")) +
             paragraph(run("g"), number("1")) + paragraph(run("h"), number("3")) +
             paragraph(run("i"), "<w:pStyle w:val=\"Liste\"/>" + number("0")),
         "li1 [1]|a\nli2 [a)]|b\nli2 [b)]|c\nli1 [2]|d\nli2 [a)]|e\nli1 [7]|f\nli1 [8]|g\nli1 [•]|h\np|i\n",
         ""},
        {"superscripts of three kinds, joined over runs",
         paragraph(run("pain") + run("1", "<w:vertAlign w:val=\"superscript\"/>") +
                   run(",2", "<w:rStyle w:val=\"Hoch\"/>") + run(" and") +
                   run("3", "<w:position w:val=\"6\"/>") + run(" CO") +
                   run("2", "<w:vertAlign w:val=\"subscript\"/>")),
         "p|pain1,2 and3 CO2\n", "sup|1,2\nsup|3\n"},
        {"changes that were tracked: what was put in stays, what was taken out or moved away goes",
         paragraph(run("It ") + "<w:del>" + "<w:r><w:delText>never </w:delText></w:r></w:del><w:ins>" +
                   run("often ") + "</w:ins><w:moveFrom>" + run("x") + "</w:moveFrom>" + run("helps.")) +
             paragraph(run("One "), "<w:rPr><w:del/></w:rPr>") + paragraph(run("paragraph.")),
         "p|It often helps.\np|One paragraph.\n", ""},
        {"text that nobody sees, alternatives, text boxes, breaks, symbols",
         paragraph(run("a") + run("hidden", "<w:vanish/>") + "<w:r><w:br/></w:r>" + run("b") +
                   "<w:r><w:sym w:font=\"Symbol\" "
                   "w:char=\"F062\"/><w:noBreakHyphen/><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r>" +
                   "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + paragraph(run("boxed")) +
                   "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + paragraph(run("boxed")) +
                   "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"),
         "p|a/bβ-x y\np|boxed\n", ""},
        {"tables; a first cell that only numbers labels the next",
         "<w:tbl><w:tr><w:tc>" + paragraph(run("a")) + paragraph(run("b")) + "</w:tc><w:tc>" +
             paragraph(run("c")) + "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" +
             paragraph(run("gone")) + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("[4]")) + "</w:tc><w:tc>" +
             paragraph(run("Smith J.")) + "</w:tc></w:tr></w:tbl>" + paragraph(run("end")),
         "td|a/b\ntd|c\nli1 [4]|Smith J.\np|end\n", ""},
        {"links and fields",
         paragraph("<w:hyperlink r:id=\"rId4\">" + run("site") + "</w:hyperlink> " +
                   field(" HYPERLINK \"https://b.org/x y\" \\o \"tip\" ", run("page")) + run(" ") +
                   field(" HYPERLINK \\l \"top\" ", run("up")) + run(" of ") + field(" PAGE ", run("3")) +
                   "<w:fldSimple w:instr=\" NUMPAGES \">" + run("9") + "</w:fldSimple>") +
             paragraph(field(" TOC \\o ", run("Contents 1"))) + paragraph(field("PAGE", "") + run("kept")),
         "p|sitepage up of 39\np|kept\n",
         "link https://a.org|site\nlink https://b.org/x y|page\nlink #top|up\n"},
        {"a field without an end hides no more than its paragraph; nor does a table of contents beyond a "
         "heading",
         paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + run("lost")) + paragraph(run("seen")) +
             paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar "
                       "w:fldCharType=\"separate\"/></w:r>" +
                       run("1")) +
             paragraph(run("Part"), "<w:outlineLvl w:val=\"1\"/>"),
         "p|seen\nh2|Part\n", ""},
        {"content controls",
         "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
         "Contents\"/></w:docPartObj></w:sdtPr>"
         "<w:sdtContent>" +
             paragraph(run("Contents")) + "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>" +
             paragraph(run("kept")) + "</w:sdtContent></w:sdt>",
         "p|kept\n", ""},
    };
    return all;
}

const std::vector<std::pair<std::string, std::string>> kParts{
    {"word/styles.xml", kStyles},
    {"word/numbering.xml", kNumbering},
    {"word/_rels/document.xml.rels",
     "<Relationships><Relationship Id=\"rId4\" Type=\"http://x/hyperlink\" "
     "Target=\"https://a.org\"/></Relationships>"}};

TEST(ReadDocx, MakesBlocksAndInlines) {
    for (const Case& row : cases()) {
        SCOPED_TRACE(row.what);
        const auto draft = read_docx(word_document(row.body, kParts));
        ASSERT_TRUE(draft.has_value()) << draft.error().what;
        EXPECT_EQ(outline(*draft), row.outline);
        EXPECT_EQ(inlines(*draft), row.inlines);
        EXPECT_EQ(broken_promise(*draft), "");
        EXPECT_EQ(draft->language, "de-DE");
    }
}

TEST(ReadDocx, CountsParagraphsForLines) {
    const auto draft =
        read_docx(word_document(paragraph(run("One.")) + paragraph("") + paragraph(run("Two three."))));
    EXPECT_EQ(place_of(*draft, "three"), "2:5");
}

TEST(ReadDocx, TakesTheTitleFromItsStyleOrTheFirstHeadingOrTheProperties) {
    const std::vector<std::pair<std::string, std::string>> parts{
        {"word/styles.xml", kStyles},
        {"docProps/core.xml", "<c:p xmlns:d=\"d\"><d:title>Core</d:title></c:p>"}};
    const auto text = paragraph(run("Text."));
    const auto heading = paragraph(run("Heading"), "<w:outlineLvl w:val=\"0\"/>");
    EXPECT_EQ(read_docx(word_document(text, parts))->title, "Core");
    EXPECT_EQ(read_docx(word_document(text + heading, parts))->title, "Heading");
    EXPECT_EQ(
        read_docx(word_document(heading + paragraph(run("Titled"), "<w:pStyle w:val=\"Titel\"/>"), parts))
            ->title,
        "Titled");
}

TEST(ReadDocx, ReadsNotesAsReferencesOrAsText) {
    const std::string notes =
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"-1\"/><w:footnote w:id=\"2\">" +
        paragraph("<w:r><w:footnoteRef/></w:r>" + run(" Maher C, Underwood M, Buchbinder R. Non-specific low "
                                                      "back pain. Lancet. 2017;389(10070):736-747.")) +
        "</w:footnote><w:footnote w:id=\"3\">" + paragraph(run("The author was on leave at the time.")) +
        "</w:footnote><w:footnote w:id=\"4\">" +
        paragraph("<w:r><w:footnoteReference w:id=\"4\"/></w:r>" + run("Loop.")) +
        "</w:footnote></w:footnotes>";
    const auto mark = [](const char* id) {
        return std::string(
                   "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"") +
               id + "\"/></w:r>";
    };
    const auto draft = read_docx(word_document(paragraph(run("It is common.") + mark("2") + mark("3") +
                                                         run(" It passes.") + mark("4") + mark("99")) +
                                                   paragraph(run("End.")),
                                               {{"word/footnotes.xml", notes}}));
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(outline(*draft),
              "p|It is common.1 It passes.\np|The author was on leave at the time.\np|Loop.\np|End.\n"
              "ref [1] #fn2|Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. "
              "2017;389(10070):736-747.\n");
    EXPECT_EQ(inlines(*draft), "sup|1\nfn fn2|1\n");
}

struct Refusal {
    std::string bytes;
    const char* found;
};

TEST(ReadDocx, RefusesWithOneClearSentence) {
    const std::string good = word_document(paragraph(run("Back pain.")));
    std::string encrypted = good;
    for (std::size_t at = 0; at + 8 < encrypted.size(); ++at) {
        if (encrypted.compare(at, 4, "PK\x03\x04") == 0) {
            encrypted[at + 6] = 1;
        } else if (encrypted.compare(at, 4, "PK\x01\x02") == 0) {
            encrypted[at + 8] = 1;
        }
    }
    std::vector<std::pair<std::string, std::string>> many;
    for (int i = 0; i < 5000; ++i) {
        many.emplace_back("a" + std::to_string(i), "");
    }
    std::string deep;
    for (int i = 0; i < 600; ++i) {
        deep += "<w:p>";
    }
    for (int i = 0; i < 600; ++i) {
        deep += "</w:p>";
    }
    std::string damaged = good;
    damaged.replace(60, 40, std::string(40, '\x55'));
    const Refusal refusals[] = {
        {good.substr(0, good.size() / 2), "a damaged archive"},
        {damaged, "damaged archive"},
        {encrypted, "an encrypted one"},
        {test::zip(many), "more than 4000 files"},
        {word_document(std::string(std::size_t{80} << 20U, ' ')), "unpacks to more than"},
        {word_document(deep), "nested more than 512 deep"},
        {word_document("<w:p>"), "broken XML"},
        {test::zip({{"a.txt", "text"}}), "a ZIP archive without word/document.xml"},
        {test::zip({{"[Content_Types].xml", "<T a=\"spreadsheetml\"/>"}}), "an Excel workbook"},
        {test::zip({{"[Content_Types].xml", "<T a=\"presentationml\"/>"}}), "a PowerPoint presentation"},
        {word_document("<w:p/>"), "docx without any text"},
    };
    for (const auto& [bytes, found] : refusals) {
        const auto articles = read_articles(bytes, "some/file.docx");
        ASSERT_EQ(articles.size(), 1U) << found;
        ASSERT_FALSE(articles[0].has_value()) << found;
        const Error& error = articles[0].error();
        EXPECT_EQ(error.where, "some/file.docx");
        EXPECT_NE(error.what.find(found), std::string::npos) << error.what;
        EXPECT_TRUE(error.what.starts_with("expected ")) << error.what;
        EXPECT_EQ(error.what.find('\n'), std::string::npos) << error.what;
    }
}

TEST(ReadDocx, ReadsOnWhenAPartBesideTheTextIsBroken) {
    const auto draft =
        read_docx(word_document(paragraph(run("Back pain.")), {{"word/styles.xml", "<w:styles"}}));
    ASSERT_TRUE(draft.has_value());
    ASSERT_EQ(draft->warnings.size(), 1U);
    EXPECT_NE(draft->warnings[0].find("word/styles.xml"), std::string::npos);
}

}  // namespace
}  // namespace whereof::article
