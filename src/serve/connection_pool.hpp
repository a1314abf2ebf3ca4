// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace whereof::serve {

/// A fixed number of threads that serve connections, and as many connections waiting as are allowed. Ends,
/// with the destructor, when all it was given are served.
class ConnectionPool {
  public:
    /// `serve` is called in any of the threads with a socket that put() was given; it must not throw. Where
    /// the system has not so many threads, there are fewer; throws std::system_error where it has none.
    ConnectionPool(std::size_t threads, std::size_t most_waiting, std::function<void(int)> serve);
    ConnectionPool(const ConnectionPool&) = delete;
    ConnectionPool& operator=(const ConnectionPool&) = delete;
    ~ConnectionPool();

    /// Takes the socket, unless too many wait for as long as `most`: then false, and it is still the
    /// caller's.
    bool put(int socket, std::chrono::milliseconds most);

  private:
    void work();

    std::size_t most_waiting_;
    std::function<void(int)> serve_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<int> waiting_;
    bool is_over_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace whereof::serve
