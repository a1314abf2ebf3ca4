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

/// Values have a line of their own: fish shows a line's description behind each of them.
std::string option_lines(std::string_view condition, const Declared& one) {
    std::string option = fmt::format("complete -c whereof -n {} -l {}", condition, one.name);
    if (!one.short_name.empty()) {
        option += " -s " + one.short_name;
    }
    std::string out = option;
    if (!one.choices.empty()) {
        out += " -x";
    } else if (one.is_file()) {
        out += " -r -F";
    } else if (!one.value.empty()) {
        out += " -x";
    }
    out += " -d " + in_quotes(one.help) + "\n";
    return one.choices.empty() ? out : out + option + " -x -a " + words(one.choices) + "\n";
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
        std::string behind = condition;  // where files may stand: behind the word that comes first
        for (const auto* positional : one.positionals()) {
            if (!positional->choices.empty()) {
                const std::string seen =
                    fmt::format("__fish_seen_subcommand_from {}", fmt::join(positional->choices, " "));
                out += fmt::format("complete -c whereof -n '__whereof_command {}; and not {}' -a {}\n",
                                   one.command->name, seen, words(positional->choices));
                behind = fmt::format("'__whereof_command {}; and {}'", one.command->name, seen);
            }
        }
        if (one.takes_files()) {
            out += fmt::format("complete -c whereof -n {} -F\n", behind);
        }
        for (const auto* option : one.options()) {
            out += option_lines(condition, *option);
        }
    }
    return out;
}

}  // namespace whereof::cli
