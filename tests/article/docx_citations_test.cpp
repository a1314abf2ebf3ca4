// SPDX-License-Identifier: MIT
#include "article/citation_fields.hpp"
#include "article/formats.hpp"
#include "article/readers.hpp"
#include "draft_text.hpp"
#include "word_document.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

std::string csl(const std::string& title, const std::string& family, int year, const std::string& doi = {}) {
    return R"({"type":"article-journal","title":")" + title +
           R"(","container-title":"Lancet","author":[{"family":")" + family +
           R"(","given":"A."}],"issued":{"date-parts":[[")" + std::to_string(year) + "\"]]}" +
           (doi.empty() ? "" : R"(,"DOI":")" + doi + "\"") + "}";
}

const std::string kPain = csl("What low back pain is and why we need to pay attention", "Hartvigsen", 2018,
                              "10.1016/S0140-6736(18)30480-X");
const std::string kCare = csl("Prevention and treatment of low back pain", "Foster", 2018);
const std::string kShort = csl("Low back pain", "Maher", 2017);

std::string entry(int id, const std::string& item) {
    return R"({"id":)" + std::to_string(id) + R"(,"uris":["http://zotero.org/users/1/items/)" +
           std::to_string(id) + R"("],"itemData":)" + item + "}";
}

std::string zotero(const std::string& entries, const std::string& shown) {
    return field(R"( ADDIN ZOTERO_ITEM CSL_CITATION {"citationID":"x","citationItems":[)" + entries +
                     R"(],"schema":"https://github.com/citation-style-language"} )",
                 run(shown));
}

/// "[1] -> cited-1 | text": markers and the ids of what they point to.
std::string markers(const Article& article) {
    std::string out;
    for (const Marker& marker : article.markers) {
        out += std::string(marker.span.of(article.text)) + " ->";
        for (const auto index : marker.references) {
            const auto& listed = article.references[index];
            out += " " + std::to_string(index + 1) + (listed.reference.item.DOI.empty() ? "" : "+");
        }
        out += "\n";
    }
    return out;
}

std::string references(const Article& article) {
    std::string out;
    for (const auto& listed : article.references) {
        const auto& item = listed.reference.item;
        out += std::to_string(listed.position.line) + " " +
               (item.author.empty() ? "" : item.author[0].family + item.author[0].literal) + " " +
               std::to_string(item.issued.year) + " " + item.title + " | " +
               listed.reference.raw.substr(0, 30) + "\n";
    }
    return out;
}

Article read(const std::string& body, const std::vector<std::pair<std::string, std::string>>& parts = {}) {
    auto articles = read_articles(word_document(body, parts), "a.docx");
    EXPECT_TRUE(articles[0].has_value()) << articles[0].error().what;
    return articles[0] ? *std::move(articles[0]) : Article{};
}

TEST(DocxCitations, PointZoteroMarkersToTheWorksInTheirFields) {
    const auto article = read(
        paragraph(run("Back pain is common ") + zotero(entry(7, kPain) + "," + entry(8, kCare), "[1,2]") +
                  run(".")) +
        paragraph(run("It is treated ") + zotero(entry(8, kCare), "[2]") + run(".")) +
        paragraph(run("References")) +
        paragraph(field(
            " ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ",
            run("1.\tHartvigsen A. What low back pain is and why we need to pay attention. Lancet 2018.") +
                "</w:p><w:p>" +
                run("2.\tFoster A. Prevention and treatment of low back pain. Lancet 2018."))));
    EXPECT_EQ(markers(article), "[1,2] -> 1+ 2\n[2] -> 2\n");
    EXPECT_EQ(references(article),
              "4 Hartvigsen 2018 What low back pain is and why we need to pay attention | Hartvigsen A. What "
              "low back pa\n"
              "5 Foster 2018 Prevention and treatment of low back pain | Foster A. Prevention and treat\n");
}

TEST(DocxCitations, PairPrintedEntriesByTitleAuthorAndYearWhateverTheirOrder) {
    const auto article =
        read(paragraph(run("Common ") + zotero(entry(7, kPain), "(Hartvigsen 2018)") + run(", says a work ") +
                       zotero(entry(9, kShort), "(Maher 2017)") + run(" and one ") +
                       zotero(entry(8, kCare), "(Foster 2018)") + run(".")) +
             paragraph(run("Bibliography")) +
             paragraph(field(
                 " ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ",
                 run("Foster A. Prevention and Treatment of Low-Back Pain. Lancet 2018.") + "</w:p><w:p>" +
                     run("Hartvigsen A. What low back pain is and why we need to pay attention. 2018.") +
                     "</w:p><w:p>" + run("Maher A. Low back pain. Lancet. 2017.") + "</w:p><w:p>" +
                     run("Smith J. A work that is cited nowhere. Lancet. 2011."))));
    EXPECT_EQ(markers(article), "(Hartvigsen 2018) -> 2+\n(Maher 2017) -> 3\n(Foster 2018) -> 1\n");
    ASSERT_EQ(article.references.size(), 4U);
    EXPECT_EQ(article.references[2].reference.item.title, "Low back pain");
    EXPECT_EQ(article.references[3].reference.item.title, "A work that is cited nowhere");
}

