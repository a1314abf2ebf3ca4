// SPDX-License-Identifier: MIT
// Every kind of JSON and CSV that import_files reads, by small files and by the real ones.
#include "kind_import.hpp"

namespace whereof::authority {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

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

}  // namespace
}  // namespace whereof::authority
