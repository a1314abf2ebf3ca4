// SPDX-License-Identifier: MIT
// `whereof authority fetch` from a copy of the public archives on loopback. Every file is constructed.
#include "base/digest.hpp"
#include "base/io.hpp"
#include "cli/run_in.hpp"
#include "support/data.hpp"
#include "support/server.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string pubmed_file(int PMID) {
    return test::gzip(
        "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n<PubmedArticle><MedlineCitation><PMID>" +
        std::to_string(PMID) +
        "</PMID><Article><Journal><JournalIssue><Volume>3</Volume><PubDate><Year>2020</Year></PubDate>"
        "</JournalIssue><Title>Imagined botany</Title></Journal><ArticleTitle>Moss number " +
        std::to_string(PMID) +
        "</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n"
        "</PubmedArticleSet>\n");
}

class FetchBulk : public testing::Test {
  protected:
    FetchBulk()
        : server_([this](const test::ServerRequest& request) {
              test::ServerReply reply;
              const auto found = files_.find(request.target);
              reply.status = found != files_.end() ? 200 : 404;
              reply.body = found != files_.end() ? found->second : "no";
              return reply;
          }) {
        std::string page = "<pre>";
        for (int i = 1; i <= 3; ++i) {
            const std::string name = "pubmed26n000" + std::to_string(i) + ".xml.gz";
            put_pubmed(name, pubmed_file(i));
            page += "<a href=\"" + name + "\">" + name + "</a>  2025-12-01 10:00   19M\n<a href=\"" + name +
                    ".md5\">" + name + ".md5</a>  2025-12-01 10:00  61\n";
        }
        page +=
            "<a href=\"../../etc/pubmed/x.xml.gz\">x</a> 1M\n<a href=\"/pubmed/README.txt\">README</a> "
            "1K\n</pre>";
        files_["/baseline/"] = page;
    }

    void put_pubmed(const std::string& name, const std::string& bytes) {
        test::write_text(home_ / "digest", bytes);
        files_["/baseline/" + name] = bytes;
        files_["/baseline/" + name + ".md5"] = "MD5(" + name + ")= " + md5_hex(home_ / "digest") + "\n";
    }

    CommandRun fetch(std::vector<std::string> words) {
        words.insert(words.begin(), {"authority", "fetch"});
        for (const char* endpoint : {"pubmed=/baseline", "retractions=/list.csv", "crossref-sample="}) {
            const std::string text = endpoint;
            const auto sign = text.find('=');
            words.insert(words.end(), {"--endpoint", "fetch-" + text.substr(0, sign) + "=" +
                                                         server_.url(text.substr(sign + 1))});
        }
        return run_in(home_.path(), words);
    }

    std::size_t asked_for(std::string_view target) const {
        std::size_t count = 0;
        for (const auto& request : server_.requests()) {
            count += request.target == target && request.method == "GET" ? 1U : 0U;
        }
        return count;
    }

    test::TemporaryFolder home_;
    std::map<std::string, std::string> files_;
    test::LoopbackServer server_;
};

TEST_F(FetchBulk, BringsChecksAndImportsPubmed) {
    const CommandRun done = fetch({"pubmed", "--online"});
    EXPECT_EQ(done.code, kDone) << done.err;
    EXPECT_THAT(done.err, HasSubstr("3 of 3 files to bring from " + server_.address() + ", about 59.8 MB"));
    EXPECT_THAT(done.out, HasSubstr("3 files imported"));
    EXPECT_THAT(done.out, HasSubstr("now holds 3 works"));
    const CommandRun again = fetch({"pubmed", "--online"});
    EXPECT_EQ(again.code, kDone);
    EXPECT_THAT(again.err, HasSubstr("0 of 3 files to bring"));
    EXPECT_EQ(asked_for("/baseline/pubmed26n0001.xml.gz"), 1U);
}

TEST_F(FetchBulk, QuietSaysWhomItAskedAndNoMore) {
    const CommandRun done = fetch({"pubmed", "--online", "--quiet"});
    EXPECT_EQ(done.code, kDone) << done.err;
    EXPECT_THAT(done.err, Not(HasSubstr("to bring")));
    EXPECT_THAT(done.err, HasSubstr(server_.address()));
    EXPECT_EQ(asked_for("/baseline/pubmed26n0001.xml.gz"), 1U);
}

