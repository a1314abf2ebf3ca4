// SPDX-License-Identifier: MIT
#include "base/ordered_work.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace whereof {
namespace {

using Work = OrderedWork<int, std::string>;

std::vector<Work::Worker> workers(std::size_t count, const std::function<std::string(int)>& answer) {
    return {count, [answer](std::span<int> tasks, const Work::Done& done) {
                for (const int task : tasks) {
                    done(answer(task));
                }
            }};
}

TEST(OrderedWork, TakesInOrderHoweverLongEachTaskLasts) {
    constexpr int kCount = 2'000;
    std::vector<std::string> taken;
    Work work(workers(4,
                      [](int task) {
                          if (task % 97 == 0) {
                              std::this_thread::sleep_for(std::chrono::milliseconds(2));
                          }
                          return std::to_string(task);
                      }),
              [&](std::string&& outcome) { taken.push_back(std::move(outcome)); });
    for (int i = 0; i < kCount; ++i) {
        work.give(i);
    }
    work.finish();
    ASSERT_EQ(taken.size(), static_cast<std::size_t>(kCount));
    for (int i = 0; i < kCount; ++i) {
        EXPECT_EQ(taken[static_cast<std::size_t>(i)], std::to_string(i));
    }
}

TEST(OrderedWork, AnswersWithoutWaitingForTheNextTask) {
    std::promise<std::string> answered;
    Work work(workers(2, [](int task) { return std::to_string(task); }),
              [&](std::string&& outcome) { answered.set_value(std::move(outcome)); });
    work.give(7);
    auto answer = answered.get_future();
    ASSERT_EQ(answer.wait_for(std::chrono::seconds(30)), std::future_status::ready);
    EXPECT_EQ(answer.get(), "7");
    work.finish();
}

TEST(OrderedWork, TakesAllBeforeTheFirstFailureAndNothingAfterIt) {
    std::vector<std::string> taken;
    Work work(workers(3,
                      [](int task) -> std::string {
                          if (task == 50 || task == 51) {
                              throw std::runtime_error("task " + std::to_string(task));
                          }
                          return std::to_string(task);
                      }),
              [&](std::string&& outcome) { taken.push_back(std::move(outcome)); });
    try {
        for (int i = 0; i < 1'000; ++i) {
            work.give(i);
        }
        work.finish();
        FAIL() << "expected the failure of task 50";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "task 50");
    }
    EXPECT_EQ(taken.size(), 50U);
}

TEST(OrderedWork, HandsOverTogetherWhatWaitsTogether) {
    std::promise<void> gate;
    std::shared_future<void> opened(gate.get_future());
    std::vector<std::size_t> together;
    std::vector<std::string> taken;
    Work work({[&](std::span<int> tasks, const Work::Done& done) {
                  opened.wait();
                  together.push_back(tasks.size());
                  for (const int task : tasks) {
                      done(std::to_string(task));
                  }
              }},
              [&](std::string&& outcome) { taken.push_back(std::move(outcome)); });
    for (int i = 0; i < 40; ++i) {
        work.give(i);
    }
    gate.set_value();
    work.finish();
    EXPECT_EQ(taken.size(), 40U);
    EXPECT_EQ(std::accumulate(together.begin(), together.end(), std::size_t{0}), 40U);
    EXPECT_EQ(*std::ranges::max_element(together), Work::kTogether);
}

TEST(OrderedWork, StopsWhenNobodyCanTake) {
    Work work(workers(2, [](int task) { return std::to_string(task); }),
              [](std::string&&) { throw std::runtime_error("the pipe is closed"); });
    const auto give_for_ever = [&work] {
        while (true) {
            work.give(1);
        }
    };
    EXPECT_THROW(give_for_ever(), std::runtime_error);
    EXPECT_THROW(work.finish(), std::runtime_error);
}

}  // namespace
}  // namespace whereof
