// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace whereof {

/// What another program may use of the machine before it is ended.
struct ChildLimits {
    std::chrono::milliseconds time{30'000};               ///< on the wall clock
    std::uint32_t cpu_seconds = 30;                       ///< RLIMIT_CPU
    std::uint64_t memory_bytes = std::uint64_t{1} << 30;  ///< of address space, RLIMIT_AS
    std::size_t output_bytes = std::size_t{64} << 20U;    ///< of standard output; also RLIMIT_FSIZE
};

enum class ChildEnd : std::uint8_t {
    exited,      ///< `code` is its exit code
    signalled,   ///< `code` is the signal: it crashed, or reached a limit of memory or CPU time
    timed_out,   ///< it was killed when its time was over
    overflowed,  ///< it was killed because it wrote more than it may
    not_found,   ///< there is no such program
};

struct ChildOutcome {
    ChildEnd end = ChildEnd::not_found;
    int code = 0;
    std::string out;  ///< standard output; what came before the end
    std::string err;  ///< the first 4096 bytes of standard error

    [[nodiscard]] bool succeeded() const noexcept { return end == ChildEnd::exited && code == 0; }
};

/// Runs a program to its end, without a shell.
///
/// Takes   `command`: the program, looked up in PATH unless it holds a '/', and its arguments, verbatim;
///         `input`: its standard input, a file that can be sought in and opened as /dev/stdin.
/// Gives   how it ended and what it wrote. Of the environment it sees PATH alone; it speaks UTF-8 and
/// English. Throws  IoError when the system has no room for a process or a file in memory.
///
/// The program and what it started are killed at a limit, and with the calling thread.
ChildOutcome run_child(std::span<const std::string> command, std::string_view input,
                       const ChildLimits& limits = {});

}  // namespace whereof
