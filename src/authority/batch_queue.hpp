// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace whereof::authority {

/// Hands batches from one thread to another, at most `depth` of them waiting.
template <typename Batch>
class BatchQueue {
  public:
    explicit BatchQueue(std::size_t depth) : depth_(depth) {}

    /// Waits for room. False once the queue was closed: the batch is dropped.
    bool push(Batch batch) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || waiting_.size() < depth_; });
        if (closed_) {
            return false;
        }
        waiting_.push_back(std::move(batch));
        changed_.notify_all();
        return true;
    }

    /// Waits for a batch; empty once the queue was closed and nothing is left.
    std::optional<Batch> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) {
            return std::nullopt;
        }
        std::optional<Batch> batch(std::move(waiting_.front()));
        waiting_.pop_front();
        changed_.notify_all();
        return batch;
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
    std::deque<Batch> waiting_;
    bool closed_ = false;
};

}  // namespace whereof::authority
