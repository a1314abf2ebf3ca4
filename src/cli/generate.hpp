// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::cli {

/// A row of the table of commands with what it declares.
struct Described {
    const Command* command;
    std::vector<Declared> declared;
    std::vector<std::pair<std::string, std::string>> notes;

    [[nodiscard]] std::vector<const Declared*> options() const;
    [[nodiscard]] std::vector<const Declared*> positionals() const;
    [[nodiscard]] bool takes_files() const;  ///< among its positionals
};

/// Every command of the table, in its order.
std::vector<Described> describe_commands();

/// What stands where a command would.
inline constexpr std::array<std::string_view, 2> kWithoutCommand{"--help", "--version"};

/// Text made from the commands and their options alone, so that it never lags behind them.
struct Generator {
    std::string_view name;
    std::string_view about;
    std::string (*write)(std::span<const Described> commands);
};
std::span<const Generator> generators();

std::string man_page(std::span<const Described> commands);         ///< roff, UTF-8
std::string bash_completion(std::span<const Described> commands);  ///< bash 4 or newer
std::string zsh_completion(std::span<const Described> commands);
std::string fish_completion(std::span<const Described> commands);

}  // namespace whereof::cli
