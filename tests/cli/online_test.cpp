// SPDX-License-Identifier: MIT
// `whereof check --online` from the command line to a server on loopback and back. Every reply is
// constructed.
#include "cli/run_in.hpp"
#include "support/data.hpp"
#include "support/services.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::json;
using test::ConstructedServices;
using testing::HasSubstr;
using testing::Not;

class CheckOnline : public testing::Test {
  protected:
    /// Checks one citation and gives its line of the output.
    Json check(const std::string& raw, std::vector<std::string> more = {}) {
        run_ = run_program(raw, std::move(more));
        return run_.out.empty() ? Json() : Json::parse(run_.out);
    }

    CommandRun run_program(const std::string& raw, std::vector<std::string> more) {
        more.insert(more.begin(), {"check", "-", "--input-format", "ndjson", "--format", "ndjson"});
        return run_words(std::move(more), Json{{"id", "1"}, {"raw", raw}}.dump() + "\n");
    }

    /// The words of a command, with --online and the services.
    CommandRun run_words(std::vector<std::string> words, const std::string& input = {}) {
        words.emplace_back("--online");
        for (auto& word : services_.endpoint_options()) {
            words.push_back(word);
        }
        return run_in(home_.path(), words, input);
    }

    test::TemporaryFolder home_;
    ConstructedServices services_;
    CommandRun run_;
};

constexpr const char* kWork = "10.5555/leaf.2019.41";
constexpr const char* kCitation =
    "Ashdown Q. Leaf colour and the mood of gardeners. J Imagined Bot. 2019;12(3):41-52. "
    "doi:10.5555/leaf.2019.41";

test::ServerReply leaf(std::string_view more = "") {
    return test::crossref_work(kWork, "Leaf colour and the mood of gardeners", "Ashdown", "Quentin",
                               "Journal of Imagined Botany", 2019,
                               R"(,"volume":"12","issue":"3","page":"41-52")" + std::string(more));
}

TEST_F(CheckOnline, VerifiesByDoi) {
    services_.put("crossref", "/works/10.5555/leaf.2019.41", leaf());
    const Json line = check(kCitation, {"--mailto", "gardener@example.org"});
    EXPECT_EQ(line.value("headline", ""), "verified") << line.dump(1);
    EXPECT_THAT(line.dump(), HasSubstr("crossref@"));
    EXPECT_EQ(run_.code, kDone);
    EXPECT_THAT(run_.err, HasSubstr("1 request left this machine: " + services_.server().address() + " 1"));
    const auto requests = services_.server().requests();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_THAT(requests[0].headers.at("user-agent"), HasSubstr("mailto:gardener@example.org"));
}

TEST_F(CheckOnline, AsksNobodyUnlessToldTo) {
    services_.put("crossref", "/works/", leaf());
    EXPECT_EQ(check(kCitation, {"--offline"}).value("headline", ""), "undecidable");
    EXPECT_TRUE(services_.server().requests().empty());
    EXPECT_THAT(run_.err, Not(HasSubstr("left this machine")));
}

TEST_F(CheckOnline, KeepsAnswersForTheNextRun) {
    services_.put("crossref", "/works/10.5555/leaf.2019.41", leaf());
    EXPECT_EQ(check(kCitation).value("headline", ""), "verified");
    const auto asked = services_.server().requests().size();
    EXPECT_EQ(check(kCitation).value("headline", ""), "verified");
    EXPECT_EQ(services_.server().requests().size(), asked);
    EXPECT_THAT(run_.err, HasSubstr("no request left this machine"));
}

TEST_F(CheckOnline, WritesEveryRequestThatLeavesTheMachine) {
    const auto dump = home_ / "requests.jsonl";
    static_cast<void>(check(kCitation, {"--dump-requests", dump.string()}));
    const auto requests = services_.server().requests();
    std::istringstream lines(test::read_text(dump));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const Json json = Json::parse(line);
        ASSERT_LT(count, requests.size());
        EXPECT_EQ(json["url"], services_.server().url(requests[count].target));
        EXPECT_EQ(json["method"], requests[count].method);
        EXPECT_EQ(json["headers"]["User-Agent"], requests[count].headers.at("user-agent"));
    }
    EXPECT_EQ(count, requests.size());
    EXPECT_GT(count, 0U);
}

