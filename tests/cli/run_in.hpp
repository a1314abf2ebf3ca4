// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"

#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::cli {

/// What a command left behind.
struct CommandRun {
    int code = 0;
    std::string out, err;
};

/// Runs the words of a command as a user would whose home is that folder and who has set nothing else.
inline CommandRun run_in(const std::filesystem::path& home, const std::vector<std::string>& words,
                         std::string input = {}) {
    std::istringstream in(std::move(input));
    std::ostringstream out;
    std::ostringstream err;
    Context context{in, out, err, [&home](const char* name) -> std::optional<std::string> {
                        return std::string_view(name) == "HOME" ? std::optional(home.string()) : std::nullopt;
                    }};
    const int code = run(words, context);
    return {code, out.str(), err.str()};
}

}  // namespace whereof::cli
