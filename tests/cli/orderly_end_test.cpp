// SPDX-License-Identifier: MIT
#include "cli/orderly_end.hpp"

#include <csignal>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

volatile std::sig_atomic_t g_ended = 0;
extern "C" void end_at_once(int) { g_ended = g_ended + 1; }

TEST(OrderlyEnd, TheFirstSignalIsAWishAndTheSecondEnds) {
    auto* const before = std::signal(SIGINT, end_at_once);
    {
        const OrderlyEnd orderly;
        EXPECT_FALSE(OrderlyEnd::is_wanted());
        (void)std::raise(SIGINT);
        EXPECT_TRUE(OrderlyEnd::is_wanted());
        EXPECT_EQ(g_ended, 0);
        (void)std::raise(SIGINT);
        EXPECT_EQ(g_ended, 1);
    }
    {
        const OrderlyEnd again;
        EXPECT_FALSE(OrderlyEnd::is_wanted());
    }
    (void)std::raise(SIGINT);
    EXPECT_EQ(g_ended, 2) << "afterwards it is as it was";
    (void)std::signal(SIGINT, before);
}

}  // namespace
}  // namespace whereof::cli