TEST_F(CheckOnline, NamesTheWrongField) {
    services_.put("crossref", "/works/10.5555/leaf.2019.41", leaf());
    std::string cited = kCitation;
    cited.replace(cited.find("41-52"), 5, "141-152");
    const Json line = check(cited);
    EXPECT_EQ(line.value("headline", ""), "mismatch") << line.dump(1);
    EXPECT_EQ(line["wrong_fields"], Json::array({"page"}));
    EXPECT_EQ(run_.code, kFound);
}

TEST_F(CheckOnline, SaysThatAWorkWasRetracted) {
    services_.put("crossref", "/works/10.5555/leaf.2019.41",
                  leaf(R"(,"updated-by":[{"DOI":"10.5555/leaf.r","type":"retraction","label":"Retraction",)"
                       R"("source":"retraction-watch","updated":{"date-parts":[[2021,5,4]]}}])"));
    const Json line = check(kCitation);
    EXPECT_EQ(line.value("headline", ""), "retracted") << line.dump(1);
    EXPECT_THAT(line["notices"].dump(), HasSubstr("10.5555/leaf.r"));
}

TEST_F(CheckOnline, FindsAWorkByItsDescription) {
    std::string body = leaf().body;
    const auto at = body.find("{\"DOI\"");
    const std::string work = body.substr(at, body.size() - at - 1);
    services_.put(
        "crossref", "/works?query.bibliographic=",
        test::json_reply(R"({"status":"ok","message-type":"work-list","message":{"items":[)" + work + "]}}"));
    const Json line =
        check("Ashdown Q. Leaf colour and the mood of gardeners. J Imagined Bot. 2019;12(3):41-52.");
    EXPECT_EQ(line.value("headline", ""), "verified") << line.dump(1);
    EXPECT_EQ(line["record"]["DOI"], kWork);
}

TEST_F(CheckOnline, ADoiThatIsRegisteredNowhereIsWrong) {
    const Json line = check(kCitation);
    EXPECT_EQ(line.value("headline", ""), "wrong_identifier") << line.dump(1);
    EXPECT_EQ(line["wrong_fields"], Json::array({"DOI"}));
    EXPECT_THAT(line.value("reason", ""), HasSubstr("is registered nowhere"));
    EXPECT_GE(services_.count("doi.org"), 1U);
}

TEST_F(CheckOnline, ADoiOfAnotherAgencyIsNot) {
    services_.put("doi.org", "/api/handles/10.5555/leaf.2019.41",
                  test::json_reply(R"({"responseCode":1,"handle":"10.5555/leaf.2019.41","values":[]})"));
    services_.put("doi.org", "/doiRA/10.5555/leaf.2019.41",
                  test::json_reply(R"([{"DOI":"10.5555/leaf.2019.41","RA":"mEDRA"}])"));
    EXPECT_EQ(check(kCitation).value("headline", ""), "undecidable");
}

TEST_F(CheckOnline, ADoiThatWasCutAtALineBreakAccusesNobody) {
    services_.put("doi.org", "/api/handles/10.5555/leaf.2019.41",
                  test::json_reply(R"({"responseCode":1,"handle":"10.5555/leaf.2019.41","values":[]})"));
    const Json line = check(
        "Ashdown Q. Leaf colour and the mood of gardeners. J Imagined Bot. 2019;12(3):41-52. "
        "doi:10.5555/leaf. 2019.41");
    EXPECT_EQ(line.value("headline", ""), "undecidable") << line.dump(1);
}

