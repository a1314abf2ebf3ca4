// SPDX-License-Identifier: MIT
#pragma once

#include "http/host_limit.hpp"
#include "http/transport.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace whereof::http {

struct NetworkOptions {
    std::string user_agent = "whereof";   ///< says who asks and how to reach them
    std::map<std::string, Rate> rates{};  ///< by Url::authority(); headers can only make them stricter
    Rate other_rate{1.0, 2};              ///< of hosts not named there
    Milliseconds connect_timeout{10'000};
    Milliseconds total_timeout{30'000};    ///< of one try
    Milliseconds silence_timeout{15'000};  ///< how long fewer than 100 bytes a second may come
    int most_tries = 4;
    int most_redirects = 5;
    Milliseconds first_backoff{500};    ///< doubled at each further try; a random half of it is taken off
    Milliseconds longest_wait{60'000};  ///< a Retry-After beyond this is a failure
    int patience = 3;        ///< requests in a row that fail before a host is given up for this run
    std::uint64_t seed = 1;  ///< of the jitter
    /// "127.0.0.1:8080": addresses exempt from the address rules, so that a server on this machine can stand
    /// in for a service. From the user's own command line only, never from what was read.
    std::vector<std::string> allowed_addresses{};
    /// Hears every request just before it goes out, redirects and further tries included.
    std::function<void(const Request&, std::string_view user_agent)> on_request{};
};

/// How often a host was asked in this run.
struct HostUse {
    std::string host;  ///< Url::authority()
    int requests = 0;
    int failures = 0;  ///< requests that ended in a Failure
};

/// Carries requests over the network with libcurl, many at a time, politely: each host within its rate, its
/// headers heeded, 429, 5xx and network faults tried again later, at most four times.
///
/// Connects to public addresses only; the address of every connection is looked at, so that neither a
/// redirect nor a name server can lead into the local network. Redirects are followed by hand, at most five,
/// each within its host's rate. Takes no proxy, cookie, password or setting from the environment. Not
/// thread-safe.
class NetworkTransport final : public Transport {
  public:
    explicit NetworkTransport(NetworkOptions options);
    NetworkTransport(const NetworkTransport&) = delete;
    NetworkTransport& operator=(const NetworkTransport&) = delete;
    ~NetworkTransport() override;

    std::vector<Reply> send(std::span<const Request> requests) override;

    /// The hosts contacted so far, by name.
    [[nodiscard]] std::vector<HostUse> hosts() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace whereof::http
