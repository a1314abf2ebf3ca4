// SPDX-License-Identifier: MIT
#include "http/cache.hpp"

#include "support/data.hpp"

#include <gtest/gtest.h>

namespace whereof::http {
namespace {

/// Answers every URL with a status that stands in it, and counts.
class CountingTransport final : public Transport {
  public:
    std::vector<Reply> send(std::span<const Request> requests) override {
        std::vector<Reply> out;
        for (const Request& request : requests) {
            ++asked;
            const int status = std::atoi(request.url.c_str() + request.url.rfind('/') + 1);
            if (status == 0) {
                out.emplace_back(Failure{FailureKind::timeout, "too slow", "host", 0});
                continue;
            }
            Response response;
            response.status = status;
            response.headers.push_back({"content-type", "application/json"});
            response.body = std::string("body\0of ", 8) + request.url;
            out.emplace_back(std::move(response));
        }
        return out;
    }
    int asked = 0;
};

TEST(CacheTransport, AsksOnceForWhatItMayKeep) {
    const test::TemporaryFolder folder;
    CountingTransport behind;
    std::int64_t now = 1'000'000'000;
    CacheOptions options;
    options.now = [&now] { return now; };
    struct Case {
        const char* url;
        bool is_kept;
    };
    for (const auto& [url, is_kept] :
         {Case{"https://h/200", true}, Case{"https://h/404", true}, Case{"https://h/410", true},
          Case{"https://h/403", false}, Case{"https://h/500", false}, Case{"https://h/0", false}}) {
        SCOPED_TRACE(url);
        behind.asked = 0;
        CacheTransport first(folder / "cache.db", behind, options);
        const Reply fresh = first.send_one({.url = url});
        CacheTransport second(folder / "cache.db", behind, options);
        const Reply again = second.send_one({.url = url});
        EXPECT_EQ(behind.asked, is_kept ? 1 : 2);
        if (is_kept) {
            EXPECT_EQ(again.response()->body, fresh.response()->body);
            EXPECT_EQ(again.response()->status, fresh.response()->status);
            EXPECT_EQ(again.response()->content_type(), "application/json");
            EXPECT_TRUE(again.response()->from_cache);
            EXPECT_FALSE(fresh.response()->from_cache);
        }
    }
}

TEST(CacheTransport, AsksAgainWhenTheAnswerIsTooOld) {
    CountingTransport behind;
    std::int64_t now = 1'000'000'000;
    CacheOptions options;
    options.now = [&now] { return now; };
    CacheTransport cache("", behind, options);
    static_cast<void>(cache.send_one({.url = "https://h/200"}));
    static_cast<void>(cache.send_one({.url = "https://h/404"}));
    now += options.negative_age + 1;
    static_cast<void>(cache.send_one({.url = "https://h/200"}));
    EXPECT_EQ(behind.asked, 2);
    static_cast<void>(cache.send_one({.url = "https://h/404"}));
    EXPECT_EQ(behind.asked, 3);
    now += options.positive_age;
    static_cast<void>(cache.send_one({.url = "https://h/200"}));
    EXPECT_EQ(behind.asked, 4);
    now -= 3 * options.positive_age;  // the clock was set back: what comes from the future is not believed
    static_cast<void>(cache.send_one({.url = "https://h/200"}));
    EXPECT_EQ(behind.asked, 5);
}

TEST(CacheTransport, TellsRequestsApartAndKeepsOnlyWhatWasExpected) {
    CountingTransport behind;
    CacheTransport cache("", behind, {});
    static_cast<void>(cache.send_one({.url = "https://h/200"}));
    static_cast<void>(cache.send_one({.url = "https://h/200", .headers = {{"Accept", "text/plain"}}}));
    static_cast<void>(cache.send_one({.url = "https://h/200", .method = "HEAD"}));
    static_cast<void>(cache.send_one({.url = "https://h/200", .method = "HEAD"}));
    EXPECT_EQ(behind.asked, 4);
    Request request{.url = "https://h/b/200"};
    request.is_expected = [](const Response&) { return false; };
    static_cast<void>(cache.send_one(request));
    static_cast<void>(cache.send_one(request));
    EXPECT_EQ(behind.asked, 6);
}

TEST(CacheTransport, MixesKeptAndFreshAnswersInOrder) {
    CountingTransport behind;
    CacheTransport cache("", behind, {});
    static_cast<void>(cache.send_one({.url = "https://h/b/200"}));
    const std::vector<Request> requests{
        {.url = "https://h/a/200"}, {.url = "https://h/b/200"}, {.url = "https://h/0"}};
    const auto replies = cache.send(requests);
    EXPECT_FALSE(replies[0].response()->from_cache);
    EXPECT_TRUE(replies[1].response()->from_cache);
    EXPECT_EQ(replies[2].failure()->kind, FailureKind::timeout);
    EXPECT_TRUE(replies[1].response()->body.ends_with("https://h/b/200"));
}

TEST(CacheTransport, DropsTheOldestWhenThereIsTooMuch) {
    const test::TemporaryFolder folder;
    CountingTransport behind;
    std::int64_t now = 1'000'000'000;
    CacheOptions options;
    options.now = [&now] { return now; };
    {
        CacheTransport cache(folder / "cache.db", behind, options);
        for (const char* url : {"https://h/a/200", "https://h/b/200", "https://h/c/200"}) {
            static_cast<void>(cache.send_one({.url = url}));
            ++now;
        }
    }
    options.most_bytes = 60;  // two bodies of 23 bytes
    CacheTransport cache(folder / "cache.db", behind, options);
    behind.asked = 0;
    static_cast<void>(cache.send_one({.url = "https://h/c/200"}));
    static_cast<void>(cache.send_one({.url = "https://h/b/200"}));
    EXPECT_EQ(behind.asked, 0);
    static_cast<void>(cache.send_one({.url = "https://h/a/200"}));
    EXPECT_EQ(behind.asked, 1);
}

}  // namespace
}  // namespace whereof::http
