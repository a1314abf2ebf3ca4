// SPDX-License-Identifier: MIT
#include "authority/keys.hpp"
#include "authority/local_index.hpp"
#include "authority/notice_sources.hpp"
#include "import_support.hpp"
#include "support/data.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(NoticeSource, HoldsItsDateAndDOI) {
    const bib::Date notice =
        date_in_source("PLoS One. 2020 Mar 6;15(3):e0230395. doi: 10.1371/journal.pone.0230395.");
    EXPECT_EQ(encode_date(notice), 20200306);
    EXPECT_EQ(doi_in_source("PLoS One. 2020 Mar 6;15(3):e0230395. doi: 10.1371/journal.pone.0230395."),
              "10.1371/journal.pone.0230395");
}

/// One article as PubMed has it; `more` goes behind the article, `types` into its list of publication types.
std::string article(int pmid, std::string_view title, std::string_view more = "", std::string_view types = "",
                    int revised = 20200101, std::string_view ids = "") {
    return fmt::format(
        "<PubmedArticle><MedlineCitation Status=\"MEDLINE\" Owner=\"NLM\"><PMID Version=\"1\">{0}</PMID>"
        "<DateRevised><Year>{4}</Year><Month>{5:02}</Month><Day>{6:02}</Day></DateRevised>"
        "<Article PubModel=\"Print\"><Journal><ISSN "
        "IssnType=\"Print\">0140-6736</ISSN><JournalIssue><Volume>391</Volume>"
        "<Issue>10137</Issue><PubDate><Year>2018</Year><Month>Jun</Month></PubDate></JournalIssue>"
        "<Title>Lancet (London, England)</Title><ISOAbbreviation>Lancet</ISOAbbreviation></Journal>"
        "<ArticleTitle>{1}</ArticleTitle><Pagination><MedlinePgn>{0}-{0}</MedlinePgn></Pagination>"
        "<ELocationID EIdType=\"doi\" ValidYN=\"N\">10.1016/wrong.{0}</ELocationID>"
        "<AuthorList CompleteYN=\"Y\"><Author "
        "ValidYN=\"Y\"><LastName>Hartvigsen</LastName><ForeName>Jan</ForeName>"
        "<Initials>J</Initials></Author><Author ValidYN=\"N\"><LastName>Hartwigsen</LastName></Author>"
        "<Author ValidYN=\"Y\"><CollectiveName>Low Back Pain Series Working "
        "Group</CollectiveName></Author></AuthorList>"
        "<Language>eng</Language><PublicationTypeList>{3}</PublicationTypeList></Article>{2}</"
        "MedlineCitation>"
        "<PubmedData><ArticleIdList><ArticleId IdType=\"pubmed\">{0}</ArticleId>{7}</ArticleIdList>"
        "<ReferenceList><Reference><ArticleIdList><ArticleId IdType=\"doi\">10.1016/cited.by.{0}</ArticleId>"
        "</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>\n",
        pmid, title, more, types, revised / 10000, revised / 100 % 100, revised % 100, ids);
}

std::string set_of(std::string_view articles) {
    return fmt::format(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"x\" \"y\">\n<PubmedArticleSet>\n{}"
        "</PubmedArticleSet>\n",
        articles);
}

class PubmedImport : public testing::Test {
  protected:
    ImportReport import(std::string_view xml) {
        const auto file = folder_ / fmt::format("{}.xml", ++count_);
        test::write_text(file, xml);
        ImportReport report = import_into(folder_ / "i.db", {file});
        authority_ = open_index(folder_ / "i.db");
        return report;
    }
    std::vector<Record> by_pmid(std::string_view PMID) {
        const auto ids = authority_->by_keys(std::vector{identifier_key(bib::Field::PMID, PMID)}, 10);
        return authority_->records(ids.front());
    }
    test::TemporaryFolder folder_;
    int count_ = 0;
    std::unique_ptr<Authority> authority_;
};

