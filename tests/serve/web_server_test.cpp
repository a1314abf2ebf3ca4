// SPDX-License-Identifier: MIT
#include "serve/web_server.hpp"

#include "base/io.hpp"
#include "serve/sample_site.hpp"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace whereof::serve {
namespace {

/// A server on a free port, for as long as the object lives.
class Served {
  public:
    explicit Served(const WebTimes& times = {})
        : server_(0, times),
          thread_([this] { server_.run(sample_.site(), [this] { return ends_.load(); }); }) {}
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    ~Served() {
        ends_ = true;
        thread_.join();
    }

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    [[nodiscard]] int connected() const {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        return socket;
    }
    /// All that comes back for these bytes; empty when nothing does.
    [[nodiscard]] std::string send(const std::string& bytes) const {
        const int socket = connected();
        for (std::size_t at = 0; at < bytes.size();) {
            const ssize_t sent = ::send(socket, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
            if (sent <= 0) {
                break;
            }
            at += static_cast<std::size_t>(sent);
        }
        shutdown(socket, SHUT_WR);
        std::string out;
        char buffer[4096];
        for (ssize_t got = 0; (got = recv(socket, buffer, sizeof buffer, 0)) > 0;) {
            out.append(buffer, static_cast<std::size_t>(got));
        }
        close(socket);
        return out;
    }
    /// The site of a Served answers to port 8765, whatever port it is on.
    [[nodiscard]] std::string get(const std::string& target, const std::string& headers = {},
                                  const std::string& method = "GET") const {
        return send(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:8765\r\n" + headers + "\r\n");
    }

  private:
    test::SampleSite sample_;
    WebServer server_;
    std::atomic<bool> ends_ = false;
    std::thread thread_;
};

TEST(WebServer, ServesPages) {
    const Served served;
    const std::string reply = served.get("/article/trial.md");
    EXPECT_TRUE(reply.starts_with("HTTP/1.1 200 OK\r\n")) << reply.substr(0, 200);
    EXPECT_NE(reply.find("\r\nContent-Security-Policy: default-src 'none'"), std::string::npos);
    EXPECT_NE(reply.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_NE(reply.find("Early exercise"), std::string::npos);
    const std::string head = served.get("/article/trial.md", "", "HEAD");
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n"));
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
    EXPECT_EQ(head.find("<html"), std::string::npos);
}

TEST(WebServer, RefusesWhatNoBrowserOfThisMachineSends) {
    const Served served;
    EXPECT_TRUE(served.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").starts_with("HTTP/1.1 421"));
    EXPECT_TRUE(served.send("GET / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 421"));
    EXPECT_TRUE(served.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nHost: evil.example\r\n\r\n")
                    .starts_with("HTTP/1.1 421"));
    EXPECT_TRUE(served.get("/articles", "", "DELETE").starts_with("HTTP/1.1 405"));
    EXPECT_TRUE(served.get("/" + std::string(9000, 'x')).starts_with("HTTP/1.1 414"));
    EXPECT_TRUE(served.send("nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
    EXPECT_TRUE(served.send(std::string(100, '\0')).find("200") == std::string::npos);
    EXPECT_EQ(served.send(""), "");
    std::string many;
    for (int i = 0; i < 3000; ++i) {
        many += "X-" + std::to_string(i) + ": " + std::string(100, 'y') + "\r\n";
    }
    EXPECT_TRUE(served.get("/", many).starts_with("HTTP/1.1 431"));
    EXPECT_TRUE(served.get("/").starts_with("HTTP/1.1 200")) << "and goes on";
}

TEST(WebServer, ReadsABodyAsFarAsItMustAndNoFurther) {
    const Served served;
    const std::string head =
        "POST /check HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nContent-Type: multipart/form-data; boundary=b\r\n";
    const std::string part =
        "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nRest heals.\r\n--b--";
    const auto sized = [&](const std::string& length) {
        return head + "Content-Length: " + length + "\r\n\r\n";
    };
    EXPECT_TRUE(served.send(sized(std::to_string(part.size())) + part).starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(served.send(head + "Transfer-Encoding: chunked\r\n\r\n" + "46\r\n" + part + "\r\n0\r\n\r\n")
                    .starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(served.send(sized("999999999999") + part).starts_with("HTTP/1.1 413"));
    for (const char* length : {"99999999999999999999", "-5", "1e3", "5, 5", "5\r\nContent-Length: 6"}) {
        EXPECT_TRUE(served.send(sized(length) + part).starts_with("HTTP/1.1 400")) << length;
    }
    EXPECT_TRUE(served.send(head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                    .starts_with("HTTP/1.1 400"));
    const std::string large = part + std::string(kMostBodyBytes, 'x');
    EXPECT_TRUE(served.send(sized(std::to_string(large.size())) + large).starts_with("HTTP/1.1 413"));
    for (const std::string& broken :
         {sized("5000") + part, head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + part,
          head + "Transfer-Encoding: chunked\r\n\r\n99\r\n" + part}) {
        const std::string reply = served.send(broken);
        EXPECT_TRUE(reply.starts_with("HTTP/1.1 400")) << reply.substr(0, 200);
        EXPECT_NE(reply.find("cut off"), std::string::npos);
    }
}

TEST(WebServer, TellsWhoAsksThatABodyIsWelcome) {
    const Served served;
    const std::string head =
        "POST /check HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        "Expect: 100-continue\r\n";
    const std::string part =
        "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nRest heals.\r\n--b--";
    const std::string reply =
        served.send(head + "Content-Length: " + std::to_string(part.size()) + "\r\n\r\n" + part);
    EXPECT_TRUE(reply.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n")) << reply.substr(0, 99);
    EXPECT_TRUE(served.send(head + "Content-Length: 999999999999\r\n\r\n").starts_with("HTTP/1.1 413"));
}

TEST(WebServer, AnswersWhoSendsTooSlowlyOrForTooLong) {
    using std::chrono::milliseconds;
    const Served served({milliseconds(400), milliseconds(600)});
    const std::string head =
        "POST /check HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nOrigin: http://127.0.0.1:8765\r\n"
        "Content-Length: 50000000\r\n\r\n";
    struct Sender {
        std::string first;
        std::string piece;
        milliseconds pause;
        const char* answer;
    };
    const Sender senders[] = {
        {head, "x", milliseconds(100), "HTTP/1.1 408"},
        {head, std::string(5000, 'x'), milliseconds(1), "HTTP/1.1 408"},
        {"GET / HT", "T", milliseconds(50), ""},
        {"GET / HTTP/1.1\r\nX: ", "x", milliseconds(1), ""},
    };
    for (const auto& [first, piece, pause, answer] : senders) {
        const auto began = std::chrono::steady_clock::now();
        const int socket = served.connected();
        std::string out;
        bool open = ::send(socket, first.data(), first.size(), MSG_NOSIGNAL) > 0;
        while (open && std::chrono::steady_clock::now() - began < std::chrono::seconds(8)) {
            char buffer[4096];
            const ssize_t got = recv(socket, buffer, sizeof buffer, MSG_DONTWAIT);
            out.append(buffer, got > 0 ? static_cast<std::size_t>(got) : 0);
            open = got != 0 && (got > 0 || errno == EAGAIN) &&
                   ::send(socket, piece.data(), piece.size(), MSG_NOSIGNAL | MSG_DONTWAIT) != 0 &&
                   errno != EPIPE;
            std::this_thread::sleep_for(pause);
        }
        close(socket);
        EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5)) << first;
        EXPECT_TRUE(out.starts_with(answer)) << out.substr(0, 100);
    }
    EXPECT_TRUE(served.get("/").starts_with("HTTP/1.1 200"));
}

TEST(WebServer, GivesAPageWholeWhateverRangesAreAsked) {
    const Served served;
    std::string ranges = "Range: bytes=0-";
    for (int i = 0; i < 500; ++i) {
        ranges += ",0-";
    }
    const std::string reply = served.get("/style.css", ranges + "\r\n");
    EXPECT_LT(reply.size(), 50'000U);
}

TEST(WebServer, ManyAtOnce) {
    const Served served;
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 20; ++i) {
        threads.emplace_back([&] {
            for (const char* target : {"/", "/search?q=exercise", "/article/trial.md"}) {
                good += served.get(target).starts_with("HTTP/1.1 200") ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(good, 60);
}

TEST(WebServer, EndsAlthoughAnUploadIsHalfSent) {
    auto served = std::make_unique<Served>();
    constexpr std::string_view kHalf =
        "POST /check HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nContent-Length: 5000\r\n\r\n--b";
    std::vector<int> sockets;
    for (const std::string_view sent : {kHalf, kHalf.substr(0, 20), std::string_view()}) {
        sockets.push_back(served->connected());
        EXPECT_EQ(::send(sockets.back(), sent.data(), sent.size(), MSG_NOSIGNAL),
                  static_cast<ssize_t>(sent.size()));
    }
    EXPECT_TRUE(served->get("/").starts_with("HTTP/1.1 200"));  // so that the others are being read
    const auto began = std::chrono::steady_clock::now();
    served.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(4))
        << "less than the time of a head";
    for (const int socket : sockets) {
        close(socket);
    }
}

TEST(WebServer, APortIsNotShared) {
    const Served served;
    try {
        const WebServer second(served.port());
        FAIL() << "two servers on one port";
    } catch (const IoError& error) {
        EXPECT_EQ(error.error_number(), EADDRINUSE);
    }
}

}  // namespace
}  // namespace whereof::serve
