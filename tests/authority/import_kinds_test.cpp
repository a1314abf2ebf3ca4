// SPDX-License-Identifier: MIT
// Every kind of JSON and CSV that import_files reads, by small files and by the real ones.
#include "authority/keys.hpp"
#include "authority/local_index.hpp"
#include "authority/update_kinds.hpp"
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

class KindImport : public testing::Test {
  protected:
    ImportReport import(std::string_view bytes) {
        const auto file = folder_ / fmt::format("{}.in", ++count_);
        test::write_text(file, bytes);
        ImportReport report = import_into(folder_ / "i.db", {file});
        authority_ = open_index(folder_ / "i.db");
        return report;
    }
    Record by_doi(std::string_view DOI) {
        const auto ids = authority_->by_keys(std::vector{identifier_key(bib::Field::DOI, DOI)}, 10);
        auto records = authority_->records(ids.front());
        EXPECT_THAT(records, SizeIs(1)) << DOI;
        return records.empty() ? Record() : records.front();
    }
    test::TemporaryFolder folder_;
    int count_ = 0;
    std::unique_ptr<Authority> authority_;
};

constexpr std::string_view kCrossrefWork =
    R"({"DOI":"10.1016/J.X.2018.01.001","type":"journal-article","title":["Zinc &amp; pain"],"subtitle":["a trial"],)"
    R"("container-title":["Journal of Pain"],"short-container-title":["J Pain"],"volume":"3","issue":"2",)"
    R"("page":"12-20","author":[{"given":"A.","family":"Smith","sequence":"first"},{"name":"The Zinc Group"}],)"
    R"("issued":{"date-parts":[[2017,12,1]]},"published-print":{"date-parts":[[2018,1]]},)"
    R"("published-online":{"date-parts":[[2017,12,1]]},"publisher":"Elsevier","ISSN":["1526-5900"],)"
    R"("alternative-id":["S1526590017307654"],"ISBN":["http://id.crossref.org/isbn/9780306406157"],)"
    R"("deposited":{"timestamp":1500000000000},)"
    R"("updated-by":[{"DOI":"10.1016/j.x.notice","type":"retraction","source":"publisher",)"
    R"("updated":{"date-parts":[[2019,2,3]]}},{"DOI":"10.1016/j.x.notice","type":"retraction",)"
    R"("source":"retraction-watch"}]})";

constexpr std::string_view kNbib =
    "PMID- 29573870\nOWN - NLM\nSTAT- MEDLINE\nLR  - 20230101\nIS  - 1474-547X (Electronic)\nVI  - 391\n"
    "IP  - 10137\nDP  - 2018 Jun 9\nTI  - What low back pain is and why we need to pay attention in every\n"
    "      country.\nPG  - 2356-2367\nLID - 10.1016/S0140-6736(18)30480-X [doi]\nFAU - Hartvigsen, Jan\n"
    "AU  - Hartvigsen J\nFAU - Hancock, Mark J\nAU  - Hancock MJ\nLA  - eng\nPT  - Journal Article\n"
    "PT  - Review\nEIN - Lancet. 2019 Feb 2;393(10170):400. doi: 10.1016/notice. PMID: 30712890\n"
    "TA  - Lancet\nJT  - Lancet (London, England)\nSO  - Lancet. 2018 Jun 9;391(10137):2356-2367.\n";

