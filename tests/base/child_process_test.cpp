// SPDX-License-Identifier: MIT
#include "base/child_process.hpp"

#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof {
namespace {

using Command = std::vector<std::string>;

TEST(RunChild, GivesWhatTheProgramWrites) {
    const auto outcome = run_child(Command{"cat"}, "Back pain\n");
    EXPECT_TRUE(outcome.succeeded());
    EXPECT_EQ(outcome.out, "Back pain\n");
    EXPECT_EQ(outcome.err, "");
}

TEST(RunChild, PassesArgumentsVerbatim) {
    const auto outcome = run_child(Command{"printf", "%s|", "a b", "$(id)", "*", "'\"", ";"}, "");
    EXPECT_EQ(outcome.out, "a b|$(id)|*|'\"|;|");
}

TEST(RunChild, GivesItsInputAsAFile) {
    const auto outcome = run_child(Command{"tail", "-c", "+6", "/dev/stdin"}, "Back pain");
    EXPECT_EQ(outcome.out, "pain");
}

TEST(RunChild, PassesMuchInBothDirections) {
    const std::string much(5'000'000, 'x');
    EXPECT_EQ(run_child(Command{"cat"}, much).out, much);
}

TEST(RunChild, TellsExitCodesAndErrors) {
    const auto outcome = run_child(Command{"sh", "-c", "echo no >&2; exit 3"}, "");
    EXPECT_EQ(outcome.end, ChildEnd::exited);
    EXPECT_EQ(outcome.code, 3);
    EXPECT_EQ(outcome.err, "no\n");
    EXPECT_FALSE(outcome.succeeded());
}

TEST(RunChild, TellsACrash) {
    const auto outcome = run_child(Command{"sh", "-c", "kill -SEGV $$"}, "");
    EXPECT_EQ(outcome.end, ChildEnd::signalled);
    EXPECT_EQ(outcome.code, SIGSEGV);
}

TEST(RunChild, FindsNoProgramThatIsNotThere) {
    EXPECT_EQ(run_child(Command{"whereof-has-no-such-program"}, "").end, ChildEnd::not_found);
    EXPECT_EQ(run_child(Command{"/nonexistent/program"}, "").end, ChildEnd::not_found);
}

TEST(RunChild, KillsWhatHangsWithAllThatItStarted) {
    const auto begin = std::chrono::steady_clock::now();
    const ChildLimits limits{.time = std::chrono::milliseconds(200)};
    // The child of the child holds the pipe open too.
    const auto outcome = run_child(Command{"sh", "-c", "echo first; sleep 60 & sleep 60"}, "", limits);
    EXPECT_EQ(outcome.end, ChildEnd::timed_out);
    EXPECT_EQ(outcome.out, "first\n");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(RunChild, KillsWhatClosesItsPipesAndRunsOn) {
    const ChildLimits limits{.time = std::chrono::milliseconds(200)};
    EXPECT_EQ(run_child(Command{"sh", "-c", "exec >&- 2>&-; sleep 60"}, "", limits).end, ChildEnd::timed_out);
}

TEST(RunChild, KillsWhatWritesTooMuch) {
    const ChildLimits limits{.output_bytes = 100'000};
    const auto outcome = run_child(Command{"yes"}, "", limits);
    EXPECT_EQ(outcome.end, ChildEnd::overflowed);
    EXPECT_EQ(outcome.out.size(), 100'000U);
}

TEST(RunChild, EndsWhatNeedsTooMuchMemoryOrTime) {
    const Command hungry{"sh", "-c", "head -c 400000000 /dev/zero | tail -c 399999999 >/dev/null"};
    EXPECT_FALSE(run_child(hungry, "", {.memory_bytes = 100'000'000}).succeeded());
    const ChildLimits limits{.time = std::chrono::seconds(60), .cpu_seconds = 1};
    const auto busy = run_child(Command{"sh", "-c", "while :; do :; done"}, "", limits);
    EXPECT_EQ(busy.end, ChildEnd::signalled);
}

TEST(RunChild, ShowsItNothingOfTheEnvironmentButPath) {
    ::setenv("WHEREOF_SECRET", "x", 1);
    const auto outcome = run_child(Command{"env"}, "");
    EXPECT_EQ(outcome.out.find("SECRET"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("PATH="), std::string::npos);
}

}  // namespace
}  // namespace whereof
