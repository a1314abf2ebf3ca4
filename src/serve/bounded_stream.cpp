// SPDX-License-Identifier: MIT
#include "serve/bounded_stream.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace whereof::serve {
namespace {

constexpr std::chrono::seconds kWriteTime{60};
constexpr std::chrono::milliseconds kGoodbyeTime{500};
/// How long a reader may take for the next bytes once the server ends.
constexpr std::chrono::milliseconds kLastTime{2'000};
/// How long a thread waits at most before it looks whether the server ends.
constexpr std::chrono::milliseconds kSlice{200};

boost::system::error_code last_error() { return {errno, boost::system::system_category()}; }

}  // namespace

BoundedStream::BoundedStream(int socket, const std::atomic<bool>& ending, const WebTimes& times)
    : socket_(socket),
      ending_(ending),
      times_(times),
      read_end_(Clock::now() + times.head),
      allowance_(std::numeric_limits<std::size_t>::max()) {}

void BoundedStream::begin_body(std::size_t most_bytes) {
    allowance_ = most_bytes;
    read_end_ = Clock::now() + times_.body;
}

bool BoundedStream::is_late() const { return Clock::now() >= read_end_; }

std::size_t BoundedStream::read(char* out, std::size_t size, boost::system::error_code& error) {
    error = {};
    if (size == 0) {
        return 0;
    }
    const std::size_t wanted = std::min(size, allowance_);
    if (wanted == 0 || !wait(POLLIN, read_end_)) {
        error = wanted == 0 ? boost::asio::error::message_size : boost::asio::error::timed_out;
        return 0;
    }
    const ssize_t got = recv(socket_, out, wanted, 0);
    if (got <= 0) {
        error = got == 0 ? boost::asio::error::eof : last_error();
        return 0;
    }
    write_end_ = {};  // what is written now is another answer
    allowance_ -= static_cast<std::size_t>(got);
    return static_cast<std::size_t>(got);
}

std::size_t BoundedStream::write(std::string_view bytes, boost::system::error_code& error) {
    if (write_end_ == Clock::time_point{}) {
        write_end_ = Clock::now() + kWriteTime;
    }
    if (!wait(POLLOUT, write_end_)) {
        error = boost::asio::error::timed_out;
        return 0;
    }
    const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    error = sent < 0 ? last_error() : boost::system::error_code();
    return sent < 0 ? 0 : static_cast<std::size_t>(sent);
}

void BoundedStream::say_goodbye() {
    shutdown(socket_, SHUT_WR);
    const auto end = Clock::now() + kGoodbyeTime;
    std::array<char, 1U << 14U> unread{};
    while (wait(POLLIN, end) && recv(socket_, unread.data(), unread.size(), 0) > 0) {
    }
    close(socket_);
}

bool BoundedStream::wait(short what, Clock::time_point end) const {
    const Clock::time_point last = Clock::now() + kLastTime;
    while (what != POLLIN || !ending_) {
        if (what == POLLIN && Clock::now() >= end) {
            return false;  // also for who always has something more to say
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        pollfd one{socket_, what, 0};
        const int ready =
            poll(&one, 1, static_cast<int>(std::clamp(left, std::chrono::milliseconds(0), kSlice).count()));
        if (ready > 0) {
            return true;
        }
        if (ready < 0 ? errno != EINTR : Clock::now() >= (ending_ ? std::min(last, end) : end)) {
            return false;
        }
    }
    return false;
}

}  // namespace whereof::serve