TEST_F(KindImport, ReadsNbib) {
    const ImportReport report = import(
        "\xEF\xBB\xBF" + std::string(kNbib) +
        "\nPMID- 11\nTI  - A trial that was taken back.\nDP  - 2001\nTA  - Spine\nPT  - Journal Article\n"
        "PT  - Retracted Publication\nAID - 10.1097/gone [doi]\n\nPMID- \nOWN - NLM\n\n"
        "PMID- 12\r\nTI  - Retraction.\r\nPT  - Retraction of Publication\r\n"
        "ROF - Spine. 2001;1:1. doi: 10.1097/gone. PMID: 11\r\n");
    EXPECT_EQ(report.files[0].kind, "nbib");
    EXPECT_EQ(report.works, 3);
    ASSERT_THAT(report.skipped, SizeIs(1));
    EXPECT_THAT(report.skipped[0].what, HasSubstr("says something of a work, found none"));
    EXPECT_EQ(report.skipped[0].line, 33U);
    const Record record = by_doi("10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(record.item.title, "What low back pain is and why we need to pay attention in every country");
    EXPECT_EQ(record.item.PMID, "29573870");
    EXPECT_EQ(record.item.page, "2356-2367");
    EXPECT_EQ(record.item.author.size(), 2U);
    EXPECT_THAT(record.publication_types, ElementsAre("Journal Article", "Review"));
    ASSERT_THAT(record.events, SizeIs(1));
    EXPECT_EQ(record.events[0].kind, EventKind::correction);
    EXPECT_EQ(record.events[0].notice_DOI, "10.1016/notice");
    EXPECT_EQ(record.events[0].notice_PMID, "30712890");
    const Record gone = by_doi("10.1097/gone");
    ASSERT_THAT(gone.events, SizeIs(1)) << "told once by the work, once by the notice";
    EXPECT_EQ(gone.events[0].kind, EventKind::retraction);
    EXPECT_EQ(gone.events[0].notice_PMID, "12");
}

TEST_F(KindImport, ReadsNbibCutAnywhere) {
    const std::string whole = std::string(kNbib) + "\n" + std::string(kNbib);
    for (std::size_t size = 7; size < whole.size(); size += 97) {
        const ImportReport report = import(whole.substr(0, size));
        EXPECT_LE(report.skipped.size(), 1U);
    }
}

TEST_F(KindImport, FindsWorksByEveryIdentifier) {
    import(
        R"({"type":"article-journal","title":"One work with many names of its own","issued":{"date-parts":)"
        R"([[2020]]},"author":[{"family":"Miller"}],"DOI":"10.1016/j.one.2020.01.001","PMID":"31000001",)"
        R"("PMCID":"PMC7000001","ISBN":"9780306406157","custom":{"arXiv":"2001.00001","PII":)"
        R"("S1526590017307654"}})"
        "\n");
    const std::pair<bib::Field, std::string_view> names[] = {{bib::Field::DOI, "10.1016/j.one.2020.01.001"},
                                                             {bib::Field::PMID, "31000001"},
                                                             {bib::Field::PMCID, "PMC7000001"},
                                                             {bib::Field::ISBN, "9780306406157"},
                                                             {bib::Field::arXiv, "2001.00001"},
                                                             {bib::Field::PII, "S1526590017307654"}};
    for (const auto& [field, value] : names) {
        const auto ids = authority_->by_keys(std::vector{identifier_key(field, value)}, 10);
        EXPECT_THAT(ids.front(), SizeIs(1)) << bib::csl_name(field);
    }
}

TEST_F(KindImport, ReadsCrossrefWorks) {
    const ImportReport report = import(std::string(kCrossrefWork) + "\n" + std::string(kCrossrefWork) + "\n");
    EXPECT_EQ(report.files[0].kind, "crossref");
    EXPECT_EQ(report.works, 1);
    const Record record = by_doi("10.1016/j.x.2018.01.001");
    EXPECT_EQ(record.item.title, "Zinc & pain: a trial");
    EXPECT_EQ(record.item.container_title, "Journal of Pain");
    EXPECT_EQ(record.item.container_title_short, "J Pain");
    EXPECT_EQ(encode_date(record.item.issued), 20180100);
    EXPECT_EQ(encode_date(record.item.epub), 20171201);
    EXPECT_EQ(record.item.ISBN, "9780306406157");
    EXPECT_EQ(record.item.PII, "S1526590017307654");
    ASSERT_THAT(record.item.author, SizeIs(2));
    EXPECT_EQ(record.item.author[1].literal, "The Zinc Group");
    ASSERT_THAT(record.events, SizeIs(1)) << "told by the publisher and by Retraction Watch";
    EXPECT_EQ(record.events[0].notice_DOI, "10.1016/j.x.notice");
    EXPECT_EQ(record.events[0].date, "2019-02-03");
}

TEST_F(KindImport, ReadsEveryShapeOfCrossref) {
    const std::string work(kCrossrefWork);
    for (const std::string& file :
         {work, "{\"items\":[" + work + ",\n" + work + "]}", "{\"items\":[\n" + work + "]}",
          "{\"status\":\"ok\",\"message-type\":\"work\",\"message\":" + work + "}",
          "{\"status\":\"ok\",\n\"message\":{\"total-results\":1,\"items\":[" + work + "]}}",
          "[" + work + "]"}) {
        const ImportReport report = import(file);
        EXPECT_EQ(report.files[0].kind, "crossref") << file.substr(0, 40);
        EXPECT_GE(report.files[0].records, 1) << file.substr(0, 40);
        EXPECT_EQ(report.works, 1);
        EXPECT_THAT(report.skipped, IsEmpty());
    }
}

TEST_F(KindImport, TurnsTheNoticesWordToTheWork) {
    (void)import(
        R"({"DOI":"10.1/work","type":"journal-article","title":["Zinc"]})"
        "\n"
        R"({"DOI":"10.1/notice","type":"journal-article","title":["Zinc"],)"
        R"("update-to":[{"DOI":"10.1/WORK","type":"retraction","updated":{"date-parts":[[2020,1,1]]}}]})"
        "\n"
        R"({"DOI":"10.1/correction","title":["Correction to: Zinc"],"update-to":[{"DOI":"10.1/work","type":"err"}]})"
        "\n");
    const Record work = by_doi("10.1/work");
    ASSERT_THAT(work.events, SizeIs(2));
    EXPECT_EQ(work.events[0].kind, EventKind::correction);
    EXPECT_EQ(work.events[1].kind, EventKind::retraction);
    EXPECT_EQ(work.events[1].notice_DOI, "10.1/notice");
    EXPECT_FALSE(work.is_retraction_notice);
    const Record notice = by_doi("10.1/notice");
    EXPECT_TRUE(notice.is_retraction_notice);
    EXPECT_THAT(notice.events, IsEmpty());
    EXPECT_FALSE(by_doi("10.1/correction").is_retraction_notice);
}

TEST_F(KindImport, ReadsOpenAlexWorks) {
    const ImportReport report = import(
        R"({"id":"https://openalex.org/W1","doi":"https://doi.org/10.1000/OA","title":"Zinc","publication_year":2018,)"
        R"("type":"article","ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/123","pmcid":"https://www.ncbi.nlm.nih.gov/pmc/articles/456"},)"
        R"("authorships":[{"author":{"display_name":"Ana Maria Smith"}},{"author":{"display_name":"Plato"}}],)"
        R"("biblio":{"volume":"3","issue":"2","first_page":"12","last_page":"20"},"is_retracted":true,)"
        R"("primary_location":{"source":{"display_name":"Journal of Pain","issn_l":"1526-5900"}},)"
        R"("referenced_works":[],"abstract_inverted_index":{"zinc":[0]}})");
    EXPECT_EQ(report.files[0].kind, "openalex");
    const Record record = by_doi("10.1000/oa");
    EXPECT_EQ(record.item.PMID, "123");
    EXPECT_EQ(record.item.PMCID, "PMC456");
    EXPECT_EQ(record.item.page, "12-20");
    EXPECT_EQ(record.item.container_title, "Journal of Pain");
    ASSERT_THAT(record.item.author, SizeIs(2));
    EXPECT_EQ(record.item.author[0].family, "Smith");
    EXPECT_EQ(record.item.author[1].literal, "Plato");
    EXPECT_THAT(record.events, IsEmpty()) << "is_retracted is no proof";
}

TEST_F(KindImport, ReadsDataCite) {
    const std::string one =
        R"({"id":"10.5/D","type":"dois","attributes":{"doi":"10.5/D","titles":[{"title":"Sea data"}],"publisher":"NOAA",)"
        R"("creators":[{"name":"Smith, A","givenName":"A","familyName":"Smith"},{"name":"NOAA"}],)"
        R"("publicationYear":2019,"types":{"resourceTypeGeneral":"Dataset"}}})";
    EXPECT_EQ(import(one).files[0].kind, "datacite");
    EXPECT_EQ(import("{\"data\":[" + one + "],\"meta\":{}}").works, 1);
    const Record record = by_doi("10.5/d");
    EXPECT_EQ(record.item.type, bib::ItemType::dataset);
    EXPECT_EQ(record.item.author.at(1).literal, "NOAA");
    EXPECT_EQ(record.item.issued.year, 2019);
}

TEST_F(KindImport, ReadsCslAsPeopleWriteIt) {
    const ImportReport report = import(
        R"([{"DOI":"10.1/a","title":["Zinc"],"volume":3,"page":"12–20","issued":{"date-parts":[["2018","3"]]}},)"
        R"({"DOI":"10.1/b","title":"Tin","issued":{"raw":"2018-03-04"},"PMCID":"123","custom":{"arXiv":"1501.00001"}},)"
        R"({"DOI":"https://doi.org/10.1000/C","title":"Iron","issued":"in press","author":["Plato",{"literal":"et al."}]},)"
        R"({"PMID":7,"type":"nonsense","issued":{"date-parts":[[null]]},"author":null}])");
    EXPECT_THAT(report.skipped, IsEmpty());
    EXPECT_EQ(by_doi("10.1/a").item.volume, "3");
    EXPECT_EQ(by_doi("10.1/a").item.page, "12-20");
    EXPECT_EQ(encode_date(by_doi("10.1/a").item.issued), 20180300);
    EXPECT_EQ(encode_date(by_doi("10.1/b").item.issued), 20180304);
    EXPECT_EQ(by_doi("10.1/b").item.PMCID, "PMC123");
    EXPECT_EQ(by_doi("10.1/b").item.arXiv, "1501.00001");
    const Record iron = by_doi("10.1000/c");
    EXPECT_EQ(iron.item.issued.literal, "in press");
    EXPECT_THAT(iron.item.author, SizeIs(1));
    EXPECT_TRUE(iron.item.authors_elided);
    EXPECT_TRUE(iron.authors_incomplete);
}

TEST_F(KindImport, ReadsListsOfUpdates) {
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

TEST_F(KindImport, ReadsPairsOfDois) {
    const ImportReport report = import(
        R"({"retractions":{"10.1/A":"10.1/n","bad":"10.1/n","10.1/b":null},"concerns":{"10.1/c":"10.1/m"}})");
    EXPECT_EQ(report.files[0].events, 3);
    EXPECT_THAT(report.skipped, SizeIs(1));
    EXPECT_EQ(authority_->events("10.1/a", "").at(0).notice_DOI, "10.1/n");
    EXPECT_EQ(authority_->events("10.1/c", "").at(0).kind, EventKind::concern);
}

TEST_F(KindImport, ReadsRetractionWatchCsv) {
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

TEST_F(KindImport, TakesTheWorksOfRetractionWatchForRecords) {
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

TEST_F(KindImport, KnowsReplacedWorksByTheReason) {
    (void)import(
        "Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,"
        "RetractionNature,Reason\n"
        "1,9/20/2016 0:00,10.1/N,0,10.1/A,0,Retraction,+Error in Data;+Retract and Replace;\n");
    EXPECT_EQ(authority_->events("10.1/a", "").at(0).kind, EventKind::replacement);
}

TEST_F(KindImport, ATitleThatSaysRetractedIsAnEvent) {
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

struct WordCase {
    const char* word;
    std::optional<EventKind> kind;
};
const WordCase kWords[] = {
    {"retraction", EventKind::retraction},
    {"Retraction", EventKind::retraction},
    {"retration", EventKind::retraction},
    {"withdrawal", EventKind::retraction},
    {"removal", EventKind::retraction},
    {"correction", EventKind::correction},
    {"Correction", EventKind::correction},
    {"erratum", EventKind::correction},
    {"Erratum", EventKind::correction},
    {"err", EventKind::correction},
    {"corrigendum", EventKind::correction},
    {"Corrigendum", EventKind::correction},
    {"corrected-article", EventKind::correction},
    {"publisher-note", EventKind::correction},
    {"expression_of_concern", EventKind::concern},
    {"expression-of-concern", EventKind::concern},
    {"Expression of concern", EventKind::concern},
    {"Retraction and replacement", EventKind::replacement},
    {"retract_and_replace", EventKind::replacement},
    {"RetractedandRepublishedIn", EventKind::replacement},
    {"new_version", EventKind::new_version},
    {"Reinstatement", EventKind::reinstatement},
    {"comment", std::nullopt},
    {"note-discuss", std::nullopt},
    {"print", std::nullopt},
    {"correspondence", std::nullopt},
    {"", std::nullopt},
};

TEST(EventKindWords, FallTogether) {
    for (const auto& [word, kind] : kWords) {
        EXPECT_EQ(event_kind(word, "10.1/a"), kind) << word;
    }
    EXPECT_EQ(event_kind("withdrawal", "10.1002/14651858.cd000005"), EventKind::new_version);
    EXPECT_EQ(event_kind("retraction", "10.1002/14651858.cd000005"), EventKind::retraction);
}

/// The same files in any order say the same of every work.
TEST(ImportOrder, DoesNotMatter) {
    const test::TemporaryFolder folder;
    const std::vector<std::string> contents_of{
        R"({"DOI":"10.1/a","type":"journal-article","title":["Zinc and pain in men"],"author":[{"family":"A","given":"B."}],"deposited":{"timestamp":5000}})"
        "\n"
        R"({"DOI":"10.1/b","type":"journal-article","title":["Tin and joy in men"],"prefix":"10.1","updated-by":[{"DOI":"10.1/n","type":"correction"}]})",
        R"({"DOI":"10.1/a","type":"journal-article","title":["Zinc and pain in many men"],"volume":"4","prefix":"10.1","deposited":{"timestamp":9000}})",
        R"({"DOI":"10.1/a","PMID":"11","title":"Zinc and pain in men","volume":"3","issued":{"date-parts":[[2018]]}})"
        "\n"
        R"({"PMID":"12","title":"Wood and pain in men"})",
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID "
        "Version=\"1\">11</PMID><DateRevised><Year>2019</Year></DateRevised>"
        "<Article><ArticleTitle>Zinc and pain in "
        "men.</ArticleTitle></Article></MedlineCitation><PubmedData><ArticleIdList>"
        "<ArticleId "
        "IdType=\"pmc\">PMC9</ArticleId></ArticleIdList></PubmedData></PubmedArticle><PubmedArticle>"
        "<MedlineCitation><PMID Version=\"1\">13</PMID><Article><ArticleTitle>Gone</ArticleTitle></Article>"
        "</MedlineCitation></PubmedArticle></PubmedArticleSet>",
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID "
        "Version=\"1\">11</PMID><DateRevised><Year>2020</Year></DateRevised>"
        "<Article><ArticleTitle>Zinc and pain in men: a "
        "trial.</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
        "<DeleteCitation><PMID Version=\"1\">13</PMID></DeleteCitation></PubmedArticleSet>",
        R"({"PMCID":"PMC9","title":"Zinc and pain in men","page":"7"})"
        "\n"
        R"({"DOI":"10.1/b","title":"Something else entirely, under a wrong DOI"})",
    };
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < contents_of.size(); ++i) {
        files.push_back(folder / fmt::format("{}", i));
        test::write_text(files.back(), contents_of[i]);
    }
    (void)import_into(folder / "first.db", files);
    const auto expected = contents(folder / "first.db");
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    int round = 0;
    while (std::ranges::next_permutation(order).found) {
        if (++round % 61 != 0) {
            continue;  // a few of the 720
        }
        const auto index = folder / fmt::format("{}.db", round);
        std::vector<std::filesystem::path> permuted;
        for (const std::size_t i : order) {
            permuted.push_back(files[i]);
        }
        if (round % 2 == 0) {
            (void)import_into(index, permuted);
        } else {  // extended file by file
            for (const auto& file : permuted) {
                (void)import_into(index, {file});
            }
        }
        ASSERT_EQ(contents(index), expected) << round;
        std::filesystem::remove(index);
    }
}

TEST(RealFiles, CrossrefDumpsAreReadWhole) {
    WHEREOF_SHARED_DATA(folder, "authority/crossref-dump");
    const test::TemporaryFolder out;
    std::vector<std::filesystem::path> files;
    for (const char* name : {"0.json.gz", "1.json.gz", "D1000000.json.gz"}) {
        files.push_back(folder / name);
    }
    const ImportReport report = import_into(out / "i.db", files);
    EXPECT_THAT(report.skipped, IsEmpty());
    EXPECT_EQ(report.files[0].records, 3000);
    EXPECT_EQ(report.files[1].records, 3000);
    EXPECT_GT(report.files[2].records, 900);
    EXPECT_GT(report.works, 6900);
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
