// SPDX-License-Identifier: MIT
#include "cli/generate.hpp"

#include <fmt/format.h>

namespace whereof::cli {
namespace {

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out + "'";
}

std::string words(const std::vector<std::string>& values) {
    return in_quotes(fmt::format("{}", fmt::join(values, " ")));
}

std::string option_line(std::string_view condition, const Declared& one) {
    std::string out = fmt::format("complete -c whereof -n {} -l {}", condition, one.name);
    if (!one.short_name.empty()) {
        out += " -s " + one.short_name;
    }
    if (!one.choices.empty()) {
        out += " -x -a " + words(one.choices);
    } else if (one.is_file()) {
        out += " -r -F";
    } else if (!one.value.empty()) {
        out += " -x";
    }
    return out + " -d " + in_quotes(one.help) + "\n";
}

}  // namespace

std::string fish_completion(std::span<const Described> commands) {
    std::string out = R"(# SPDX-License-Identifier: MIT
# Completion of whereof for fish, written by: whereof generate fish
function __whereof_command
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test $words[2] = $argv[1]
end
function __whereof_no_command
    test (count (commandline -opc)) -eq 1
end
complete -c whereof -f
)";
    for (const auto& word : kWithoutCommand) {
        out += fmt::format("complete -c whereof -n __whereof_no_command -l {}\n", word.substr(2));
    }
    for (const auto& one : commands) {
        out += fmt::format("complete -c whereof -n __whereof_no_command -a {} -d {}\n", one.command->name,
                           in_quotes(one.command->summary));
        const std::string condition = fmt::format("'__whereof_command {}'", one.command->name);
        if (one.takes_files()) {
            out += fmt::format("complete -c whereof -n {} -F\n", condition);
        }
        for (const auto* positional : one.positionals()) {
            if (!positional->choices.empty()) {
                out +=
                    fmt::format("complete -c whereof -n {} -a {}\n", condition, words(positional->choices));
            }
        }
        for (const auto* option : one.options()) {
            out += option_line(condition, *option);
        }
    }
    return out;
}

}  // namespace whereof::cli
