// SPDX-License-Identifier: MIT
#pragma once

#include "serve/bounded_stream.hpp"
#include "serve/listening_socket.hpp"
#include "serve/site.hpp"

#include <cstdint>
#include <functional>

namespace whereof::serve {

/// A site on 127.0.0.1: HTTP/1.1, one request a connection, with limits on the size and the time of every
/// part of it. What is no HTTP gets 400, heads of more than 64 kB 431, addresses of more than 8 kB 414,
/// bodies of more than kMostBodyBytes 413, those that are cut off or badly chunked 400, those that take
/// longer than their time 408, however steadily they come; who takes longer for a head is cut off.
class WebServer {
  public:
    /// Takes the port; 0: any that is free. Throws IoError when it cannot be had.
    explicit WebServer(std::uint16_t port, const WebTimes& times = {}) : socket_(port), times_(times) {}

    [[nodiscard]] std::uint16_t port() const noexcept { return socket_.port(); }

    /// Serves until `ends` says so, which is asked several times a second; then cuts off what is still being
    /// sent to it and ends the replies that are begun, as long as they are read. `site` outlives the call.
    void run(Site& site, const std::function<bool()>& ends);

  private:
    ListeningSocket socket_;
    WebTimes times_;
};

}  // namespace whereof::serve
