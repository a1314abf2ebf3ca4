// SPDX-License-Identifier: MIT
#include "authority/online.hpp"

#include "authority/keys.hpp"
#include "http/network.hpp"
#include "http/url.hpp"
#include "support/data.hpp"
#include "support/recorded.hpp"
#include "support/services.hpp"
#include "text/fold.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::authority {
namespace {

using namespace std::chrono_literals;
using test::ConstructedServices;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

http::NetworkOptions impatient(const test::LoopbackServer& server) {
    http::NetworkOptions options;
    options.other_rate = {1000.0, 8};
    options.first_backoff = 1ms;
    options.patience = 1'000'000;
    options.allowed_addresses = {server.address()};
    return options;
}

Question by(bib::Field field, std::string value) {
    Question question;
    *question.item.text(field) = std::move(value);
    return question;
}

/// Answers everything alike.
class SameReply final : public http::Transport {
  public:
    std::vector<http::Reply> send(std::span<const http::Request> requests) override {
        http::Response response;
        response.status = reply.status;
        response.body = reply.body;
        for (const auto& [name, value] : reply.headers) {
            response.headers.push_back({http::lower_case(name), value});
        }
        return std::vector<http::Reply>(requests.size(), http::Reply(response));
    }
    test::ServerReply reply;
};

/// Services that replay what was recorded, under their own hosts' names.
struct Replayed {
    explicit Replayed(const std::filesystem::path& folder)
        : recorded(folder),
          server([this](const test::ServerRequest& request) {
              auto found = recorded.find(request.target);
              return found ? *found : test::json_reply("Resource not found.", 404);
          }),
          network(impatient(server)) {
        for (const auto& row : online_services()) {
            const std::string url(row.endpoint);
            options.endpoints[std::string(row.name)] = server.url("/" + url.substr(url.find("//") + 2));
        }
    }
    test::RecordedReplies recorded;
    test::LoopbackServer server;
    http::NetworkTransport network;
    OnlineOptions options;
};

std::vector<Record> records_under(Online& online, bib::Field field, std::string_view value) {
    const Key key = identifier_key(field, value);
    return online.records().records(online.records().by_keys({&key, 1}, 8).front());
}

TEST(OnlineServices, EachHasANameARateAndAnAddress) {
    std::set<std::string_view> names;
    const std::string readme = test::read_text(test::repository_file("README.md"));
    for (const auto& row : online_services()) {
        SCOPED_TRACE(row.name);
        EXPECT_TRUE(names.insert(row.name).second);
        EXPECT_TRUE(row.endpoint.starts_with("https://"));
        EXPECT_FALSE(row.endpoint.ends_with("/"));
        EXPECT_FALSE(row.what.empty());
        EXPECT_GT(row.per_second, 0.0);
        EXPECT_GT(row.at_once, 0);
        EXPECT_NE(readme.find("`" + std::string(row.name) + "`"), std::string::npos);
    }
    const auto constructed = ConstructedServices::names();
    EXPECT_EQ(names, std::set<std::string_view>(constructed.begin(), constructed.end()));
}

TEST(OnlineRecorded, CrossrefWorksAreReadByDoi) {
    WHEREOF_SHARED_DATA(folder, "authority/recorded");
    Replayed replayed(folder);
    constexpr std::string_view kWorks = "https://api.crossref.org/works/";
    std::vector<Question> questions;
    for (const auto& one : replayed.recorded.all()) {
        const auto rest = std::string_view(one.url).substr(std::min(kWorks.size(), one.url.size()));
        const bool plain = rest.find("/agency") == std::string_view::npos &&
                           rest.find('?') == std::string_view::npos &&
                           rest.find("transform") == std::string_view::npos;
        if (one.status == 200 && one.url.starts_with(kWorks) && plain &&
            one.file.filename().string().starts_with("doc-fragment") == false) {
            questions.push_back(by(bib::Field::DOI, text::fold(rest)));
        }
    }
    ASSERT_GE(questions.size(), 10U);
    Online online(replayed.network, replayed.options);
    const auto answers = online.by_identifiers(questions);
    std::size_t found = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        SCOPED_TRACE(questions[i].item.DOI);
        EXPECT_THAT(answers[i].failed, IsEmpty());
        EXPECT_EQ(answers[i].DOI, Registered::yes);
        found += records_under(online, bib::Field::DOI, questions[i].item.DOI).size();
    }
    EXPECT_GE(found, questions.size() - 6);  // journals, components and reviews are no works to cite
    EXPECT_TRUE(online.records().info().online);
    EXPECT_GT(online.records().info().records, 0);
}

