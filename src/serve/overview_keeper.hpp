// SPDX-License-Identifier: MIT
#pragma once

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

/// Has the overview of a large store counted beside the pages that show it, which must not take seconds. From
/// any thread.
class OverviewKeeper {
  public:
    static constexpr std::size_t kMostWorks = 500;

    /// `open_desk` is SiteOptions' own.
    explicit OverviewKeeper(std::function<std::unique_ptr<PageDesk>()> open_desk)
        : open_desk_(std::move(open_desk)) {}
    OverviewKeeper(const OverviewKeeper&) = delete;
    OverviewKeeper& operator=(const OverviewKeeper&) = delete;
    ~OverviewKeeper();  ///< waits for what is being counted

    /// The overview as it is now where that can be counted within `patience`, else an older one; nullptr
    /// where none is known yet. Throws what counting threw.
    std::shared_ptr<const store::Overview> overview(std::chrono::milliseconds patience);

  private:
    void count();

    std::function<std::unique_ptr<PageDesk>()> open_desk_;
    std::mutex mutex_;
    std::condition_variable counted_;
    std::thread counter_;
    bool counting_ = false;
    std::shared_ptr<const store::Overview> known_;
    std::exception_ptr failure_;
    std::chrono::steady_clock::time_point known_since_;
    std::chrono::steady_clock::duration took_{};
};

}  // namespace whereof::serve
