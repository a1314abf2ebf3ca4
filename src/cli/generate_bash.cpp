// SPDX-License-Identifier: MIT
#include "cli/generate.hpp"

#include <fmt/format.h>

namespace whereof::cli {
namespace {

/// "-q|--quiet"
std::string pattern(const Declared& option) {
    return option.short_name.empty() ? "--" + option.name
                                     : fmt::format("-{}|--{}", option.short_name, option.name);
}

/// The values of one option; where there are none to offer bash offers files.
std::string value_case(const Declared& option) {
    return fmt::format("                {}) words='{}'; known='' ;;\n", pattern(option),
                       fmt::join(option.choices, " "));
}

std::string command_case(const Described& one) {
    std::string options;
    std::string values;
    for (const auto* option : one.options()) {
        options += (options.empty() ? "--" : " --") + option->name;
        if (!option->value.empty()) {
            values += value_case(*option);
        }
    }
    std::string words;
    for (const auto* positional : one.positionals()) {
        for (const auto& choice : positional->choices) {
            words += (words.empty() ? "" : " ") + choice;
        }
    }
    return fmt::format(
        "        {})\n            known='{}'\n            words='{}'\n            case $before in\n{}"
        "                *) ;;\n            esac ;;\n",
        one.command->name, options, words, values);
}

}  // namespace

std::string bash_completion(std::span<const Described> commands) {
    std::string names;
    std::string cases;
    for (const auto& one : commands) {
        names += fmt::format("{} ", one.command->name);
        cases += command_case(one);
    }
    return fmt::format(
        R"(# SPDX-License-Identifier: MIT
# Completion of whereof for bash, written by: whereof generate bash
_whereof() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words='' known=''
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W '{}{}' -- "$word")
        return
    fi
    # --option=value comes in three words
    if [ "$word" = = ]; then
        word=''
    elif [ "$before" = = ]; then
        before=${{COMP_WORDS[COMP_CWORD-2]}}
    fi
    case ${{COMP_WORDS[1]}} in
{}        *) return ;;
    esac
    case $word in
        -*) words=$known ;;
    esac
    [ -z "$words" ] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}}
complete -o bashdefault -o default -F _whereof whereof
)",
        names, fmt::join(kWithoutCommand, " "), cases);
}

}  // namespace whereof::cli
