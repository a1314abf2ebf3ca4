// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace whereof::serve {

/// A port of 127.0.0.1 that is listened on, by nobody else at the same time.
class ListeningSocket {
  public:
    /// 0: any port that is free. Throws IoError when it cannot be had.
    explicit ListeningSocket(std::uint16_t port);
    ListeningSocket(const ListeningSocket&) = delete;
    ListeningSocket& operator=(const ListeningSocket&) = delete;
    ~ListeningSocket();

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    /// The socket of who has connected, the caller's to close; -1 when nobody has for as long as `most`, or
    /// when the system has no room for one now.
    [[nodiscard]] int accept(std::chrono::milliseconds most) const;

  private:
    int socket_;
    std::uint16_t port_ = 0;
};

}  // namespace whereof::serve
