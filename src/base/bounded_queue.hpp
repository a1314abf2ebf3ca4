// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace whereof {

/// Hands things from one thread to another in order, at most `depth` of them waiting: who gives waits for who
/// takes, so that memory stays bounded.
template <typename Thing>
class BoundedQueue {
  public:
    explicit BoundedQueue(std::size_t depth) : depth_(depth) {}

    /// Waits for room. False once the queue was closed: the thing is dropped.
    bool push(Thing thing) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || waiting_.size() < depth_; });
        if (closed_) {
            return false;
        }
        waiting_.push_back(std::move(thing));
        changed_.notify_all();
        return true;
    }

    /// Waits for a thing; absent once the queue was closed and nothing is left.
    std::optional<Thing> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) {
            return std::nullopt;
        }
        std::optional<Thing> thing(std::move(waiting_.front()));
        waiting_.pop_front();
        changed_.notify_all();
        return thing;
    }

    /// Waits for a thing and takes it with what else is there, at most `most` in all; empty once the queue
    /// was closed and nothing is left.
    std::vector<Thing> pop_some(std::size_t most) {
        std::vector<Thing> out;
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        while (!waiting_.empty() && out.size() < most) {
            out.push_back(std::move(waiting_.front()));
            waiting_.pop_front();
        }
        changed_.notify_all();
        return out;
    }

    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

  private:
    std::size_t depth_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Thing> waiting_;
    bool closed_ = false;
};

}  // namespace whereof