TEST(OnlineRecorded, PubmedRecordsAreReadByPmid) {
    WHEREOF_SHARED_DATA(folder, "authority/recorded");
    Replayed replayed(folder);
    Online online(replayed.network, replayed.options);
    for (const char* PMID : {"30073290", "31400583", "32048627", "32260179", "29963580"}) {
        SCOPED_TRACE(PMID);
        const std::vector<Question> questions{by(bib::Field::PMID, PMID)};
        online.begin();
        const auto answers = online.by_identifiers(questions);
        const auto records = records_under(online, bib::Field::PMID, PMID);
        ASSERT_EQ(records.size(), 1U);
        EXPECT_EQ(answers[0].PMID, Registered::yes);
        EXPECT_TRUE(answers[0].has_record);
        EXPECT_FALSE(records[0].item.title.empty());
        EXPECT_THAT(records[0].sources, ElementsAre("pubmed"));
    }
}

/// Every reply that is no record, recorded anywhere, in the place of the record asked for.
TEST(OnlineRecorded, NoOtherReplyLooksLikeARecordOrAnAbsentOne) {
    WHEREOF_SHARED_DATA(folder, "authority/recorded");
    const test::RecordedReplies recorded(folder);
    SameReply transport;
    Online online(transport, {});
    std::vector<Question> questions{by(bib::Field::DOI, "10.5555/never"), by(bib::Field::PMID, "40999999"),
                                    by(bib::Field::PMCID, "PMC12999999"),
                                    by(bib::Field::arXiv, "2401.00001")};
    for (auto& question : questions) {
        question.item.title = "A title that nobody ever gave to anything";
    }
    for (const auto& one : recorded.all()) {
        if (one.status == 301 || one.status == 302 || one.status >= 500) {
            continue;  // redirects are the transport's, and so is what is tried again
        }
        SCOPED_TRACE(one.url);
        transport.reply = one.reply();
        online.begin();
        for (const auto& answer : online.by_identifiers(questions)) {
            EXPECT_NE(answer.DOI, Registered::no);
            EXPECT_NE(answer.PMID, Registered::no);
        }
    }
}

TEST(OnlineRecorded, CandidatesOfATitleSearchHoldTheTitleSearchedFor) {
    WHEREOF_SHARED_DATA(folder, "authority/recorded");
    const test::RecordedReplies recorded(folder);
    for (const std::string service : {"crossref", "openalex"}) {
        std::vector<const test::RecordedReply*> searches;
        for (const auto& one : recorded.all()) {
            if (!one.title.empty() && one.url.find("api." + service + ".org") != std::string::npos) {
                searches.push_back(&one);
            }
        }
        ASSERT_GE(searches.size(), 50U);
        std::size_t has_title = 0;
        for (const auto* search : searches) {
            ConstructedServices services;
            services.put(service, "/works?", search->reply());
            http::NetworkTransport network(impatient(services.server()));
            Online online(network, {"", services.endpoints()});
            Question question;
            question.item.title = search->title;
            std::vector<Answer> answers(1);
            const std::vector<Asked> asked{{&question, &answers[0]}};
            online.by_description(asked, Turn::first);
            online.by_description(asked, Turn::last);
            const Key key = title_key(search->title);
            const bool found = !online.records().by_keys({&key, 1}, 8).front().empty();
            // The recorded body has it, as far as JSON can tell.
            const auto json = nlohmann::json::parse(search->reply().body);
            bool expected = false;
            for (const auto& item : service == "crossref" ? json["message"]["items"] : json["results"]) {
                const auto& title = service == "crossref" ? item.value("title", nlohmann::json::array({""}))
                                                          : nlohmann::json::array({item["title"]});
                expected |= !title.empty() && title[0].is_string() &&
                            text::fold_key(title[0].get<std::string>()) == text::fold_key(search->title);
            }
            has_title += expected ? 1U : 0U;
            EXPECT_TRUE(found || !expected) << search->title;
        }
        EXPECT_GE(has_title, searches.size() / 3) << service;
    }
}

TEST(OnlineConstructed, APmidThatPubmedDeniesIsNotRegistered) {
    ConstructedServices services;
    services.put(
        "pubmed", "/esummary",
        test::json_reply(R"({"header":{"type":"esummary","version":"0.3"},"result":{"uids":["39999999"],)"
                         R"("39999999":{"uid":"39999999","error":"cannot get document summary"}}})"));
    http::NetworkTransport network(impatient(services.server()));
    Online online(network, {"", services.endpoints()});
    const std::vector<Question> questions{by(bib::Field::PMID, "39999999"), by(bib::Field::PMID, "39999998")};
    const auto answers = online.by_identifiers(questions);
    EXPECT_EQ(answers[0].PMID, Registered::no);
    EXPECT_EQ(answers[1].PMID, Registered::unknown);  // EFetch left it out, ESummary said nothing of it
}

TEST(OnlineConstructed, HundredsOfPmidsGoInOneRequest) {
    ConstructedServices services;
    http::NetworkTransport network(impatient(services.server()));
    Online online(network, {"a@example.org", services.endpoints()});
    std::vector<Question> questions;
    for (int i = 0; i < 450; ++i) {
        questions.push_back(by(bib::Field::PMID, std::to_string(30'000'000 + i)));
    }
    static_cast<void>(online.by_identifiers(questions));
    std::size_t fetches = 0;
    for (const auto& request : services.server().requests()) {
        fetches += request.target.find("efetch") != std::string::npos ? 1U : 0U;
        EXPECT_TRUE(!request.target.starts_with("/pubmed") ||
                    request.target.find("email=a%40example.org") != std::string::npos);
    }
    EXPECT_EQ(fetches, 3U);
}

