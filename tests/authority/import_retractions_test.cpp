// SPDX-License-Identifier: MIT
// What import_files reads of retractions and other editorial events: lists, pairs, tables and titles.
#include "kind_import.hpp"

namespace whereof::authority {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class RetractionImport : public KindImport {};

TEST_F(RetractionImport, ReadsListsOfUpdates) {
    const ImportReport report = import(
        R"({"identifier":{"doi":"10.1/a"},"title":"Retraction: Zinc","timestamp":1583452800000,"updates":[{"identifier":{"doi":"10.1/n"},"type":"Retraction"}]})"
        "\n"
        R"({"identifier":{"doi":"10.1/b"},"title":"RETRACTED ARTICLE: Tin","updates":[{"identifier":{"doi":"10.1/b"},"type":"retration"}]})"
        "\n"
        R"({"identifier":{"doi":"10.1/c"},"title":"Retraction note: Iron","updates":[{"identifier":{"doi":"10.1/c"},"type":"retraction"}]})"
        "\n"
        R"({"identifier":{"doi":"10.1/d"},"title":"Lead","updates":[{"identifier":{"doi":"10.1/e"},"type":"comment"}]})"
        "\n"
        R"({"identifier":{},"updates":[]})"
        "\n");
    EXPECT_EQ(report.files[0].kind, "retractions");
    EXPECT_EQ(report.files[0].skipped, 1);
    ASSERT_THAT(authority_->events("10.1/a", ""), SizeIs(1));
    EXPECT_EQ(authority_->events("10.1/a", "")[0].kind, EventKind::retraction);
    EXPECT_EQ(authority_->events("10.1/a", "")[0].date, "2020-03-06");
    EXPECT_THAT(authority_->events("10.1/n", ""), IsEmpty()) << "the notice is not retracted";
    EXPECT_THAT(authority_->events("10.1/b", ""), SizeIs(1));
    EXPECT_THAT(authority_->events("10.1/c", ""), IsEmpty()) << "the row is about the notice itself";
    EXPECT_THAT(authority_->events("10.1/d", ""), IsEmpty());
    EXPECT_EQ(report.works, 0);
}

TEST_F(RetractionImport, ReadsPairsOfDois) {
    const ImportReport report = import(
        R"({"retractions":{"10.1/A":"10.1/n","bad":"10.1/n","10.1/b":null},"concerns":{"10.1/c":"10.1/m"}})");
    EXPECT_EQ(report.files[0].events, 3);
    EXPECT_THAT(report.skipped, SizeIs(1));
    EXPECT_EQ(authority_->events("10.1/a", "").at(0).notice_DOI, "10.1/n");
    EXPECT_EQ(authority_->events("10.1/c", "").at(0).kind, EventKind::concern);
}

TEST_F(RetractionImport, ReadsRetractionWatchCsv) {
    const ImportReport report = import(
        "\xEF\xBB\xBFRecord "
        "ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
        "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,"
        "RetractionNature,Reason,"
        "Paywalled,Notes\r\n"
        "1,\"Zinc, \"\"tin\"\"\nand pain\",s,i,j,p,c,a,u,t,8/21/2023 0:00,10.1/N,111,1/1/2020 "
        "0:00,10.1/A,222,Retraction,r,No,\r\n"
        "2,T,s,i,j,p,c,a,u,t,2023-01-02,unavailable,0,,10.1/b,0,Expression of concern,r,No,\r\n"
        "3,T,s,i,j,p,c,a,u,t,,,,,unavailable,0,Retraction,r,No,\r\n"
        "4,short row\r\n"
        "5,T,s,i,j,p,c,a,u,t,1/2/2024 0:00,10.1/r,0,,10.1/d,0,Reinstatement,r,No,");
    EXPECT_EQ(report.files[0].kind, "retractions");
    EXPECT_EQ(report.files[0].events, 3);
    ASSERT_THAT(report.skipped, SizeIs(1));
    EXPECT_EQ(report.skipped[0].line, 6U);
    const auto events = authority_->events("10.1/a", "");
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(events[0].notice_DOI, "10.1/n");
    EXPECT_EQ(events[0].notice_PMID, "111");
    EXPECT_EQ(events[0].date, "2023-08-21");
    EXPECT_THAT(authority_->events("", "222"), SizeIs(1));
    EXPECT_EQ(authority_->events("10.1/b", "").at(0).kind, EventKind::concern);
    EXPECT_EQ(authority_->events("10.1/b", "").at(0).notice_DOI, "");
    EXPECT_EQ(authority_->events("10.1/d", "").at(0).kind, EventKind::reinstatement);
}

TEST_F(RetractionImport, TakesTheWorksOfRetractionWatchForRecords) {
    const ImportReport report = import(
        "Record ID,Title,Subject,Journal,Author,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,"
        "OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n"
        "1,A trial of laser light for painful knees,s,Spine,Yoko Sato;J M van der Berg,Research Article;,"
        "8/21/2023 0:00,10.1/N,0,5/31/2005 0:00,10.1/A,222,Retraction\n"
        "2,A trial of heat without any identifier,s,Pain,Unknown,Conference Abstract/Paper;,"
        "1/2/2024 0:00,10.1/M,0,5/1/2006 0:00,unavailable,0,Retraction\n"
        "2,A trial of heat without any identifier,s,Pain,Unknown,Conference Abstract/Paper;,"
        "1/2/2024 0:00,10.1/M,0,5/1/2006 0:00,unavailable,0,Retraction\n"
        "3,,s,Pain,A B,t,1/2/2024 0:00,10.1/O,0,5/1/2006 0:00,unavailable,0,Retraction\n"
        "4,T,s,Pain,A B,t,1/2/2024 0:00,10.1/O,0,5/1/2006 0:00,10.1/c,0,Cheering\n");
    EXPECT_EQ(report.works, 2);
    ASSERT_THAT(report.skipped, SizeIs(2));
    EXPECT_THAT(report.skipped[0].what, testing::HasSubstr("expected an OriginalPaperDOI"));
    EXPECT_THAT(report.skipped[1].what, testing::HasSubstr("Cheering"));
    const Record laser = by_doi("10.1/a");
    EXPECT_EQ(laser.item.title, "A trial of laser light for painful knees");
    EXPECT_EQ(laser.item.container_title, "Spine");
    EXPECT_EQ(laser.item.epub.year, 2005);
    EXPECT_EQ(laser.item.PMID, "222");
    ASSERT_THAT(laser.item.author, SizeIs(2));
    EXPECT_EQ(laser.item.author[0].family, "Sato");
    EXPECT_EQ(laser.item.author[1].non_dropping_particle, "van der");
    EXPECT_THAT(laser.sources, testing::ElementsAre("retraction-watch"));
    ASSERT_THAT(laser.events, SizeIs(1));
    EXPECT_EQ(laser.events[0].date, "2023-08-21");
    const auto heat =
        authority_->by_keys(std::vector{title_key("A trial of heat without any identifier")}, 5);
    ASSERT_THAT(heat.front(), SizeIs(1)) << "what stands there twice is one work";
    const Record found = authority_->records(heat.front()).at(0);
    EXPECT_TRUE(found.authors_incomplete);
    ASSERT_THAT(found.events, SizeIs(1));
    EXPECT_EQ(found.events[0].kind, EventKind::retraction);
    EXPECT_EQ(found.events[0].date, "2024-01-02");
    EXPECT_EQ(found.events[0].notice_DOI, "10.1/m");
}

TEST_F(RetractionImport, KnowsReplacedWorksByTheReason) {
    (void)import(
        "Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,"
        "RetractionNature,Reason\n"
        "1,9/20/2016 0:00,10.1/N,0,10.1/A,0,Retraction,+Error in Data;+Retract and Replace;\n");
    EXPECT_EQ(authority_->events("10.1/a", "").at(0).kind, EventKind::replacement);
}

TEST_F(RetractionImport, ATitleThatSaysRetractedIsAnEvent) {
    (void)import(R"({"DOI":"10.1/a","title":"RETRACTED: Zinc"})"
                 "\n"
                 R"({"title":"Retracted article: A study of tin without identifiers"})"
                 "\n");
    const Record zinc = by_doi("10.1/a");
    EXPECT_EQ(zinc.item.title, "Zinc");
    ASSERT_THAT(zinc.events, SizeIs(1));
    EXPECT_EQ(zinc.events[0].kind, EventKind::retraction);
    const auto tin = authority_->by_keys(std::vector{title_key("A study of tin without identifiers")}, 5);
    EXPECT_THAT(authority_->records(tin.front()).at(0).events, SizeIs(1));
}

TEST(RealFiles, RetractionListsAreReadWhole) {
    WHEREOF_SHARED_DATA(folder, "authority/retractions");
    const test::TemporaryFolder out;
    const ImportReport report =
        import_into(out / "i.db", {folder / "updates.jsonl.gz", folder / "retraction-watch-2026-08-08.json"});
    EXPECT_THAT(report.skipped, IsEmpty());
    EXPECT_EQ(report.files[1].events, 36939);
    EXPECT_GT(report.files[0].events, 110'000);
    const auto authority = open_index(out / "i.db");
    const auto events = authority->events("10.1155/2021/3974674", "");
    ASSERT_FALSE(events.empty());
    EXPECT_EQ(events.back().kind, EventKind::retraction);
    EXPECT_THAT(authority->events("10.1371/journal.pone.0230395", ""), IsEmpty()) << "a notice";
}

}  // namespace
}  // namespace whereof::authority