TEST(DocxCitations, GiveNoEntryTheFieldsOfAnotherWorkOfItsAuthorAndYear) {
    const auto article =
        read(paragraph(run("Common ") + zotero(entry(7, kPain), "(Hartvigsen 2018)") + run(".")) +
             paragraph(field(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ",
                             run("Hartvigsen A. Twins and their knees. Spine. 2018;12:3-9."))));
    ASSERT_EQ(article.references.size(), 2U);
    EXPECT_EQ(article.references[0].reference.item.title, "Twins and their knees");
    EXPECT_EQ(markers(article), "(Hartvigsen 2018) -> 2+\n");
}

TEST(DocxCitations, ListWorksThatAreNotPrinted) {
    const auto article =
        read(paragraph(run("First.")) + paragraph(run("Common ") + zotero(entry(7, kPain), "¹") + run(".")));
    EXPECT_EQ(markers(article), "¹ -> 1+\n");
    ASSERT_EQ(article.references.size(), 1U);
    EXPECT_EQ(article.references[0].position.line, 2U);
    EXPECT_NE(article.references[0].reference.raw.find("What low back pain is"), std::string::npos);
}

TEST(DocxCitations, FindTheListThatLostItsField) {
    const auto article = read(
        paragraph(
            run("Hartvigsen's 2018 review says it: What low back pain is and why we need to pay attention ") +
            zotero(entry(7, kPain), "(1)") + run(".")) +
        paragraph(run("Treated ") + zotero(entry(8, kCare), "(2)") + run(".")) + paragraph(run("More.")) +
        paragraph(run("And more.")) + paragraph(run("And still more.")) + paragraph(run("References")) +
        paragraph(run("1. Hartvigsen A. What low back pain is and why we need to pay attention. Lancet. "
                      "2018;391:2356-2367.")) +
        paragraph(
            run("2. Foster A. Prevention and treatment of low back pain. Lancet. 2018;391:2368-2383.")));
    EXPECT_EQ(markers(article), "(1) -> 1+\n(2) -> 2\n");
    ASSERT_EQ(article.references.size(), 2U);
    EXPECT_EQ(article.sentences.size(), 5U);
}

TEST(DocxCitations, ReadMendeleysFieldsAndControls) {
    const std::string desktop =
        R"({"id":"ITEM-1","itemData":)" + kPain + R"(,"uris":["http://mendeley.com/1"]})";
    const std::string other =
        R"({"id":"ITEM-1","itemData":)" + kCare + R"(,"uris":["http://mendeley.com/2"]})";
    auto article = read(paragraph(
        run("A ") +
        field("ADDIN CSL_CITATION { \"citationItems\" : [ " + desktop + " ], \"mendeley\" : { } }",
              run("[1]")) +
        run(" and b ") + field("ADDIN CSL_CITATION { \"citationItems\" : [ " + other + " ] }", run("[2]")) +
        run(".")));
    EXPECT_EQ(markers(article), "[1] -> 1+\n[2] -> 2\n");
    // {"citationItems":[{"id":"a","itemData":{"title":"Care of backs","type":"book"}}]}
    article = read(paragraph(run("A ") +
                             "<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_CITATION_v3_"
                             "eyJjaXRhdGlvbkl0ZW1zIjpbeyJpZCI6ImEiLCJpdGVtRGF0YSI6eyJ0aXRsZSI6IkNhcmUgb2YgYmF"
                             "ja3MiLCJ0eXBlIjoiYm9vayJ9fV19"
                             "\"/></w:sdtPr><w:sdtContent>" +
                             run("(Care 2001)") + "</w:sdtContent></w:sdt>" + run(".")));
    EXPECT_EQ(markers(article), "(Care 2001) -> 1\n");
    EXPECT_EQ(article.references[0].reference.item.title, "Care of backs");
}

const std::string kEndNote =
    "<EndNote><Cite><Author>Maher</Author><Year>2017</Year><RecNum>12</RecNum><record><rec-number>12</"
    "rec-number>"
    "<foreign-keys><key app=\"EN\" db-id=\"q\">12</key></foreign-keys><ref-type name=\"Journal "
    "Article\">17</ref-type>"
    "<contributors><authors><author><style face=\"normal\">Maher, C.</style></author><author>Underwood, "
    "M.</author></authors>"
    "</contributors><titles><title>Non-specific low back "
    "pain</title><secondary-title>Lancet</secondary-title></titles>"
    "<pages>736-47</pages><volume>389</volume><dates><year>2017</year></dates>"
    "<electronic-resource-num>10.1016/S0140-6736(16)30970-9</electronic-resource-num></record></Cite></"
    "EndNote>";

