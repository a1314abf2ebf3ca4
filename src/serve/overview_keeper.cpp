// SPDX-License-Identifier: MIT
#include "serve/overview_keeper.hpp"

#include <utility>

namespace whereof::serve {
namespace {

using Clock = std::chrono::steady_clock;

/// Counting takes this share of the time at most: a store that is counted in 2 s is counted once a minute.
constexpr int kRest = 30;

}  // namespace

OverviewKeeper::~OverviewKeeper() {
    if (counter_.joinable()) {
        counter_.join();
    }
}

std::shared_ptr<const store::Overview> OverviewKeeper::overview(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    const bool is_stale = known_ == nullptr || Clock::now() - known_since_ > took_ * kRest;
    if (is_stale && !counting_) {
        if (counter_.joinable()) {
            counter_.join();  // it has ended but for its last instruction
        }
        counting_ = true;
        counter_ = std::thread([this] { count(); });
    }
    counted_.wait_for(lock, patience, [this] { return !counting_; });
    if (failure_) {
        std::rethrow_exception(std::exchange(failure_, nullptr));
    }
    return known_;
}

void OverviewKeeper::count() {
    const auto began = Clock::now();
    std::shared_ptr<const store::Overview> made;
    std::exception_ptr failure;
    try {
        const auto desk = open_desk_();
        if (desk->store != nullptr) {
            const store::Reading reading(*desk->store);
            made = std::make_shared<const store::Overview>(desk->store->overview(kMostWorks));
        }
    } catch (...) {
        failure = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    known_ = std::move(made);
    failure_ = failure;
    known_since_ = Clock::now();
    took_ = known_since_ - began;
    counting_ = false;
    counted_.notify_all();
}

}  // namespace whereof::serve