TEST_F(CheckOnline, ADoiThatALineBreakDividedAccusesNobody) {
    services_.put("doi.org", "/api/handles/10.5555/leaf.2019.41",
                  test::json_reply(R"({"responseCode":1,"handle":"10.5555/leaf.2019.41","values":[]})"));
    const Json line = check(
        "Ashdown Q. Leaf colour and the mood of gardeners. J Imagined Bot. 2019;12(3):41-52. "
        "doi:10.5555/leaf.20-19.41");
    EXPECT_EQ(line.value("headline", ""), "undecidable") << line.dump(1);
}

TEST_F(CheckOnline, ADataCiteDoiIsAskedThere) {
    services_.put("doi.org", "/api/handles/10.5555/leaf.2019.41",
                  test::json_reply(R"({"responseCode":1,"handle":"x","values":[]})"));
    services_.put("doi.org", "/doiRA/", test::json_reply(R"([{"DOI":"x","RA":"DataCite"}])"));
    services_.put(
        "datacite", "/dois/10.5555/leaf.2019.41",
        test::json_reply(R"({"data":{"id":"x","type":"dois","attributes":{"doi":"10.5555/leaf.2019.41",)"
                         R"("titles":[{"title":"Leaf colour and the mood of gardeners"}],)"
                         R"("creators":[{"givenName":"Quentin","familyName":"Ashdown"}],)"
                         R"("publicationYear":2019}}})"));
    const Json line = check(kCitation);
    EXPECT_EQ(line["existence"], "found") << line.dump(1);
    EXPECT_THAT(line.dump(), HasSubstr("datacite@"));
}

/// Whatever keeps a service from answering is no verdict on a citation.
TEST_F(CheckOnline, AServiceThatDoesNotAnswerConvictsNobody) {
    struct Fault {
        const char* name;
        test::ServerReply reply;
    };
    std::vector<Fault> faults;
    for (const int status : {401, 403, 429, 500, 503}) {
        faults.push_back({"status", test::json_reply("{}", status)});
        faults.back().reply.headers.emplace_back("Retry-After", "3600");
    }
    test::ServerReply page;
    page.headers.emplace_back("Content-Type", "text/html");
    page.body = "<html><body>Sign in to the hotel's network</body></html>";
    faults.push_back({"a web page", page});
    faults.push_back({"another JSON", test::json_reply(R"({"status":"failed","message":[]})")});
    test::ServerReply half = leaf();
    half.body.resize(half.body.size() / 2);
    faults.push_back({"half a body that says it is whole", half});
    faults.push_back({"nothing", test::json_reply("")});
    for (const auto& [name, reply] : faults) {
        SCOPED_TRACE(name);
        for (const auto& service : ConstructedServices::names()) {
            services_.put(service, "/", reply);
        }
        const Json line = check(kCitation);
        EXPECT_EQ(line.value("headline", ""), "unchecked") << line.dump(1);
        EXPECT_THAT(line.value("reason", ""), HasSubstr("crossref ("));
        EXPECT_EQ(run_.code, kDone);
        EXPECT_EQ(check(kCitation, {"--strict"}).value("headline", ""), "unchecked");
        EXPECT_EQ(run_.code, kUndecided);
    }
}

TEST_F(CheckOnline, AnotherServiceStandsInForOneThatIsDown) {
    services_.put("crossref", "/", test::json_reply("{}", 403));
    services_.put("europepmc", "/search?query=DOI:",
                  test::json_reply(
                      R"({"hitCount":1,"resultList":{"result":[{"id":"1","source":"MED","pmid":"31000001",)"
                      R"("doi":"10.5555/leaf.2019.41","title":"Leaf colour and the mood of gardeners.",)"
                      R"("authorList":{"author":[{"lastName":"Ashdown","firstName":"Quentin"}]},)"
                      R"("journalInfo":{"volume":"12","issue":"3","yearOfPublication":2019,)"
                      R"("journal":{"title":"Journal of imagined botany"}},"pageInfo":"41-52"}]}})"));
    const Json line = check(kCitation);
    EXPECT_EQ(line.value("headline", ""), "verified") << line.dump(1);
    EXPECT_THAT(line.dump(), HasSubstr("europepmc@"));
}

