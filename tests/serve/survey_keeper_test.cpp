// SPDX-License-Identifier: MIT
#include "serve/survey_keeper.hpp"

#include "store/store.hpp"
#include "support/data.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

constexpr std::chrono::seconds kPatience{60};

TEST(SurveyKeeper, AFailureLeavesTheOlderSurveyAndIsNotToldLater) {
    const test::TemporaryFolder folder;
    static_cast<void>(store::open_store(folder / "a.db"));  // making one takes longer than a survey of it
    std::atomic<bool> broken = true;
    std::atomic<int> tries = 0;
    SurveyKeeper keeper([&]() -> std::unique_ptr<PageDesk> {
        ++tries;
        if (broken) {
            throw std::runtime_error("the disk is gone");
        }
        auto desk = std::make_unique<PageDesk>();
        desk->store = store::open_store(folder / "a.db");
        return desk;
    });
    EXPECT_THROW(static_cast<void>(keeper.survey(kPatience)), std::runtime_error);
    broken = false;
    const auto first = keeper.survey(kPatience);
    ASSERT_NE(first, nullptr) << "the failure was that of another try";
    broken = true;
    // It is made anew once it is stale, which takes a multiple of the time that it took.
    const int before = tries;
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (tries < before + 2 && std::chrono::steady_clock::now() < end) {
        EXPECT_EQ(keeper.survey(kPatience), first);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_GE(tries, before + 2);
    EXPECT_EQ(keeper.survey(kPatience), first);
}

}  // namespace
}  // namespace whereof::serve
