// SPDX-License-Identifier: MIT
#include "http/host_limit.hpp"

#include <gtest/gtest.h>

namespace whereof::http {
namespace {

using namespace std::chrono_literals;

const Clock::time_point kStart{1h};

TEST(ToldRate, ReadsTheSpellingsOfTheServices) {
    const std::vector<Header> crossref{
        {"x-rate-limit-limit", "5"}, {"x-rate-limit-interval", "1s"}, {"x-concurrency-limit", "1"}};
    EXPECT_EQ(told_rate(crossref).per_second, 5.0);
    EXPECT_EQ(told_rate(crossref).at_once, 1);
    const std::vector<Header> minute{{"x-rate-limit-limit", "30"}, {"x-rate-limit-interval", "1m"}};
    EXPECT_EQ(told_rate(minute).per_second, 0.5);
    const std::vector<Header> ncbi{{"x-ratelimit-limit", "3"}, {"x-ratelimit-remaining", "0"}};
    EXPECT_EQ(told_rate(ncbi).per_second, 3.0);
    EXPECT_TRUE(told_rate(ncbi).used_up);
    EXPECT_FALSE(told_rate({}).per_second.has_value());
    for (const char* odd : {"", "many", "-1", "nan", "inf", "5;w=1", "1e999"}) {
        EXPECT_FALSE(told_rate(std::vector<Header>{{"x-rate-limit-limit", odd}}).per_second.has_value())
            << odd;
    }
    EXPECT_GT(*told_rate(std::vector<Header>{{"x-rate-limit-limit", "0"}}).per_second, 0.0);
}

TEST(RetryAfter, ReadsSecondsAndDates) {
    constexpr std::int64_t kNow = 1'792'567'680;  // Wed, 21 Oct 2026 07:28:00 GMT
    EXPECT_EQ(retry_after("120", kNow), 120s);
    EXPECT_EQ(retry_after("0", kNow), 0s);
    EXPECT_EQ(retry_after("Wed, 21 Oct 2026 07:28:30 GMT", kNow), 30s);
    EXPECT_EQ(retry_after("Wed, 21 Oct 2020 07:28:00 GMT", kNow), 0s);
    EXPECT_EQ(retry_after("", kNow), std::nullopt);
    EXPECT_EQ(retry_after("soon", kNow), std::nullopt);
    EXPECT_EQ(retry_after("-5", kNow), std::nullopt);
    EXPECT_GT(*retry_after("99999999999999999999", kNow), 24h);
}

TEST(HostLimit, LetsOutNoMoreThanItsRate) {
    HostLimit limit({2.0, 100}, kStart);
    auto now = kStart;
    int sent = 0;
    while (now < kStart + 10s) {
        const auto next = limit.next(now);
        ASSERT_TRUE(next);
        if (*next <= now) {
            limit.begin(now);
            limit.end();
            ++sent;
        } else {
            now = *next;
        }
    }
    EXPECT_GE(sent, 20);
    EXPECT_LE(sent, 22);  // a second's worth to begin with
}

TEST(HostLimit, LetsOutNoMoreAtOnceThanAllowed) {
    HostLimit limit({100.0, 2}, kStart);
    limit.begin(kStart);
    limit.begin(kStart);
    EXPECT_EQ(limit.next(kStart), std::nullopt);
    limit.end();
    EXPECT_TRUE(limit.next(kStart));
}

TEST(HostLimit, HeedsAHostThatAllowsLessAndNotOneThatAllowsMore) {
    HostLimit limit({5.0, 3}, kStart);
    limit.learn({1.0, 1, false}, kStart);
    EXPECT_EQ(limit.rate().per_second, 1.0);
    EXPECT_EQ(limit.rate().at_once, 1);
    limit.begin(kStart);
    limit.end();
    EXPECT_GE(*limit.next(kStart), kStart + 990ms);
    limit.learn({50.0, 50, false}, kStart);
    EXPECT_EQ(limit.rate().per_second, 5.0);
    EXPECT_EQ(limit.rate().at_once, 3);
}

TEST(HostLimit, WaitsAsLongAsItIsTold) {
    HostLimit limit({5.0, 3}, kStart);
    limit.pause_until(kStart + 30s);
    limit.pause_until(kStart + 10s);
    EXPECT_EQ(*limit.next(kStart), kStart + 30s);
    limit.learn({3.0, std::nullopt, true}, kStart + 40s);
    EXPECT_EQ(*limit.next(kStart + 40s), kStart + 41s);
}

}  // namespace
}  // namespace whereof::http
