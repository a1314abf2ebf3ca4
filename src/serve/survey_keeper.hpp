// SPDX-License-Identifier: MIT
#pragma once

#include "search/conflicts.hpp"
#include "serve/page.hpp"
#include "store/overview.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace whereof::serve {

/// What takes seconds to know of a large store.
struct Survey {
    store::Overview overview;
    search::Conflicts conflicts;
};

/// Has a store surveyed beside the pages that show it, which must not take seconds. From any thread.
class SurveyKeeper {
  public:
    static constexpr std::size_t kMostWorks = 500;

    /// `open_desk` is SiteOptions' own.
    explicit SurveyKeeper(std::function<std::unique_ptr<PageDesk>()> open_desk)
        : open_desk_(std::move(open_desk)) {}
    SurveyKeeper(const SurveyKeeper&) = delete;
    SurveyKeeper& operator=(const SurveyKeeper&) = delete;
    ~SurveyKeeper();  ///< waits for the one being made

    /// The survey as it is now where that can be made within `patience`, as the last one tells, else an older
    /// one, also where making it failed. Where none is known: nullptr, or throws what making it threw.
    std::shared_ptr<const Survey> survey(std::chrono::milliseconds patience);

  private:
    void make();

    std::function<std::unique_ptr<PageDesk>()> open_desk_;
    std::mutex mutex_;
    std::condition_variable made_;
    std::thread maker_;
    bool making_ = false;
    std::shared_ptr<const Survey> known_;
    std::exception_ptr failure_;                   ///< of the last try
    std::chrono::steady_clock::time_point tried_;  ///< when the last try ended
    std::chrono::steady_clock::duration took_{};
};

}  // namespace whereof::serve