TEST_F(CheckOnline, ADeadPageAccusesNobody) {
    const Json line = check("Ashdown Q. The gardener's page. " + services_.server().url("/crossref/gone") +
                            " (accessed 3 May 2021).");
    EXPECT_EQ(line.value("headline", ""), "undecidable") << line.dump(1);
    EXPECT_THAT(line.value("reason", ""), HasSubstr("is gone (status 404)"));
    EXPECT_EQ(run_.code, kDone);
}

TEST_F(CheckOnline, AnAddressOfTheLocalNetworkIsNotAsked) {
    const test::LoopbackServer secret([](const test::ServerRequest&) { return test::json_reply("secret"); });
    const Json line =
        check("Ashdown Q. The gardener's page. " + secret.url("/admin") + " (accessed 3 May 2021).");
    EXPECT_EQ(line.value("headline", ""), "undecidable");
    EXPECT_TRUE(secret.requests().empty());
}

constexpr std::string_view kPage =
    "<html><head><title>Leaves</title></head><body><h1>Leaves</h1><p>Green leaves cheer gardeners up [1].</p>"
    "<h2>References</h2><ol><li>Ashdown Q. Leaf colour and the mood of gardeners. J Imagined Bot. "
    "2019;12(3):41-52. doi:10.5555/leaf.2019.41</li></ol></body></html>";

TEST_F(CheckOnline, ReadsAnArticleFromItsAddress) {
    test::ServerReply page;
    page.headers.emplace_back("Content-Type", "application/octet-stream");  // the content decides
    page.body = kPage;
    services_.put("crossref", "/page", page);
    services_.put("crossref", "/works/10.5555/leaf.2019.41", leaf());
    const std::string url = services_.server().url("/crossref/page");
    const auto checked = run_words({"check", url, "--format", "json"});
    ASSERT_EQ(checked.code, kDone) << checked.err;
    const Json json = Json::parse(checked.out);
    EXPECT_EQ(json["counts"]["verified"], 1) << checked.out;
    const auto added = run_words({"add", url});
    EXPECT_EQ(added.code, kDone) << added.err;
    EXPECT_THAT(added.out, HasSubstr("1 added"));
    EXPECT_THAT(run_words({"add", services_.server().url("/crossref/works/none")}).err,
                HasSubstr("found 404"));
}

TEST_F(CheckOnline, DoesNotReadAnAddressOfflineNorInTheLocalNetwork) {
    const test::LoopbackServer secret(
        [](const test::ServerRequest&) { return test::json_reply(std::string(kPage)); });
    for (const char* command : {"add", "check"}) {
        const auto offline = run_words({command, services_.server().url("/crossref/page"), "--offline"});
        EXPECT_EQ(offline.code, kBroken);
        EXPECT_THAT(offline.err, HasSubstr("with --online only"));
        const auto inside = run_words({command, secret.url("/page")});
        EXPECT_EQ(inside.code, kBroken);
        EXPECT_THAT(inside.err, HasSubstr("no address of the public internet"));
    }
    EXPECT_TRUE(secret.requests().empty());
    EXPECT_TRUE(services_.server().requests().empty());
}

TEST_F(CheckOnline, RefusesWhatIsNoAddress) {
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--mailto", "nobody"},
                                                  {"--mailto", "a@b\r\nX-Evil: 1"},
                                                  {"--endpoint", "crossref"},
                                                  {"--endpoint", "nobody=http://127.0.0.1/"},
                                                  {"--endpoint", "crossref=file:///etc/passwd"}}) {
        const auto done = run_program("x", wrong);
        EXPECT_EQ(done.code, kBroken) << wrong[1];
        EXPECT_THAT(done.err, HasSubstr(wrong[0]));
    }
}

}  // namespace
}  // namespace whereof::cli
