// SPDX-License-Identifier: MIT
#pragma once

#include "http/message.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

namespace whereof::http {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

/// How much one host may be asked.
struct Rate {
    double per_second = 3.0;  ///< NCBI's limit without a key; few hosts allow less
    int at_once = 2;
};

/// What a host's own words in its headers allow, as far as it says anything: X-Rate-Limit-Limit with
/// X-Rate-Limit-Interval ("1s") and X-Concurrency-Limit (Crossref), X-RateLimit-Limit and -Remaining (NCBI,
/// per second).
struct ToldRate {
    std::optional<double> per_second;
    std::optional<int> at_once;
    bool used_up = false;  ///< nothing remains in this interval
};
ToldRate told_rate(std::span<const Header> headers);

/// How long a Retry-After header asks to wait, in seconds ("120") or until a date ("Wed, 21 Oct 2026 07:28:00
/// GMT"); never negative. Absent when there is none or it says nothing. `now`: seconds since 1970.
std::optional<Milliseconds> retry_after(std::string_view value, std::int64_t now);

/// The token bucket and the number of open requests of one host. A bucket holds one second's worth, at least
/// one token. Pure: time is given.
class HostLimit {
  public:
    HostLimit(const Rate& configured, Clock::time_point now);

    /// When the next request may go out; now or earlier: at once. Absent while as many are open as may be.
    [[nodiscard]] std::optional<Clock::time_point> next(Clock::time_point now);
    void begin(Clock::time_point now);  ///< a request goes out
    void end() noexcept { --open_; }    ///< it is answered or has failed
    /// Takes over what the host says; the stricter of it and what was configured holds.
    void learn(const ToldRate& told, Clock::time_point now);
    void pause_until(Clock::time_point when) { paused_until_ = std::max(paused_until_, when); }

    [[nodiscard]] const Rate& rate() const noexcept { return rate_; }
    [[nodiscard]] int open() const noexcept { return open_; }

  private:
    void refill(Clock::time_point now);

    Rate configured_;
    Rate rate_;
    double tokens_;
    Clock::time_point refilled_;
    Clock::time_point paused_until_{};
    int open_ = 0;
};

}  // namespace whereof::http
