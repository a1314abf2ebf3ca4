// SPDX-License-Identifier: MIT
#include "serve/listening_socket.hpp"

#include "base/io.hpp"

#include <cerrno>
#include <thread>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace whereof::serve {
namespace {

constexpr int kBacklog = 128;  ///< connections that the system holds for us

void set(int socket, int level, int option) {
    const int on = 1;
    setsockopt(socket, level, option, &on, sizeof on);
}

/// Binds and listens; 0, or why the system does not let us have the port.
int take(int socket, sockaddr_in& address) {
    set(socket, SOL_SOCKET, SO_REUSEADDR);  // not SO_REUSEPORT, which would let two servers share the port
    socklen_t size = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    const bool taken = bind(socket, general, size) == 0 && listen(socket, kBacklog) == 0 &&
                       getsockname(socket, general, &size) == 0;
    return taken ? 0 : errno;
}

}  // namespace

ListeningSocket::ListeningSocket(std::uint16_t port)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (const int reason = socket_ < 0 ? errno : take(socket_, address); reason != 0) {
        close(socket_);
        throw IoError(fmt::format("127.0.0.1:{}", port), "serve on", reason);
    }
    port_ = ntohs(address.sin_port);
}

ListeningSocket::~ListeningSocket() { close(socket_); }

int ListeningSocket::accept(std::chrono::milliseconds most) const {
    pollfd one{socket_, POLLIN, 0};
    if (poll(&one, 1, static_cast<int>(most.count())) <= 0) {
        return -1;
    }
    const int connected = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connected >= 0) {
        set(connected, IPPROTO_TCP, TCP_NODELAY);
    } else if (errno != EINTR && errno != ECONNABORTED && errno != EAGAIN) {
        std::this_thread::sleep_for(most);  // no descriptor or memory left: whoever waits is still there then
    }
    return connected;
}

}  // namespace whereof::serve
