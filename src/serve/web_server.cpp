// SPDX-License-Identifier: MIT
#include "serve/web_server.hpp"

#include "base/io.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <httplib.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace whereof::serve {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kHost = "127.0.0.1";
constexpr std::size_t kThreads = 64;  ///< most of them wait for slow readers; pages take a desk
constexpr std::size_t kWaiting = 64;  ///< connections that no thread has yet
constexpr int kBacklog = 128;         ///< connections that the system holds for us
constexpr std::size_t kMostHeadBytes = std::size_t{64} << 10U;
/// A body that is too large is read on this far, so that a browser gets to read the refusal.
constexpr std::size_t kMostDiscarded = std::size_t{256} << 20U;
constexpr std::chrono::seconds kWriteTime{60};
constexpr std::chrono::milliseconds kGoodbyeTime{500};
/// How long a thread waits at most before it looks whether the server ends.
constexpr std::chrono::milliseconds kSlice{200};
constexpr const char* kSentType = "X-Whereof-Content-Type";

/// A connection whose reading and writing ends at a time and, as long as the head is read, at a size. Once
/// `ending` is set, nothing more is read, and who does not take what is written is given up.
class BoundedStream final : public httplib::Stream {
  public:
    BoundedStream(int socket, const std::atomic<bool>& ending, const WebTimes& times)
        : socket_(socket), ending_(ending), times_(times), end_(Clock::now() + times.head) {}

    /// When the body must have come.
    Clock::time_point begin_body() {
        in_head_ = false;
        allowance_ = kMostDiscarded;
        return end_ = Clock::now() + times_.body;
    }
    [[nodiscard]] bool head_is_too_long() const noexcept { return in_head_ && allowance_ == 0; }

    [[nodiscard]] bool is_readable() const override { return at_ < filled_ || wait(POLLIN, end_); }
    [[nodiscard]] bool is_writable() const override { return wait(POLLOUT, Clock::now() + kWriteTime); }

    ssize_t read(char* out, std::size_t size) override {
        if (at_ == filled_) {
            const std::size_t wanted = std::min(buffer_.size(), allowance_);
            if (wanted == 0 || !wait(POLLIN, end_)) {
                return -1;
            }
            const ssize_t got = recv(socket_, buffer_.data(), wanted, 0);
            if (got <= 0) {
                return got;
            }
            at_ = 0;
            filled_ = static_cast<std::size_t>(got);
            allowance_ -= filled_;
        }
        const std::size_t taken = std::min(size, filled_ - at_);
        std::copy_n(buffer_.data() + at_, taken, out);
        at_ += taken;
        return static_cast<ssize_t>(taken);
    }

    ssize_t write(const char* data, std::size_t size) override {
        return head_is_too_long() ? -1 : put(data, size);  // what httplib makes of half a head is not said
    }
    ssize_t put(const char* data, std::size_t size) {
        if (write_end_ == Clock::time_point{}) {
            write_end_ = Clock::now() + kWriteTime;
        }
        return wait(POLLOUT, write_end_) ? send(socket_, data, size, MSG_NOSIGNAL | MSG_DONTWAIT) : -1;
    }

    /// Lets the other side read to the end: a socket closed upon unread bytes takes back what was sent.
    void say_goodbye() {
        shutdown(socket_, SHUT_WR);
        const auto end = Clock::now() + kGoodbyeTime;
        while (wait(POLLIN, end) && recv(socket_, buffer_.data(), buffer_.size(), 0) > 0) {
        }
        close(socket_);
    }

    void get_remote_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    void get_local_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    [[nodiscard]] socket_t socket() const override { return socket_; }

  private:
    [[nodiscard]] bool wait(short what, Clock::time_point end) const {
        while (what != POLLIN || !ending_) {
            if (what == POLLIN && Clock::now() >= end) {
                return false;  // also for who always has something more to say
            }
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
            pollfd one{socket_, what, 0};
            const int ready = poll(
                &one, 1, static_cast<int>(std::clamp(left, std::chrono::milliseconds(0), kSlice).count()));
            if (ready > 0) {
                return true;
            }
            if (ready < 0 ? errno != EINTR : ending_ || Clock::now() >= end) {
                return false;
            }
        }
        return false;
    }

    int socket_;
    const std::atomic<bool>& ending_;
    WebTimes times_;
    bool in_head_ = true;
    Clock::time_point end_;
    Clock::time_point write_end_{};
    std::size_t allowance_ = kMostHeadBytes;
    std::array<char, 1U << 14U> buffer_{};
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
};

/// A fixed number of threads, and as many jobs waiting as are allowed; who brings one more waits.
class BoundedPool final : public httplib::TaskQueue {
  public:
    explicit BoundedPool(std::function<void()> look_up) : look_up_(std::move(look_up)) {
        for (std::size_t i = 0; i < kThreads; ++i) {
            threads_.emplace_back([this] { work(); });
        }
    }

    void enqueue(std::function<void()> job) override {
        look_up_();
        std::unique_lock lock(mutex_);
        while (!changed_.wait_for(lock, kSlice, [this] { return jobs_.size() < kWaiting; })) {
            look_up_();
        }
        jobs_.push_back(std::move(job));
        changed_.notify_all();
    }
    void shutdown() override {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
        }
        changed_.notify_all();
        for (std::thread& thread : threads_) {
            thread.join();
        }
    }
    void on_idle() override { look_up_(); }

  private:
    void work() {
        for (;;) {
            std::function<void()> job;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return is_over_ || !jobs_.empty(); });
                if (jobs_.empty()) {
                    return;
                }
                job = std::move(jobs_.front());
                jobs_.pop_front();
            }
            changed_.notify_all();
            job();
        }
    }

    std::function<void()> look_up_;  ///< what the thread that listens does now and then
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    bool is_over_ = false;
    std::vector<std::thread> threads_;
};

