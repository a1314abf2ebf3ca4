// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// What a command may know of the world around it. main() fills it in; tests make their own.
struct Context {
    std::istream& in;
    std::ostream& out;  ///< data
    std::ostream& err;  ///< talk
    std::function<std::optional<std::string>(const char* name)> environment;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::size_t width = 100;  ///< columns of the terminal
};

/// Exit codes (docs/design.md, "The commands").
enum Exit : int {
    kDone = 0,
    kFound = 1,  ///< check: some references are flagged; search: no hit; others: some items skipped and named
    kBroken = 2,     ///< usage, unreadable input, nothing usable, broken environment
    kUndecided = 3,  ///< check --strict: something could not be looked up
    kInterrupted = 130,
    kUnread = 141,  ///< who read the output went away: what a shell says of a program that SIGPIPE ended
};

/// One of the things that a command can do.
struct Action {
    std::string_view name;
    std::string_view summary;  ///< one line
    std::string_view examples;
};

/// One run of a command: its options, then its work. declare() and validate() touch no file.
class Invocation {
  public:
    virtual ~Invocation() = default;
    virtual void declare(Arguments& arguments) = 0;
    /// What a command does that has several things to do: by the first word behind its name.
    [[nodiscard]] virtual std::span<const Action> actions() const { return {}; }
    /// Declares what one of them takes; its help is written from that.
    virtual void declare_action(Arguments& /*arguments*/, std::string_view /*action*/) {}
    /// What is wrong with the options together, in one line; absent when nothing.
    [[nodiscard]] virtual std::optional<std::string> validate() const { return std::nullopt; }
    virtual int run(Context& context) = 0;
};

/// A row of the table of commands.
struct Command {
    std::string_view name;
    std::string_view usage;    ///< what follows the name
    std::string_view summary;  ///< one line
    std::string_view examples;
    std::unique_ptr<Invocation> (*make)();
};

std::span<const Command> commands();

inline constexpr std::string_view kAbout =
    "whereof reads articles and their reference lists, links each claim to its source, and says which "
    "citations stand.";
inline constexpr std::string_view kExitCodes =
    "0 done, 1 findings or skipped items,\n2 usage or broken environment, 3 undecided (check --strict).";

/// The whole program: finds the command, parses, runs, and turns what was thrown into one line and an exit
/// code.
int run(const std::vector<std::string>& arguments, Context& context);

}  // namespace whereof::cli