TEST_F(PubmedImport, ReadsARecordWhole) {
    const ImportReport report =
        import(set_of(article(29573870, "What <i>low back pain</i> is &amp; <b>why</b> <sup>2</sup>.", "",
                              "<PublicationType UI=\"D016428\">Journal Article</PublicationType>", 20200101,
                              "<ArticleId IdType=\"doi\">10.1016/S0140-6736(18)30480-X</ArticleId><ArticleId "
                              "IdType=\"pmc\">PMC123</ArticleId>"
                              "<ArticleId IdType=\"pii\">S0140-6736(18)30480-X</ArticleId>")));
    EXPECT_EQ(report.files[0].kind, "pubmed");
    const auto records = by_pmid("29573870");
    ASSERT_THAT(records, SizeIs(1));
    const Record& record = records[0];
    EXPECT_EQ(record.item.title, "What low back pain is & why 2");
    EXPECT_EQ(record.item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(record.item.PMCID, "PMC123");
    EXPECT_EQ(record.item.PII, "S014067361830480X");
    EXPECT_EQ(record.item.container_title_short, "Lancet");
    EXPECT_EQ(record.item.issued.year, 2018);
    EXPECT_EQ(record.item.issued.month, 6);
    EXPECT_EQ(record.item.volume, "391");
    EXPECT_EQ(record.item.issue, "10137");
    ASSERT_THAT(record.item.author, SizeIs(2));
    EXPECT_EQ(record.item.author[0].given, "Jan");
    EXPECT_EQ(record.item.author[1].literal, "Low Back Pain Series Working Group");
    EXPECT_THAT(record.publication_types, ElementsAre("Journal Article"));
    EXPECT_THAT(record.sources, ElementsAre("pubmed"));
    EXPECT_FALSE(record.authors_incomplete);
}

TEST_F(PubmedImport, NamesTheBrokenRecordAndReadsTheRest) {
    std::string xml;
    for (int i = 1; i <= 30; ++i) {
        xml +=
            i == 17
                ? "<PubmedArticle><MedlineCitation><PMID>17</PMID><oops></MedlineCitation></PubmedArticle>\n"
                : article(i, "Title");
    }
    const ImportReport report = import(set_of(xml));
    EXPECT_EQ(report.files[0].records, 29);
    EXPECT_EQ(report.files[0].problem, "");
    ASSERT_THAT(report.skipped, SizeIs(1));
    const std::size_t at = set_of(xml).find("<PubmedArticle><MedlineCitation><PMID>17");
    EXPECT_GE(report.skipped[0].offset, at);
    EXPECT_LT(report.skipped[0].offset, at + 100);
    EXPECT_THAT(report.skipped[0].what, HasSubstr(fmt::format("at byte {}", at)));
}

TEST_F(PubmedImport, ARecordWithoutItsEndIsBrokenAlone) {
    const std::string cut = article(2, "Cut").substr(0, 200);
    const ImportReport report = import(set_of(article(1, "One") + cut + article(3, "Three")));
    EXPECT_EQ(report.files[0].records, 2);
    ASSERT_THAT(report.skipped, SizeIs(1));
    EXPECT_THAT(report.skipped[0].what, HasSubstr("found the next record"));
    const ImportReport end = import("<PubmedArticleSet>" + article(4, "Four") + cut);
    EXPECT_EQ(end.files[0].records, 1);
    EXPECT_THAT(end.skipped[0].what, HasSubstr("found the end of the file"));
}

TEST_F(PubmedImport, ReadsOtherRoots) {
    const std::string bare = article(5, "Bare");
    EXPECT_EQ(import(bare).files[0].records, 1);
    EXPECT_EQ(
        import("<MedlineCitationSet><MedlineCitation Owner=\"NLM\"><PMID Version=\"1\">7</PMID><Article>"
               "<ArticleTitle>Old</ArticleTitle></Article></MedlineCitation></MedlineCitationSet>")
            .files[0]
            .records,
        1);
    EXPECT_EQ(
        import("<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>8</"
               "PMID><Book><Publisher><PublisherName>"
               "StatPearls</PublisherName></Publisher><BookTitle>StatPearls</BookTitle><PubDate><Year>2020</"
               "Year>"
               "</PubDate></Book><ArticleTitle>Back Pain</ArticleTitle></BookDocument></PubmedBookArticle>"
               "</PubmedArticleSet>")
            .files[0]
            .records,
        1);
    EXPECT_EQ(by_pmid("5").at(0).item.title, "Bare");
    EXPECT_EQ(by_pmid("7").at(0).item.title, "Old");
    EXPECT_EQ(by_pmid("8").at(0).item.type, bib::ItemType::chapter);
    EXPECT_EQ(by_pmid("8").at(0).item.container_title, "StatPearls");
    EXPECT_THAT(import(set_of("<PubmedArticle><MedlineCitation/></PubmedArticle>")).skipped[0].what,
                HasSubstr("expected a PMID"));
}

TEST_F(PubmedImport, AnUpdateReplacesAndADeletionTakesAway) {
    (void)import(set_of(article(1, "Old words", "", "", 20190101) + article(2, "Goes away")));
    const auto update = set_of(article(1, "New text", "", "", 20200505) +
                               "<DeleteCitation><PMID Version=\"1\">2</PMID></DeleteCitation>");
    const ImportReport report = import(update);
    EXPECT_EQ(report.files[0].deleted, 1);
    EXPECT_EQ(report.works, 1);
    ASSERT_THAT(by_pmid("1"), SizeIs(1));
    EXPECT_EQ(by_pmid("1")[0].item.title, "New text");
    EXPECT_THAT(by_pmid("1")[0].variants, IsEmpty());
    EXPECT_THAT(by_pmid("2"), IsEmpty());
    const std::vector<std::string> words{"old", "words"};
    EXPECT_THAT(authority_->candidates(words, 5), IsEmpty());
    EXPECT_THAT(authority_->document_frequencies(words), ElementsAre(0, 0));
}

TEST_F(PubmedImport, TellsRetractionsFromBothSides) {
    const auto corrections = [](std::string_view type, int pmid) {
        return fmt::format(
            "<CommentsCorrectionsList><CommentsCorrections RefType=\"{}\"><RefSource>Lancet. 2019 May "
            "4;1(1):2. doi: 10.1016/notice</RefSource><PMID Version=\"1\">{}</PMID>"
            "</CommentsCorrections><CommentsCorrections RefType=\"Cites\"><RefSource>x</RefSource>"
            "<PMID>99</PMID></CommentsCorrections></CommentsCorrectionsList>",
            type, pmid);
    };
    constexpr std::string_view kRetracted =
        "<PublicationType UI=\"D016441\">Retracted Publication</PublicationType>";
    constexpr std::string_view kNotice =
        "<PublicationType UI=\"D016440\">Retraction of Publication</PublicationType>";
    (void)import(set_of(article(1, "Zinc", corrections("RetractionIn", 2), kRetracted) +
                        article(3, "Retraction. Iron", corrections("RetractionOf", 4), kNotice) +
                        article(4, "Iron") + article(5, "Copper", "", kRetracted) +
                        article(6, "Tin", corrections("ErratumIn", 7)) +
                        article(8, "Lead", corrections("ExpressionOfConcernIn", 9)) +
                        article(10, "Gold", corrections("UpdateIn", 11)) +
                        article(12, "Silver", corrections("CommentIn", 13))));
    ASSERT_THAT(by_pmid("1")[0].events, SizeIs(1));
    const StatusEvent zinc = by_pmid("1")[0].events[0];
    EXPECT_EQ(zinc.kind, EventKind::retraction);
    EXPECT_EQ(zinc.notice_PMID, "2");
    EXPECT_EQ(zinc.notice_DOI, "10.1016/notice");
    EXPECT_EQ(zinc.date, "2019-05-04");
    EXPECT_TRUE(by_pmid("3")[0].is_retraction_notice);
    EXPECT_THAT(by_pmid("3")[0].events, IsEmpty());
    ASSERT_THAT(by_pmid("4")[0].events, SizeIs(1));
    EXPECT_EQ(by_pmid("4")[0].events[0].notice_PMID, "3");
    EXPECT_FALSE(by_pmid("4")[0].is_retraction_notice);
    ASSERT_THAT(by_pmid("5")[0].events, SizeIs(1));
    EXPECT_EQ(by_pmid("5")[0].events[0].kind, EventKind::retraction);
    EXPECT_EQ(by_pmid("6")[0].events.at(0).kind, EventKind::correction);
    EXPECT_EQ(by_pmid("8")[0].events.at(0).kind, EventKind::concern);
    EXPECT_EQ(by_pmid("10")[0].events.at(0).kind, EventKind::new_version);
    EXPECT_THAT(by_pmid("12")[0].events, IsEmpty());
}

TEST_F(PubmedImport, KeepsTheTitleInItsOwnLanguage) {
    std::string xml = article(1, "[Treatment of back pain].");
    xml.insert(xml.find("<Language>"),
               "<VernacularTitle>Behandlung von R\u00FCckenschmerzen.</VernacularTitle>");
    (void)import(set_of(xml));
    const Record record = by_pmid("1").at(0);
    EXPECT_EQ(record.item.title, "Treatment of back pain");
    ASSERT_THAT(record.variants, SizeIs(1));
    EXPECT_EQ(record.variants[0].title, "Behandlung von R\u00FCckenschmerzen.");
}

TEST_F(PubmedImport, SurvivesHostileFiles) {
    for (const std::string& xml :
         {std::string("<PubmedArticleSet>"), std::string("<PubmedArticle>"),
          std::string("<PubmedArticle >") + std::string(200, '<'),
          "<PubmedArticle>" + std::string(100'000, '\0') + "</PubmedArticle>",
          "<PubmedArticle></PubmedArticle>" + std::string("<DeleteCitation>"), [] {
              std::string deep = "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>";
              for (int i = 0; i < 200'000; ++i) {
                  deep += "<i>";
              }
              return deep + "x</PubmedArticle>";
          }()}) {
        EXPECT_NO_THROW((void)import(xml));
    }
}

TEST(PubmedFiles, AreReadWhole) {
    WHEREOF_SHARED_DATA(folder, "authority/pubmed-xml");
    const test::TemporaryFolder out;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".xml.gz") || name.ends_with(".xml")) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    const ImportReport report = import_into(out / "i.db", files);
    EXPECT_GT(report.works, 400);
    std::int64_t events = 0;
    std::int64_t deleted = 0;
    for (const FileReport& file : report.files) {
        EXPECT_EQ(file.kind, "pubmed") << file.file;
        EXPECT_EQ(file.problem, "") << file.file;
        EXPECT_EQ(file.skipped, 0) << file.file;
        EXPECT_GT(file.records, 0) << file.file;
        events += file.events;
        deleted += file.deleted;
    }
    EXPECT_GT(events, 20);
    EXPECT_EQ(deleted, 30);
}

}  // namespace
}  // namespace whereof::authority
