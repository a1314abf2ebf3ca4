// SPDX-License-Identifier: MIT
#include "cli/generate.hpp"

#include <fmt/format.h>

namespace whereof::cli {
namespace {

/// Inside single quotes, with the signs that _arguments and _describe read escaped.
std::string escaped(std::string_view text, std::string_view special) {
    std::string out;
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
            continue;
        }
        if (c == '\\' || special.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string values_of(const Declared& one, bool files) {
    return !one.choices.empty() ? fmt::format("({})", fmt::join(one.choices, " ")) : files ? "_files" : " ";
}

std::string option_line(const Declared& one) {
    const std::string help = escaped(one.help, "[]");
    const std::string value =
        one.value.empty() ? ""
                          : fmt::format(":{}:{}", escaped(one.value, ":"), values_of(one, one.is_file()));
    const std::string repeated = one.kind == Declared::Kind::texts ? "*" : "";
    if (one.short_name.empty()) {
        return fmt::format("'{}--{}[{}]{}'", repeated, one.name, help, value);
    }
    return fmt::format("'(-{0} --{1})'{{-{0},--{1}}}'[{2}]{3}'", one.short_name, one.name, help, value);
}

std::string command_case(const Described& one) {
    std::string out = fmt::format("        {})\n            _arguments -S", one.command->name);
    for (const auto* option : one.options()) {
        out += " \\\n                " + option_line(*option);
    }
    std::size_t place = 0;
    const auto positionals = one.positionals();
    for (const auto* positional : positionals) {
        const bool last = ++place == positionals.size() && positional->choices.empty();
        out += fmt::format(" \\\n                '{}:{}:{}'", last ? "*" : std::to_string(place),
                           escaped(positional->name, ":"), values_of(*positional, one.takes_files()));
    }
    return out + " ;;\n";
}

}  // namespace

std::string zsh_completion(std::span<const Described> commands) {
    std::string names;
    std::string cases;
    for (const auto& one : commands) {
        names += fmt::format("        '{}:{}'\n", one.command->name, escaped(one.command->summary, ":"));
        cases += command_case(one);
    }
    for (const auto& word : kWithoutCommand) {
        names += fmt::format("        '{}'\n", word);
    }
    return fmt::format(
        R"(#compdef whereof
# SPDX-License-Identifier: MIT
# Completion of whereof for zsh, written by: whereof generate zsh
_whereof() {{
    local command=$words[2]
    local -a commands
    commands=(
{}    )
    if (( CURRENT == 2 )); then
        _describe -t commands 'whereof command' commands
        return
    fi
    shift words
    (( CURRENT-- ))
    case $command in
{}    esac
}}
if [ "$funcstack[1]" = "_whereof" ]; then
    _whereof "$@"
else
    compdef _whereof whereof
fi
)",
        names, cases);
}

}  // namespace whereof::cli
