// SPDX-License-Identifier: MIT
#include "serve/survey_keeper.hpp"

#include <utility>

namespace whereof::serve {
namespace {

using Clock = std::chrono::steady_clock;

/// A store that is surveyed in 2 s is surveyed once a minute at most.
constexpr int kRest = 30;

}  // namespace

SurveyKeeper::~SurveyKeeper() {
    if (maker_.joinable()) {
        maker_.join();
    }
}

std::shared_ptr<const Survey> SurveyKeeper::survey(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    const bool is_stale = known_ == nullptr || Clock::now() - tried_ > took_ * kRest;
    if (is_stale && !making_) {
        if (maker_.joinable()) {
            maker_.join();  // it has ended but for its last instruction
        }
        making_ = true;
        failure_ = nullptr;
        maker_ = std::thread([this] { make(); });
    }
    if (known_ == nullptr || took_ <= patience) {  // what took longer last time will not be there in time
        made_.wait_for(lock, patience, [this] { return !making_; });
    }
    if (known_ == nullptr && failure_) {
        std::rethrow_exception(failure_);
    }
    return known_;
}

void SurveyKeeper::make() {
    const auto began = Clock::now();
    std::shared_ptr<const Survey> made;
    std::exception_ptr failure;
    try {
        const auto desk = open_desk_();
        if (desk->store != nullptr) {
            const store::Reading reading(*desk->store);
            made = std::make_shared<const Survey>(
                Survey{desk->store->overview(kMostWorks), search::survey_conflicts(*desk->store)});
        }
    } catch (...) {
        failure = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    if (!failure) {
        known_ = std::move(made);
    }
    failure_ = failure;
    tried_ = Clock::now();
    took_ = tried_ - began;
    making_ = false;
    made_.notify_all();
}

}  // namespace whereof::serve