TEST_F(FetchBulk, BringsTheNewestFirst) {
    const CommandRun done = fetch({"pubmed", "--online", "--most", "1"});
    EXPECT_EQ(done.code, kDone) << done.err;
    EXPECT_EQ(asked_for("/baseline/pubmed26n0003.xml.gz"), 1U);
    EXPECT_EQ(asked_for("/baseline/pubmed26n0001.xml.gz"), 0U);
}

TEST_F(FetchBulk, DoesNotImportADamagedFile) {
    files_["/baseline/pubmed26n0002.xml.gz"] = pubmed_file(9);  // another than its digest says
    const CommandRun done = fetch({"pubmed", "--online"});
    EXPECT_EQ(done.code, kFound);
    EXPECT_THAT(done.err, HasSubstr("pubmed26n0002.xml.gz"));
    EXPECT_THAT(done.err, HasSubstr("its MD5 is"));
    EXPECT_THAT(done.out, HasSubstr("now holds 2 works"));
    put_pubmed("pubmed26n0002.xml.gz", pubmed_file(2));
    EXPECT_THAT(fetch({"pubmed", "--online"}).out, HasSubstr("now holds 3 works"));
}

TEST_F(FetchBulk, BringsALotOnlyWhenTold) {
    std::string& page = files_["/baseline/"];
    page.replace(page.find("19M"), 3, "19G");
    const CommandRun done = fetch({"pubmed", "--online"});
    EXPECT_EQ(done.code, kBroken);
    EXPECT_THAT(done.err, HasSubstr("--yes"));
    EXPECT_EQ(asked_for("/baseline/pubmed26n0001.xml.gz"), 0U);
    EXPECT_EQ(fetch({"pubmed", "--online", "--yes"}).code, kDone);
}

TEST_F(FetchBulk, BringsTheListOfRetractionsAnewWhenItGrew) {
    const std::string head =
        "Record "
        "ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
        "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,"
        "RetractionNature,"
        "Reason,Paywalled,Notes\n";
    files_["/list.csv"] = head +
                          "1,Moss,,,Imagined Botany,,,A B,,,5/4/2021 0:00,10.5555/r1,0,1/1/2020 "
                          "0:00,10.5555/m1,0,Retraction,,No,\n";
    const CommandRun done = fetch({"retractions", "--online"});
    EXPECT_EQ(done.code, kDone) << done.err;
    EXPECT_THAT(done.out, HasSubstr("1 editorial event\n"));
    files_["/list.csv"] +=
        "2,Fern,,,Imagined Botany,,,A B,,,6/4/2021 0:00,10.5555/r2,0,1/1/2020 "
        "0:00,10.5555/m2,0,Retraction,,No,\n";
    EXPECT_THAT(fetch({"retractions", "--online"}).out, HasSubstr("2 editorial events"));
    EXPECT_THAT(fetch({"retractions", "--online"}).err, HasSubstr("0 of 1 file to bring"));
}

TEST_F(FetchBulk, BringsASampleOfCrossref) {
    files_["/works?sample=100"] =
        R"({"status":"ok","message-type":"work-list","message":{"items":[{"DOI":"10.5555/s1","type":"journal-article",)"
        R"("title":["Moss"],"prefix":"10.5555"}]}})";
    const CommandRun done = fetch({"crossref-sample", "--online", "--most", "2"});
    EXPECT_EQ(done.code, kDone) << done.err;
    EXPECT_EQ(asked_for("/works?sample=100"), 2U);
    EXPECT_THAT(done.out, HasSubstr("now holds 1 work "));
}

TEST_F(FetchBulk, SaysWhatIsWrong) {
    EXPECT_THAT(fetch({"pubmed"}).err, HasSubstr("say --online"));
    EXPECT_THAT(fetch({"pubmed", "--online", "--offline"}).err, HasSubstr("say --online"));
    EXPECT_THAT(fetch({"everything", "--online"}).err, HasSubstr("expected what to fetch"));
    EXPECT_TRUE(server_.requests().empty());
    files_["/baseline/"] = "<html>moved</html>";
    const CommandRun done = fetch({"pubmed", "--online"});
    EXPECT_EQ(done.code, kBroken);
    EXPECT_THAT(done.err, HasSubstr("expected a list of PubMed files"));
    files_["/list.csv"] = "<html>Sign in</html>";
    EXPECT_THAT(fetch({"retractions", "--online"}).err, HasSubstr("it is not what it should be"));
}

}  // namespace
}  // namespace whereof::cli
