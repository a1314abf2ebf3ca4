// SPDX-License-Identifier: MIT
#include "serve/bounded_stream.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace whereof::serve {
namespace {

using std::chrono::milliseconds;

/// Two ends of a connection with small buffers; the stream has the first.
class BoundedStreams : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends_.data()), 0);
        const int small = 4096;
        setsockopt(ends_[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
    }
    void TearDown() override {
        close(ends_[0]);
        close(ends_[1]);
    }
    /// Writes so many bytes; how many of them went, and what stopped it.
    std::pair<std::size_t, boost::system::error_code> written(BoundedStream& stream, std::size_t size) {
        const std::string bytes(size, 'x');
        std::size_t sent = 0;
        boost::system::error_code error;
        while (sent < size && !error) {
            sent += stream.write_some(boost::asio::buffer(bytes.data() + sent, size - sent), error);
        }
        return {sent, error};
    }
    std::array<int, 2> ends_{};
    std::atomic<bool> ending_ = false;
};

TEST_F(BoundedStreams, WhoReadsSlowlyGetsTheEndWhenTheServerEnds) {
    constexpr std::size_t kSize = 100'000;
    BoundedStream stream(ends_[0], ending_, {});
    ending_ = true;
    std::size_t got = 0;
    std::thread reader([&] {
        std::vector<char> buffer(kSize);
        for (int pauses = 2; got < kSize;) {
            std::this_thread::sleep_for(milliseconds(pauses-- > 0 ? 600 : 0));
            const ssize_t size = recv(ends_[1], buffer.data(), 10'000, 0);
            if (size <= 0) {
                return;
            }
            got += static_cast<std::size_t>(size);
        }
    });
    const auto [sent, error] = written(stream, kSize);
    shutdown(ends_[0], SHUT_WR);
    reader.join();
    EXPECT_EQ(sent, kSize) << error.message();
    EXPECT_EQ(got, kSize);
}

TEST_F(BoundedStreams, WhoReadsNothingIsGivenUpWhenTheServerEnds) {
    BoundedStream stream(ends_[0], ending_, {});
    ending_ = true;
    const auto began = std::chrono::steady_clock::now();
    const auto [sent, error] = written(stream, 1'000'000);
    EXPECT_LT(sent, 1'000'000U);
    EXPECT_EQ(error, boost::asio::error::timed_out);
    EXPECT_LT(std::chrono::steady_clock::now() - began, milliseconds(10'000));
}

TEST_F(BoundedStreams, ReadsNoMoreAndNoLongerThanIsAllowed) {
    BoundedStream stream(ends_[0], ending_, {milliseconds(200), milliseconds(200)});
    std::array<char, 64> buffer{};
    boost::system::error_code error;
    EXPECT_EQ(stream.read_some(boost::asio::buffer(buffer), error), 0U);
    EXPECT_EQ(error, boost::asio::error::timed_out);
    EXPECT_TRUE(stream.is_late());
    stream.begin_body(5);
    EXPECT_FALSE(stream.is_late());
    ASSERT_EQ(send(ends_[1], "0123456789", 10, 0), 10);
    EXPECT_EQ(stream.read_some(boost::asio::buffer(buffer), error), 5U);
    EXPECT_EQ(stream.read_some(boost::asio::buffer(buffer), error), 0U);
    EXPECT_EQ(error, boost::asio::error::message_size);
    stream.begin_body(50);
    shutdown(ends_[1], SHUT_WR);
    EXPECT_EQ(stream.read_some(boost::asio::buffer(buffer), error), 5U);
    EXPECT_EQ(stream.read_some(boost::asio::buffer(buffer), error), 0U);
    EXPECT_EQ(error, boost::asio::error::eof);
    EXPECT_THROW(stream.read_some(boost::asio::buffer(buffer)), boost::system::system_error);
    EXPECT_EQ(stream.read_some(boost::asio::buffer(buffer.data(), 0), error), 0U);
    EXPECT_FALSE(error) << "nothing was asked";
}

}  // namespace
}  // namespace whereof::serve
