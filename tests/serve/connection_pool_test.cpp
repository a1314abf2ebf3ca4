// SPDX-License-Identifier: MIT
#include "serve/connection_pool.hpp"

#include <atomic>
#include <chrono>
#include <thread>

#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

using std::chrono::milliseconds;

TEST(ConnectionPool, ServesAllItWasGivenBeforeItEnds) {
    std::atomic<int> sum = 0;
    {
        ConnectionPool pool(3, 100, [&](int socket) {
            std::this_thread::sleep_for(milliseconds(1));
            sum += socket;
        });
        for (int socket = 1; socket <= 50; ++socket) {
            EXPECT_TRUE(pool.put(socket, milliseconds(10)));
        }
    }
    EXPECT_EQ(sum, 50 * 51 / 2);
}

TEST(ConnectionPool, LeavesASocketToWhoBringsItWhereTooManyWait) {
    std::atomic<bool> go_on = false;
    std::atomic<int> served = 0;
    {
        ConnectionPool pool(1, 1, [&](int) {
            while (!go_on) {
                std::this_thread::sleep_for(milliseconds(1));
            }
            ++served;
        });
        ASSERT_TRUE(pool.put(1, milliseconds(1000)));
        ASSERT_TRUE(pool.put(2, milliseconds(1000))) << "the first is being served by then";
        EXPECT_FALSE(pool.put(3, milliseconds(50)));
        go_on = true;
        EXPECT_TRUE(pool.put(4, milliseconds(1000)));
    }
    EXPECT_EQ(served, 3);
}

}  // namespace
}  // namespace whereof::serve
