// SPDX-License-Identifier: MIT
#pragma once

#include "serve/site.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace whereof::serve {

/// How long a request may take to come, from its first byte or that of its body to the last.
struct WebTimes {
    std::chrono::milliseconds head{5'000};
    std::chrono::milliseconds body{60'000};
};

/// A site on 127.0.0.1: HTTP/1.1, one request a connection, with limits on the size and the time of every
/// part of it. Heads of more than 64 kB get 431, bodies of more than kMostBodyBytes 413, those that are cut
/// off or badly chunked 400, those that take longer than their time 408, however steadily they come; who
/// takes longer for a head is cut off.
class WebServer {
  public:
    /// Takes the port; 0: any that is free. Throws IoError when it cannot be had.
    explicit WebServer(std::uint16_t port, const WebTimes& times = {});
    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;
    ~WebServer();

    [[nodiscard]] std::uint16_t port() const noexcept;

    /// Serves until `ends` says so, which is asked several times a second; then cuts off what is still being
    /// sent to it and ends the replies that are begun, as long as they are read. `site` outlives the call.
    void run(Site& site, const std::function<bool()>& ends);

  private:
    class Server;
    std::unique_ptr<Server> server_;
    std::uint16_t port_;
};

}  // namespace whereof::serve