PageRequest request_of(const httplib::Request& request) {
    return {request.method,
            request.target,
            request.get_header_value_count("Host") == 1 ? request.get_header_value("Host") : "",
            request.get_header_value("Origin"),
            request.get_header_value("Sec-Fetch-Site"),
            request.get_header_value(kSentType),
            {}};
}

/// A body of that Content-Length is read, to its end even where that is for a refusal; empty: in chunks.
bool is_worth_reading(std::string_view length) {
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), size);
    return length.empty() ||
           (error == std::errc() && end == length.data() + length.size() && size <= kMostDiscarded);
}

void give(PageReply&& reply, httplib::Response& out) {
    out.status = reply.status;
    for (auto& [name, value] : reply.headers) {
        out.set_header(name, value);
    }
    out.set_content(reply.body, reply.content_type);
}

/// Why the system does not let us have the port.
int reason_against(std::uint16_t port) {
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int failed = bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    const int reason = failed != 0 ? errno : EADDRINUSE;
    close(probe);
    return reason;
}

}  // namespace

/// httplib's server, which reads requests and writes replies; connections and limits are ours.
class WebServer::Server final : public httplib::Server {
  public:
    explicit Server(const WebTimes& times) : times_(times) {}

    void serve(Site& site, const std::function<bool()>& ends) {
        new_task_queue = [this, &ends] {
            return new BoundedPool([this, &ends] {  // httplib owns it
                if (ends()) {
                    ending_ = true;
                    stop();
                }
            });
        };
        set_pre_routing_handler([&site](const httplib::Request& request, httplib::Response& reply) {
            const PageRequest head = request_of(request);
            if (auto refused = site.refusal(head)) {
                give(*std::move(refused), reply);
                return HandlerResponse::Handled;
            }
            if (head.method != "POST") {
                give(site.answer(head), reply);
                return HandlerResponse::Handled;
            }
            if (!is_worth_reading(request.get_header_value("Content-Length"))) {
                give(Site::too_large(head), reply);
                return HandlerResponse::Handled;
            }
            return HandlerResponse::Unhandled;
        });
        Post("/.*", [&site](const httplib::Request& request, httplib::Response& reply,
                            const httplib::ContentReader& read) {
            PageRequest page = request_of(request);
            bool too_large = false;
            const bool whole = read([&](const char* data, std::size_t size) {
                too_large = too_large || page.body.size() + size > kMostBodyBytes;
                if (!too_large) {
                    page.body.append(data, size);
                }
                return true;
            });
            give(too_large                  ? Site::too_large(page)
                 : whole                    ? site.answer(page)
                 : Clock::now() >= body_end ? Site::too_slow(page)
                                            : Site::cut_off(page),
                 reply);
        });
        ::listen(svr_sock_, kBacklog);  // httplib's own 5 is short: a browser asks more at once
        listen_after_bind();
    }

  private:
    bool process_and_close_socket(socket_t socket) override {
        BoundedStream stream(socket, ending_, times_);
        bool closed = false;
        const bool done = process_request(stream, true, closed, [&stream](httplib::Request& request) {
            body_end = stream.begin_body();
            request.ranges.clear();  // pages are made whole
            // A form is read as it was sent, by the page.
            const std::string type = request.get_header_value("Content-Type");
            request.headers.erase("Content-Type");
            request.headers.erase(kSentType);
            request.headers.emplace(kSentType, type);
        });
        if (stream.head_is_too_long()) {
            constexpr std::string_view kTooMuch =
                "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: "
                "0\r\n\r\n";
            [[maybe_unused]] const ssize_t put = stream.put(kTooMuch.data(), kTooMuch.size());
        }
        stream.say_goodbye();
        return done;
    }

    /// Of the request that this thread reads: the handlers get no word of its connection.
    static inline thread_local Clock::time_point body_end{};

    WebTimes times_;
    std::atomic<bool> ending_ = false;
};

WebServer::WebServer(std::uint16_t port, const WebTimes& times)
    : server_(std::make_unique<Server>(times)), port_(port) {
    constexpr time_t kIdleMicroseconds = 100'000;
    server_->set_tcp_nodelay(true);
    server_->set_keep_alive_max_count(1);
    server_->set_payload_max_length(kMostDiscarded);
    server_->set_idle_interval(0, kIdleMicroseconds);
    // Without SO_REUSEPORT, which would let two servers share the port.
    server_->set_socket_options([](socket_t socket) {
        const int on = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    const int got = port == 0                            ? server_->bind_to_any_port(kHost)
                    : server_->bind_to_port(kHost, port) ? static_cast<int>(port)
                                                         : -1;
    if (got <= 0) {
        throw IoError(fmt::format("{}:{}", kHost, port), "serve on", reason_against(port));
    }
    port_ = static_cast<std::uint16_t>(got);
}

WebServer::~WebServer() = default;

std::uint16_t WebServer::port() const noexcept { return port_; }

void WebServer::run(Site& site, const std::function<bool()>& ends) { server_->serve(site, ends); }

}  // namespace whereof::serve
