// SPDX-License-Identifier: MIT
#include "cli/orderly_end.hpp"

#include <csignal>

#include <unistd.h>

namespace whereof::cli {
namespace {

// A signal handler reaches nothing but what is static.
volatile std::sig_atomic_t g_wanted = 0;
struct sigaction g_before {};

extern "C" void note_wish(int) {
    constexpr char kMessage[] = "\nwhereof: ending in order; Ctrl-C again ends at once\n";
    g_wanted = 1;
    sigaction(SIGINT, &g_before, nullptr);
    [[maybe_unused]] const ssize_t put = write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
}

}  // namespace

OrderlyEnd::OrderlyEnd() {
    g_wanted = 0;
    struct sigaction asking {};
    asking.sa_handler = note_wish;
    asking.sa_flags = SA_RESTART;
    sigaction(SIGINT, &asking, &g_before);
}

OrderlyEnd::~OrderlyEnd() { sigaction(SIGINT, &g_before, nullptr); }

bool OrderlyEnd::is_wanted() noexcept { return g_wanted != 0; }

}  // namespace whereof::cli
