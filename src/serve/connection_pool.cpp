// SPDX-License-Identifier: MIT
#include "serve/connection_pool.hpp"

#include <system_error>
#include <utility>

namespace whereof::serve {

ConnectionPool::ConnectionPool(std::size_t threads, std::size_t most_waiting, std::function<void(int)> serve)
    : most_waiting_(most_waiting), serve_(std::move(serve)) {
    try {
        for (std::size_t i = 0; i < threads; ++i) {
            threads_.emplace_back([this] { work(); });
        }
    } catch (const std::system_error&) {  // the system has no more of them: fewer will do, none will not
        if (threads_.empty()) {
            throw;
        }
    }
}

ConnectionPool::~ConnectionPool() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) {
        thread.join();
    }
}

bool ConnectionPool::put(int socket, std::chrono::milliseconds most) {
    {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, most, [this] { return waiting_.size() < most_waiting_; })) {
            return false;
        }
        waiting_.push_back(socket);
    }
    changed_.notify_all();
    return true;
}

void ConnectionPool::work() {
    for (;;) {
        int socket = -1;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return is_over_ || !waiting_.empty(); });
            if (waiting_.empty()) {
                return;
            }
            socket = waiting_.front();
            waiting_.pop_front();
        }
        changed_.notify_all();
        serve_(socket);
    }
}

}  // namespace whereof::serve
