// SPDX-License-Identifier: MIT
#include "base/bounded_queue.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace whereof {
namespace {

TEST(BoundedQueue, HandsOverInOrderAndNeverHoldsMoreThanItsDepth) {
    constexpr int kCount = 10'000;
    constexpr int kDepth = 3;
    BoundedQueue<std::unique_ptr<int>> queue(kDepth);
    std::atomic<int> given = 0;
    std::atomic<int> taken = 0;
    std::atomic<int> most = 0;
    std::thread giver([&] {
        for (int i = 0; i < kCount; ++i) {
            ASSERT_TRUE(queue.push(std::make_unique<int>(i)));
            const int ahead = ++given - taken;
            most = std::max(most.load(), ahead);
        }
        queue.close();
    });
    int expected = 0;
    while (const auto thing = queue.pop()) {
        EXPECT_EQ(**thing, expected++);
        ++taken;
    }
    giver.join();
    EXPECT_EQ(expected, kCount);
    // One more may be taken but not yet counted.
    EXPECT_LE(most, kDepth + 1);
}

TEST(BoundedQueue, CloseWakesAGiverWhoWaitsForRoom) {
    BoundedQueue<int> queue(1);
    ASSERT_TRUE(queue.push(1));
    bool accepted = true;
    std::thread giver([&] { accepted = queue.push(2); });
    queue.close();
    giver.join();
    EXPECT_FALSE(accepted);
    EXPECT_EQ(queue.pop(), 1);
    EXPECT_FALSE(queue.pop().has_value());
    EXPECT_FALSE(queue.push(3));
}

}  // namespace
}  // namespace whereof
