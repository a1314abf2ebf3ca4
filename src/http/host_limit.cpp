// SPDX-License-Identifier: MIT
#include "http/host_limit.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <string>

namespace whereof::http {
namespace {

std::optional<double> number_of(std::string_view text) {
    double value = 0.0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(value) ||
        value < 0.0) {
        return std::nullopt;
    }
    return value;
}

std::optional<double> number_in(std::span<const Header> headers, std::string_view name) {
    const auto found = std::ranges::find(headers, name, &Header::name);
    return found != headers.end() ? number_of(found->value) : std::nullopt;
}

/// "1s", "60s", "1m", "1": seconds.
double interval_of(std::span<const Header> headers) {
    for (const std::string_view name : {"x-rate-limit-interval", "x-ratelimit-interval"}) {
        const auto found = std::ranges::find(headers, name, &Header::name);
        if (found == headers.end() || found->value.empty()) {
            continue;
        }
        std::string_view text = found->value;
        const double unit = text.back() == 'm' ? 60.0 : 1.0;
        if (text.back() == 's' || text.back() == 'm') {
            text.remove_suffix(1);
        }
        const auto number = number_of(text);
        if (number && *number > 0.0) {
            return *number * unit;
        }
    }
    return 1.0;
}

constexpr double kSlowest = 1.0 / 60.0;  ///< a limit of 0 cannot be meant: one a minute

}  // namespace

ToldRate told_rate(std::span<const Header> headers) {
    ToldRate out;
    auto limit = number_in(headers, "x-rate-limit-limit");
    if (!limit) {
        limit = number_in(headers, "x-ratelimit-limit");
    }
    if (limit) {
        out.per_second = std::max(*limit / interval_of(headers), kSlowest);
    }
    if (const auto open = number_in(headers, "x-concurrency-limit")) {
        out.at_once = static_cast<int>(std::clamp(*open, 1.0, 100.0));
    }
    const auto remaining = number_in(headers, "x-ratelimit-remaining");
    out.used_up = limit && remaining && *remaining < 1.0;
    return out;
}

std::optional<Milliseconds> retry_after(std::string_view value, std::int64_t now) {
    constexpr double kLongest = 86'400.0 * 365.0;
    if (const auto seconds = number_of(value)) {
        return Milliseconds(static_cast<std::int64_t>(std::min(*seconds, kLongest) * 1000.0));
    }
    std::tm time{};
    const char* end = ::strptime(std::string(value).c_str(), "%a, %d %b %Y %H:%M:%S GMT", &time);
    if (end == nullptr) {
        return std::nullopt;
    }
    const auto seconds = std::max<std::int64_t>(0, static_cast<std::int64_t>(::timegm(&time)) - now);
    return Milliseconds(seconds * 1000);
}

HostLimit::HostLimit(const Rate& configured, Clock::time_point now)
    : configured_(configured),
      rate_(configured),
      tokens_(std::max(1.0, configured.per_second)),
      refilled_(now) {}

void HostLimit::refill(Clock::time_point now) {
    const std::chrono::duration<double> passed = now - refilled_;
    tokens_ = std::min(tokens_ + passed.count() * rate_.per_second, std::max(1.0, rate_.per_second));
    refilled_ = now;
}

std::optional<Clock::time_point> HostLimit::next(Clock::time_point now) {
    if (open_ >= rate_.at_once) {
        return std::nullopt;
    }
    refill(now);
    auto when = paused_until_;
    if (tokens_ < 1.0) {
        const std::chrono::duration<double> missing((1.0 - tokens_) / rate_.per_second);
        when = std::max(when, now + std::chrono::ceil<Milliseconds>(missing));
    }
    return when;
}

void HostLimit::begin(Clock::time_point now) {
    refill(now);
    tokens_ -= 1.0;
    ++open_;
}

void HostLimit::learn(const ToldRate& told, Clock::time_point now) {
    refill(now);
    if (told.per_second) {
        rate_.per_second = std::min(configured_.per_second, *told.per_second);
        tokens_ = std::min(tokens_, std::max(1.0, rate_.per_second));
    }
    if (told.at_once) {
        rate_.at_once = std::min(configured_.at_once, *told.at_once);
    }
    if (told.used_up) {
        pause_until(now + std::chrono::seconds(1));
    }
}

}  // namespace whereof::http
