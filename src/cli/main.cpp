// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/output_buffer.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include <sys/ioctl.h>
#include <unistd.h>

namespace {

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) {
        return size.ws_col;
    }
    return 100;
}

extern "C" void interrupted(int) {
    constexpr char kMessage[] = "\nwhereof: interrupted\n";
    [[maybe_unused]] const ssize_t put = write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
    _exit(130);  // SQLite's journal undoes what was not committed
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    static std::array<char, 1U << 16U> output;
    std::cout.rdbuf()->pubsetbuf(output.data(), output.size());
    std::signal(SIGINT, interrupted);
    std::signal(SIGTERM, interrupted);
    std::signal(SIGPIPE, SIG_IGN);
    whereof::cli::OutputBuffer buffer(STDOUT_FILENO);
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);
    whereof::cli::Context context{
        std::cin,        out, std::cerr, environment, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1,
        terminal_width()};
    return whereof::cli::run(std::vector<std::string>(argv + 1, argv + argc), context);
}