TEST(DocxCitations, ReadEndNotesRecordsInTheCodeOrBesideIt) {
    std::string escaped;
    for (const char c : kEndNote) {
        escaped += c == '<' ? std::string("&lt;") : c == '>' ? std::string("&gt;") : std::string(1, c);
    }
    const auto article =
        read(paragraph(run("Common ") + "<w:fldSimple w:instr=\"x\"/>" +
                       "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> ADDIN EN.CITE " +
                       escaped + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                       run("[1]") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run(".")));
    EXPECT_EQ(markers(article), "[1] -> 1+\n");
    ASSERT_EQ(article.references.size(), 1U);
    const auto& item = article.references[0].reference.item;
    EXPECT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.page, "736-747");
    EXPECT_EQ(item.type, bib::ItemType::article_journal);
    const auto code = read_field_code(" ADDIN EN.CITE ", kEndNote);
    ASSERT_EQ(code.items.size(), 1U);
    EXPECT_EQ(code.items[0].item.DOI, "10.1016/s0140-6736(16)30970-9");
}

TEST(DocxCitations, ReadWordsOwnSources) {
    const std::string sources =
        "<b:Sources "
        "xmlns:b=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "bibliography\"><b:Source><b:Tag>Mah17</b:Tag>"
        "<b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Maher</"
        "b:Last><b:First>Chris"
        "</b:First><b:Middle>G</b:Middle></b:Person></b:NameList></b:Author></b:Author><b:Title>Non-specific "
        "low back pain</b:Title>"
        "<b:JournalName>Lancet</b:JournalName><b:Year>2017</b:Year><b:Volume>389</b:Volume><b:Pages>736-747</"
        "b:Pages>"
        "<b:StandardNumber>10.1016/S0140-6736(16)30970-9</b:StandardNumber></b:Source><b:Source><b:Tag>WHO</"
        "b:Tag><b:SourceType>Report"
        "</b:SourceType><b:Author><b:Author><b:Corporate>World Health "
        "Organization</b:Corporate></b:Author></b:Author><b:Title>World "
        "report on ageing</b:Title><b:Year>2015</b:Year></b:Source></b:Sources>";
    const auto article =
        read(paragraph(run("Common ") +
                       field(R"( CITATION Mah17 \l 1033 \m WHO )",
                             run("(Maher, 2017; World Health Organization, 2015)")) +
                       run(".")) +
                 paragraph(run("References")) +
                 paragraph(field(
                     " BIBLIOGRAPHY ",
                     run("Maher, C. G. (2017). Non-specific low back pain. Lancet, 389, 736-747.") +
                         "</w:p><w:p>" + run("World Health Organization. (2015). World report on ageing."))),
             {{"customXml/item1.xml", sources}});
    EXPECT_EQ(markers(article), "(Maher, 2017; World Health Organization, 2015) -> 1+ 2\n");
    EXPECT_EQ(references(article),
              "3 Maher 2017 Non-specific low back pain | Maher, C. G. (2017). Non-speci\n"
              "4 World Health Organization 2015 World report on ageing | World Health Organization. (20\n");
    EXPECT_EQ(article.references[0].reference.item.author[0].given, "Chris G");
}

TEST(DocxCitations, LeadNotesThatCiteToTheirWorks) {
    const auto article = read(
        paragraph(run("It is common.") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" It passes.")),
        {{"word/footnotes.xml",
          "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\">" +
              paragraph(run("See ") + zotero(entry(7, kPain), "Hartvigsen, What low back pain is, 2018") +
                        run(".")) +
              "</w:footnote></w:footnotes>"}});
    EXPECT_EQ(markers(article), "1 -> 1+\n");
    EXPECT_EQ(article.text, "It is common.1 It passes.");
}

TEST(ReadFieldCode, TakesDamagedCodesForText) {
    for (const char* code :
         {"", " ", "ADDIN", "ADDIN ZOTERO_ITEM CSL_CITATION",
          "ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":",
          "ADDIN CSL_CITATION {\"citationItems\":[{\"itemData\":[]},3,null,{}]}", "ADDIN EN.CITE <EndNote>",
          "ADDIN EN.CITE.DATA", "PAGEREF _Toc1", "\"", "HYPERLINK"}) {
        const auto read = read_field_code(code, "\x01\x02");
        EXPECT_TRUE(read.items.empty()) << code;
        EXPECT_TRUE(read.target.empty()) << code;
    }
}

}  // namespace
}  // namespace whereof::article