TEST(OnlineConstructed, RecordsOfSeveralServicesThatMeanOneWorkAreOne) {
    ConstructedServices services;
    services.put(
        "crossref", "/works/10.5555/a",
        test::crossref_work("10.5555/a", "Moss in towns", "Ashdown", "Quentin", "Imagined Botany", 2019));
    services.put(
        "europepmc", "/search?query=PMCID:PMC7000001",
        test::json_reply(R"({"hitCount":1,"resultList":{"result":[{"source":"MED","pmid":"31000001",)"
                         R"("pmcid":"PMC7000001","doi":"10.5555/a","title":"Moss in towns.",)"
                         R"("authorList":{"author":[{"lastName":"Ashdown","initials":"Q"}]},)"
                         R"("pubTypeList":{"pubType":["Retracted Publication"]},)"
                         R"("commentCorrectionList":{"commentCorrection":[{"id":"31000009","source":"MED",)"
                         R"("type":"Retraction in"}]},"pubYear":"2019"}]}})"));
    http::NetworkTransport network(impatient(services.server()));
    Online online(network, {"", services.endpoints()});
    Question question = by(bib::Field::DOI, "10.5555/a");
    question.item.PMCID = "PMC7000001";
    static_cast<void>(online.by_identifiers({&question, 1}));
    const auto records = records_under(online, bib::Field::DOI, "10.5555/a");
    ASSERT_EQ(records.size(), 1U);
    EXPECT_THAT(records[0].sources, ElementsAre("crossref", "europepmc"));
    EXPECT_EQ(records[0].item.PMID, "31000001");
    ASSERT_EQ(records[0].events.size(), 1U);
    EXPECT_EQ(records[0].events[0].kind, EventKind::retraction);
    EXPECT_EQ(records[0].events[0].notice_PMID, "31000009");
    online.begin();
    EXPECT_THAT(records_under(online, bib::Field::DOI, "10.5555/a"), IsEmpty());
}

TEST(OnlineConstructed, OnlyA404OrA410IsADeadPage) {
    struct Case {
        int status;
        bool is_dead;
    };
    for (const auto& [status, is_dead] :
         {Case{200, false}, Case{204, false}, Case{403, false}, Case{404, true}, Case{405, false},
          Case{410, true}, Case{429, false}, Case{503, false}}) {
        SCOPED_TRACE(status);
        test::ServerReply reply;
        reply.status = status;
        const test::LoopbackServer server([&reply](const test::ServerRequest&) { return reply; });
        http::NetworkTransport network(impatient(server));
        Online online(network, {});
        const Question question = by(bib::Field::URL, server.url("/page"));
        Answer answer;
        const Asked asked{&question, &answer};
        online.by_url({&asked, 1});
        EXPECT_EQ(answer.URL_state.starts_with("is gone"), is_dead) << answer.URL_state;
        EXPECT_FALSE(answer.URL_state.empty());
    }
}

TEST(OnlineConstructed, APageThatRefusesHeadIsAskedForItself) {
    const test::LoopbackServer server([](const test::ServerRequest& request) {
        return test::json_reply("{}", request.method == "HEAD" ? 404 : 200);
    });
    http::NetworkTransport network(impatient(server));
    Online online(network, {});
    const Question question = by(bib::Field::URL, server.url("/page"));
    Answer answer;
    const Asked asked{&question, &answer};
    online.by_url({&asked, 1});
    EXPECT_EQ(answer.URL_state, "answers");
}

TEST(OnlineConstructed, HostileTitlesAndIdentifiersStayInsideTheirParameter) {
    ConstructedServices services;
    http::NetworkTransport network(impatient(services.server()));
    Online online(network, {"", services.endpoints()});
    Question question = by(bib::Field::DOI, "10.5555/a?b=c&d#e/../../../x\r\nX-Evil: 1");
    question.item.title = "Words\" OR 1=1 [all] &term=x \r\nHost: evil, and more of them";
    question.raw = std::string(5000, '\xFF') + question.item.title;
    question.item.volume = "1\"[vi] OR cancer";
    question.item.page = "1-5";
    std::vector<Answer> answers = online.by_identifiers({&question, 1});
    const Asked asked{&question, &answers[0]};
    online.by_description({&asked, 1}, Turn::first);
    online.by_description({&asked, 1}, Turn::last);
    for (const auto& request : services.server().requests()) {
        EXPECT_FALSE(request.headers.contains("x-evil"));
        EXPECT_TRUE(request.headers.at("host").starts_with("127.0.0.1:"));
        EXPECT_LT(request.target.size(), 4000U);
        EXPECT_EQ(request.target.find("&d"), std::string::npos) << request.target;
    }
    EXPECT_GE(services.server().requests().size(), 4U);
}

}  // namespace
}  // namespace whereof::authority
