// SPDX-License-Identifier: MIT
#pragma once

#include "base/bounded_queue.hpp"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace whereof {

/// Works on tasks in several threads and hands over what came of them in the order in which they were given,
/// each as soon as it and all before it are there: a conversation over a pipe gets its answers as it asks. At
/// most kAhead tasks a worker are under way, so that memory stays bounded.
template <typename Task, typename Outcome>
class OrderedWork {
  public:
    /// Hands the outcome of a task over; called once for each, in order.
    using Done = std::function<void(Outcome&&)>;
    /// Works on tasks that wait together, so that what is worth doing once for many is done around them. What
    /// it throws is the failure of the first task that it has not handed over.
    using Worker = std::function<void(std::span<Task>, const Done&)>;
    static constexpr std::size_t kAhead = 64;
    static constexpr std::size_t kTogether = 16;  ///< tasks handed to a worker at once, at most

    /// One thread for each worker; a worker is called in its own thread alone. `take` is called in any of
    /// them, but never by two at once.
    OrderedWork(std::vector<Worker> workers, std::function<void(Outcome&&)> take)
        : take_(std::move(take)), most_(kAhead * workers.size()), queue_(most_) {
        for (auto& worker : workers) {
            threads_.emplace_back([this, work = std::move(worker)] { run(work); });
        }
    }
    OrderedWork(const OrderedWork&) = delete;
    OrderedWork& operator=(const OrderedWork&) = delete;
    ~OrderedWork() { end(); }

    /// Waits for room. After a failure it throws what finish() would: an endless stream of tasks ends too.
    void give(Task task) {
        {
            std::unique_lock lock(mutex_);
            if (!failure_ && given_ - taken_ >= most_) {
                // Woken when half of it is done, not for every task: waking costs as much as a small task.
                full_ = true;
                room_.wait(lock, [this] { return failure_ || given_ - taken_ <= most_ / 2; });
                full_ = false;
            }
            if (failure_) {
                std::rethrow_exception(failure_);
            }
        }
        queue_.push({given_++, std::move(task)});
    }

    /// Waits until everything was taken. Rethrows what a worker threw at the first task that failed, or
    /// `take`; all before that task was taken, nothing after it.
    void finish() {
        end();
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

  private:
    struct Ready {
        std::optional<Outcome> outcome;
        std::exception_ptr failure;  ///< instead of an outcome
    };

    void run(const Worker& work) {
        for (auto together = queue_.pop_some(kTogether); !together.empty();
             together = queue_.pop_some(kTogether)) {
            std::vector<Task> tasks;
            for (auto& [number, task] : together) {
                tasks.push_back(std::move(task));
            }
            std::size_t done = 0;
            try {
                work(tasks, [&](Outcome&& outcome) {
                    put(together[done].first, Ready{std::move(outcome), nullptr});
                    ++done;
                });
            } catch (...) {
                for (const auto failure = std::current_exception(); done < together.size(); ++done) {
                    put(together[done].first, Ready{std::nullopt, failure});
                }
            }
        }
    }

    void put(std::size_t number, Ready ready) {
        const std::lock_guard lock(mutex_);
        ready_.emplace(number, std::move(ready));
        while (!failure_ && !ready_.empty() && ready_.begin()->first == taken_) {
            auto first = ready_.extract(ready_.begin());
            failure_ = first.mapped().failure;
            if (!failure_) {
                take(std::move(*first.mapped().outcome));
            }
            ++taken_;
        }
        if (failure_) {
            queue_.close();
        }
        if (full_ && (failure_ || given_ - taken_ <= most_ / 2)) {
            room_.notify_all();
        }
    }

    void take(Outcome&& outcome) {
        try {
            take_(std::move(outcome));
        } catch (...) {
            failure_ = std::current_exception();
        }
    }

    void end() {
        queue_.close();
        for (auto& thread : threads_) {
            thread.join();
        }
        threads_.clear();
    }

    std::function<void(Outcome&&)> take_;
    std::size_t most_;
    BoundedQueue<std::pair<std::size_t, Task>> queue_;
    std::size_t given_ = 0;  ///< the giver's alone, but while `full_`
    std::mutex mutex_;       ///< over all below
    bool full_ = false;      ///< the giver waits
    std::condition_variable room_;
    std::map<std::size_t, Ready> ready_;
    std::size_t taken_ = 0;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace whereof
