// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace whereof::test {

/// What a client asked.
struct ServerRequest {
    std::string method;
    std::string target;                          ///< path and query, as sent
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
};

/// What the server does about it.
struct ServerReply {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::chrono::milliseconds wait{0};  ///< before the first byte
    std::optional<std::size_t>
        cut_after;        ///< bytes of the body that are sent before the connection is closed
    bool stalls = false;  ///< sends no more after that, but stays open
};
ServerReply json_reply(std::string body, int status = 200);

/// An HTTP/1.1 server on a free port of 127.0.0.1, for as long as the object lives. One connection a request.
class LoopbackServer {
  public:
    using Handler = std::function<ServerReply(const ServerRequest&)>;
    explicit LoopbackServer(Handler handler);
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;
    ~LoopbackServer();

    [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::string url(std::string_view path = "") const {
        return "http://" + address() + std::string(path);
    }
    /// All that was asked so far, in order.
    [[nodiscard]] std::vector<ServerRequest> requests() const;

  private:
    void accept_all();
    void serve(int connection);
    bool wait_or_stop(std::chrono::milliseconds time);

    Handler handler_;
    int listener_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable stopped_;
    bool stop_ = false;
    std::vector<ServerRequest> requests_;
    std::vector<std::thread> connections_;
    std::thread acceptor_;
};

}  // namespace whereof::test
