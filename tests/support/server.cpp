// SPDX-License-Identifier: MIT
#include "support/server.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace whereof::test {
namespace {

void send_all(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool read_more(int connection, std::string& text) {
    std::array<char, 16'384> block{};
    const ssize_t got = ::recv(connection, block.data(), block.size(), 0);
    if (got > 0) {
        text.append(block.data(), static_cast<std::size_t>(got));
    }
    return got > 0;
}

std::optional<ServerRequest> read_request(int connection) {
    std::string text;
    while (text.find("\r\n\r\n") == std::string::npos) {
        if (!read_more(connection, text)) {
            return std::nullopt;
        }
    }
    ServerRequest request;
    const std::size_t end = text.find("\r\n\r\n");
    std::string_view head = std::string_view(text).substr(0, end);
    const auto first = head.substr(0, head.find("\r\n"));
    const auto blank = first.find(' ');
    request.method = first.substr(0, blank);
    request.target = first.substr(blank + 1, first.rfind(' ') - blank - 1);
    head.remove_prefix(first.size());
    while (head.starts_with("\r\n")) {
        head.remove_prefix(2);
        const auto line = head.substr(0, head.find("\r\n"));
        const auto colon = line.find(": ");
        std::string name(line.substr(0, colon));
        std::ranges::transform(name, name.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        request.headers[name] = colon == std::string_view::npos ? "" : std::string(line.substr(colon + 2));
        head.remove_prefix(line.size());
    }
    const auto length = static_cast<std::size_t>(std::atol(request.headers["content-length"].c_str()));
    while (text.size() < end + 4 + length && read_more(connection, text)) {
    }
    request.body = text.substr(end + 4);
    return request;
}

}  // namespace

ServerReply json_reply(std::string body, int status) {
    ServerReply reply;
    reply.status = status;
    reply.headers.emplace_back("Content-Type", "application/json");
    reply.body = std::move(body);
    return reply;
}

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (listener_ < 0 || ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        throw std::runtime_error("cannot listen on 127.0.0.1");
    }
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
}

LoopbackServer::~LoopbackServer() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    stopped_.notify_all();
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    ::close(listener_);
    for (auto& connection : connections_) {
        connection.join();
    }
}

std::vector<ServerRequest> LoopbackServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void LoopbackServer::accept_all() {
    while (true) {
        const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(mutex_);
        if (connection < 0 || stop_) {
            if (connection >= 0) {
                ::close(connection);
            }
            return;
        }
        const timeval patience{10, 0};
        ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        connections_.emplace_back([this, connection] {
            serve(connection);
            ::close(connection);
        });
    }
}

bool LoopbackServer::wait_or_stop(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return stopped_.wait_for(lock, time, [this] { return stop_; });
}

void LoopbackServer::serve(int connection) {
    const auto request = read_request(connection);
    if (!request) {
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(*request);
    }
    const ServerReply reply = handler_(*request);
    if (reply.wait.count() > 0 && wait_or_stop(reply.wait)) {
        return;
    }
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Status\r\nConnection: close\r\n";
    for (const auto& [name, value] : reply.headers) {
        head += name + ": " + value + "\r\n";
    }
    head += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n";
    send_all(connection, head);
    if (request->method != "HEAD") {
        send_all(connection,
                 std::string_view(reply.body).substr(0, reply.cut_after.value_or(reply.body.size())));
    }
    if (reply.stalls) {
        wait_or_stop(std::chrono::minutes(10));
    }
}

}  // namespace whereof::test
