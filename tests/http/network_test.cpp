// SPDX-License-Identifier: MIT
#include "http/network.hpp"

#include "support/data.hpp"
#include "support/server.hpp"

#include <atomic>
#include <ctime>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::http {
namespace {

using namespace std::chrono_literals;
using test::LoopbackServer;
using test::ServerReply;
using test::ServerRequest;

/// Impatient, and allowed to talk to this server.
NetworkOptions options_for(const LoopbackServer& server) {
    NetworkOptions options;
    options.user_agent = "whereof-test";
    options.other_rate = {1000.0, 8};
    options.connect_timeout = 2s;
    options.total_timeout = 2s;
    options.silence_timeout = 1s;
    options.first_backoff = 4ms;
    options.longest_wait = 5s;
    options.allowed_addresses = {server.address()};
    return options;
}

Reply ask(const LoopbackServer& server, std::string_view path = "/x") {
    NetworkTransport network(options_for(server));
    return network.send_one({.url = server.url(path)});
}

ServerReply redirect_to(std::string where) {
    ServerReply reply;
    reply.status = 302;
    reply.headers.emplace_back("Location", std::move(where));
    return reply;
}

TEST(NetworkTransport, BringsAnAnswerAndSaysWhoAsks) {
    const LoopbackServer server([](const ServerRequest&) { return test::json_reply("{\"a\":1}"); });
    const Reply reply = ask(server);
    ASSERT_NE(reply.response(), nullptr) << reply.failure()->what;
    EXPECT_EQ(reply.response()->status, 200);
    EXPECT_EQ(reply.response()->body, "{\"a\":1}");
    EXPECT_EQ(reply.response()->content_type(), "application/json");
    ASSERT_EQ(server.requests().size(), 1U);
    EXPECT_EQ(server.requests()[0].headers.at("user-agent"), "whereof-test");
    EXPECT_FALSE(server.requests()[0].headers.contains("cookie"));
}

TEST(NetworkTransport, KeepsTheOrderOfManyRequests) {
    const LoopbackServer server([](const ServerRequest& request) {
        ServerReply reply = test::json_reply(request.target);
        reply.wait = std::chrono::milliseconds(request.target.size() % 2 == 0 ? 30 : 0);
        return reply;
    });
    std::vector<Request> requests;
    for (int i = 0; i < 40; ++i) {
        requests.push_back({.url = server.url("/" + std::to_string(i * 7))});
    }
    NetworkTransport network(options_for(server));
    const auto replies = network.send(requests);
    ASSERT_EQ(replies.size(), requests.size());
    for (std::size_t i = 0; i < replies.size(); ++i) {
        ASSERT_NE(replies[i].response(), nullptr);
        EXPECT_EQ(replies[i].response()->body, "/" + std::to_string(i * 7));
    }
    ASSERT_EQ(network.hosts().size(), 1U);
    EXPECT_EQ(network.hosts()[0].host, server.address());
    EXPECT_EQ(network.hosts()[0].requests, 40);
    EXPECT_EQ(network.hosts()[0].failures, 0);
}

TEST(NetworkTransport, An404IsAnAnswerAndSoIsA403) {
    for (const int status : {404, 403, 410, 400}) {
        const LoopbackServer server(
            [status](const ServerRequest&) { return test::json_reply("no", status); });
        const Reply reply = ask(server);
        ASSERT_NE(reply.response(), nullptr);
        EXPECT_EQ(reply.response()->status, status);
        EXPECT_EQ(server.requests().size(), 1U);
    }
}

TEST(NetworkTransport, TriesAgainWhenAServiceIsDownForAMoment) {
    std::atomic<int> count = 0;
    const LoopbackServer server([&count](const ServerRequest&) {
        return ++count <= 3 ? test::json_reply("busy", 503) : test::json_reply("{}");
    });
    const Reply reply = ask(server);
    ASSERT_NE(reply.response(), nullptr);
    EXPECT_EQ(reply.response()->status, 200);
    EXPECT_EQ(server.requests().size(), 4U);
}

TEST(NetworkTransport, GivesUpAfterFourTries) {
    for (const int status : {429, 500, 502, 503, 504}) {
        const LoopbackServer server(
            [status](const ServerRequest&) { return test::json_reply("busy", status); });
        const Reply reply = ask(server);
        ASSERT_NE(reply.failure(), nullptr);
        EXPECT_EQ(reply.failure()->kind, FailureKind::refused);
        EXPECT_EQ(reply.failure()->status, status);
        EXPECT_EQ(reply.failure()->host, server.address());
        EXPECT_EQ(server.requests().size(), 4U);
    }
}

TEST(NetworkTransport, WaitsAsLongAsRetryAfterSays) {
    for (const bool as_date : {false, true}) {
        std::atomic<int> count = 0;
        const LoopbackServer server([&count, as_date](const ServerRequest&) {
            if (++count > 1) {
                return test::json_reply("{}");
            }
            ServerReply reply = test::json_reply("slow down", 429);
            const std::time_t then = std::time(nullptr) + 2;
            char date[64];
            std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", std::gmtime(&then));
            reply.headers.emplace_back("Retry-After", as_date ? date : "1");
            return reply;
        });
        const auto start = Clock::now();
        const Reply reply = ask(server);
        ASSERT_NE(reply.response(), nullptr);
        EXPECT_GE(Clock::now() - start, 900ms);
        EXPECT_EQ(server.requests().size(), 2U);
    }
}

TEST(NetworkTransport, ALongRetryAfterIsAFailureAtOnce) {
    const LoopbackServer server([](const ServerRequest&) {
        ServerReply reply = test::json_reply("tomorrow", 429);
        reply.headers.emplace_back("Retry-After", "86400");
        return reply;
    });
    const Reply reply = ask(server);
    ASSERT_NE(reply.failure(), nullptr);
    EXPECT_EQ(reply.failure()->kind, FailureKind::refused);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST(NetworkTransport, AStallingServerIsATimeout) {
    const LoopbackServer before([](const ServerRequest&) {
        ServerReply reply = test::json_reply("{}");
        reply.wait = 1min;
        return reply;
    });
    const LoopbackServer within([](const ServerRequest&) {
        ServerReply reply = test::json_reply(std::string(1000, 'x'));
        reply.cut_after = 500;
        reply.stalls = true;
        return reply;
    });
    for (const auto* server : {&before, &within}) {
        NetworkOptions options = options_for(*server);
        options.total_timeout = 300ms;
        NetworkTransport network(options);
        const Reply reply = network.send_one({.url = server->url("/")});
        ASSERT_NE(reply.failure(), nullptr);
        EXPECT_EQ(reply.failure()->kind, FailureKind::timeout);
        EXPECT_EQ(server->requests().size(), 2U);
    }
}

TEST(NetworkTransport, HalfABodyIsNoAnswer) {
    const LoopbackServer server([](const ServerRequest&) {
        ServerReply reply = test::json_reply(std::string(1000, 'x'));
        reply.cut_after = 500;
        return reply;
    });
    const Reply reply = ask(server);
    ASSERT_NE(reply.failure(), nullptr);
    EXPECT_EQ(reply.failure()->kind, FailureKind::cut_off);
    EXPECT_EQ(server.requests().size(), 4U);
}

TEST(NetworkTransport, NothingListensIsUnreachable) {
    std::string address;
    {
        const LoopbackServer server([](const ServerRequest&) { return ServerReply{}; });
        address = server.address();
    }
    NetworkOptions options;
    options.first_backoff = 1ms;
    options.other_rate = {1000.0, 8};
    options.allowed_addresses = {address};
    NetworkTransport network(options);
    const Reply reply = network.send_one({.url = "http://" + address + "/"});
    ASSERT_NE(reply.failure(), nullptr);
    EXPECT_EQ(reply.failure()->kind, FailureKind::unreachable);
}

TEST(NetworkTransport, AGzipBombIsCutShort) {
    const std::string packed = test::gzip(std::string(std::size_t{64} << 20U, '\0'));
    ASSERT_LT(packed.size(), std::size_t{100} << 10U);
    const LoopbackServer server([&packed](const ServerRequest&) {
        ServerReply reply = test::json_reply(packed);
        reply.headers.emplace_back("Content-Encoding", "gzip");
        return reply;
    });
    NetworkTransport network(options_for(server));
    const Reply reply = network.send_one({.url = server.url("/"), .most_bytes = std::size_t{1} << 20U});
    ASSERT_NE(reply.failure(), nullptr);
    EXPECT_EQ(reply.failure()->kind, FailureKind::too_large);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST(NetworkTransport, UnpacksGzipAndRefusesWhatIsNone) {
    const std::string packed = test::gzip("{\"packed\":true}");
    const LoopbackServer server([&packed](const ServerRequest& request) {
        ServerReply reply = test::json_reply(request.target == "/good" ? packed : "no gzip at all");
        reply.headers.emplace_back("Content-Encoding", "gzip");
        return reply;
    });
    EXPECT_EQ(ask(server, "/good").response()->body, "{\"packed\":true}");
    const Reply bad = ask(server, "/bad");
    ASSERT_NE(bad.failure(), nullptr);
    EXPECT_EQ(bad.failure()->kind, FailureKind::protocol);
}

TEST(NetworkTransport, CutsABodyOfWhichOnlyTheStartIsWanted) {
    const LoopbackServer server(
        [](const ServerRequest&) { return test::json_reply(std::string(100'000, 'x')); });
    NetworkTransport network(options_for(server));
    const Reply reply = network.send_one({.url = server.url("/"), .most_bytes = 1000, .keeps_start = true});
    ASSERT_NE(reply.response(), nullptr);
    EXPECT_EQ(reply.response()->body.size(), 1000U);
}

TEST(NetworkTransport, FollowsRedirects) {
    const LoopbackServer server([](const ServerRequest& request) {
        const int at = std::atoi(request.target.c_str() + 1);
        return at < 5 ? redirect_to("/" + std::to_string(at + 1)) : test::json_reply("there");
    });
    const Reply reply = ask(server, "/0");
    ASSERT_NE(reply.response(), nullptr) << reply.failure()->what;
    EXPECT_EQ(reply.response()->body, "there");
    EXPECT_EQ(reply.response()->url, server.url("/5"));
}

TEST(NetworkTransport, EndsCirclesAndLongChains) {
    const LoopbackServer circle(
        [](const ServerRequest& request) { return redirect_to(request.target == "/a" ? "/b" : "/a"); });
    const LoopbackServer chain(
        [](const ServerRequest& request) { return redirect_to(request.target + "x"); });
    for (const auto* server : {&circle, &chain}) {
        const Reply reply = ask(*server, "/a");
        ASSERT_NE(reply.failure(), nullptr);
        EXPECT_EQ(reply.failure()->kind, FailureKind::too_many_redirects);
        EXPECT_LE(server->requests().size(), 6U);
    }
}

TEST(NetworkTransport, IsNotLedIntoTheLocalNetwork) {
    const LoopbackServer secret([](const ServerRequest&) { return test::json_reply("secret"); });
    const std::string other = secret.url("/");
    for (const std::string& where :
         {std::string("http://169.254.169.254/latest/meta-data/"), std::string("http://10.0.0.1/"),
          std::string("http://[::1]/"), std::string("http://2130706433/"), std::string("http://0/"), other}) {
        SCOPED_TRACE(where);
        const LoopbackServer server([&where](const ServerRequest&) { return redirect_to(where); });
        const Reply reply = ask(server);
        ASSERT_NE(reply.failure(), nullptr);
        EXPECT_EQ(reply.failure()->kind, FailureKind::forbidden_address);
    }
    // By name, as a name server might answer.
    NetworkTransport network(NetworkOptions{});
    const std::string port = other.substr(other.rfind(':'));
    const Reply named = network.send_one({.url = "http://localhost" + port});
    ASSERT_NE(named.failure(), nullptr);
    EXPECT_EQ(named.failure()->kind, FailureKind::forbidden_address);
    EXPECT_TRUE(secret.requests().empty());
}

TEST(NetworkTransport, IsNotLedToOtherSchemes) {
    for (const char* where :
         {"file:///etc/passwd", "gopher://host/", "ftp://host/x", "http://user:pw@host/"}) {
        SCOPED_TRACE(where);
        const LoopbackServer server([where](const ServerRequest&) { return redirect_to(where); });
        const Reply reply = ask(server);
        ASSERT_NE(reply.failure(), nullptr);
        EXPECT_EQ(reply.failure()->kind, FailureKind::bad_url);
    }
    const LoopbackServer server([](const ServerRequest&) { return ServerReply{}; });
    NetworkTransport network(options_for(server));
    EXPECT_EQ(network.send_one({.url = "file:///etc/passwd"}).failure()->kind, FailureKind::bad_url);
}

TEST(NetworkTransport, StaysWithinTheRateThatTheHeadersTell) {
    const LoopbackServer server([](const ServerRequest&) {
        ServerReply reply = test::json_reply("{}");
        reply.headers.emplace_back("X-Rate-Limit-Limit", "20");
        reply.headers.emplace_back("X-Rate-Limit-Interval", "1s");
        reply.headers.emplace_back("X-Concurrency-Limit", "1");
        return reply;
    });
    NetworkTransport network(options_for(server));
    const Request request{.url = server.url("/")};
    ASSERT_NE(network.send_one(request).response(), nullptr);
    const auto start = Clock::now();
    EXPECT_EQ(network.send(std::vector<Request>(30, request)).size(), 30U);
    EXPECT_GE(Clock::now() - start, 450ms);  // 20 at once, 10 more at 20 a second
}

TEST(NetworkTransport, StopsAskingAHostThatKeepsFailing) {
    const LoopbackServer server([](const ServerRequest&) { return test::json_reply("down", 503); });
    NetworkOptions options = options_for(server);
    options.other_rate = {1000.0, 1};
    NetworkTransport network(options);
    const auto replies = network.send(std::vector<Request>(10, {.url = server.url("/")}));
    EXPECT_EQ(replies.front().failure()->kind, FailureKind::refused);
    EXPECT_EQ(replies.back().failure()->kind, FailureKind::gave_up);
    EXPECT_LE(server.requests().size(), 16U);
}

TEST(NetworkTransport, TellsEveryRequestBeforeItGoesOut) {
    const LoopbackServer server([](const ServerRequest& request) {
        return request.target == "/a" ? redirect_to("/b") : test::json_reply("{}");
    });
    NetworkOptions options = options_for(server);
    std::vector<std::string> told;
    options.on_request = [&told](const Request& request, std::string_view agent) {
        told.push_back(request.method + " " + request.url + " " + std::string(agent));
    };
    NetworkTransport network(options);
    ASSERT_NE(network.send_one({.url = server.url("/a")}).response(), nullptr);
    EXPECT_THAT(told, testing::ElementsAre("GET " + server.url("/a") + " whereof-test",
                                           "GET " + server.url("/b") + " whereof-test"));
}

TEST(NetworkTransport, HandsOnALongBodyAsItComes) {
    const std::string body(300'000, 'y');
    const LoopbackServer server([&body](const ServerRequest&) { return test::json_reply(body); });
    NetworkTransport network(options_for(server));
    std::string got;
    Request request{.url = server.url("/"), .most_bytes = 10};
    request.on_body = [&got](const Response& head, std::string_view bytes) {
        EXPECT_EQ(head.status, 200);
        got += bytes;
        return true;
    };
    ASSERT_NE(network.send_one(request).response(), nullptr);
    EXPECT_EQ(got, body);
    request.on_body = [](const Response&, std::string_view) { return false; };
    EXPECT_EQ(network.send_one(request).failure()->kind, FailureKind::stopped);
}

}  // namespace
}  // namespace whereof::http
