// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

namespace whereof::serve {

/// How long a request may take to come: its head, from when a thread has taken the connection, and its body.
struct WebTimes {
    std::chrono::milliseconds head{5'000};
    std::chrono::milliseconds body{60'000};
};

/// A connection whose reading and writing ends at a time and at a size. Once `ending` is set, nothing more is
/// read, and who takes nothing of what is written for two seconds is given up. Models SyncReadStream and
/// SyncWriteStream of Boost.Asio; errors are eof, timed_out,
/// message_size and the system's.
class BoundedStream {
  public:
    /// Of a connected socket, which it closes with say_goodbye(). `ending` outlives it.
    BoundedStream(int socket, const std::atomic<bool>& ending, const WebTimes& times);

    /// The head has come: what follows has the time of a body, and may be of so many bytes.
    void begin_body(std::size_t most_bytes);
    /// Is the time over in which what is being read had to come?
    [[nodiscard]] bool is_late() const;

    template <typename Buffers>
    std::size_t read_some(const Buffers& buffers, boost::system::error_code& error) {
        const auto first = boost::asio::buffer_sequence_begin(buffers);
        const boost::asio::mutable_buffer one =
            first == boost::asio::buffer_sequence_end(buffers) ? boost::asio::mutable_buffer() : *first;
        return read(static_cast<char*>(one.data()), one.size(), error);
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers, boost::system::error_code& error) {
        for (auto it = boost::asio::buffer_sequence_begin(buffers);
             it != boost::asio::buffer_sequence_end(buffers); ++it) {
            if (const boost::asio::const_buffer one = *it; one.size() > 0) {
                return write({static_cast<const char*>(one.data()), one.size()}, error);
            }
        }
        error = {};
        return 0;
    }
    /// The same, throwing boost::system::system_error.
    template <typename Buffers>
    std::size_t read_some(const Buffers& buffers) {
        return or_throw([&](auto& error) { return read_some(buffers, error); });
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers) {
        return or_throw([&](auto& error) { return write_some(buffers, error); });
    }

    /// Lets the other side read to the end: a socket closed upon unread bytes takes back what was sent.
    void say_goodbye();

  private:
    using Clock = std::chrono::steady_clock;

    template <typename Do>
    static std::size_t or_throw(Do act) {
        boost::system::error_code error;
        const std::size_t size = act(error);
        if (error) {
            throw boost::system::system_error(error);
        }
        return size;
    }
    std::size_t read(char* out, std::size_t size, boost::system::error_code& error);
    std::size_t write(std::string_view bytes, boost::system::error_code& error);
    [[nodiscard]] bool wait(short what, Clock::time_point end) const;

    int socket_;
    const std::atomic<bool>& ending_;
    WebTimes times_;
    Clock::time_point read_end_;
    Clock::time_point write_end_{};  ///< counted from the first byte that is written
    std::size_t allowance_;          ///< how many bytes more are read
};

}  // namespace whereof::serve
