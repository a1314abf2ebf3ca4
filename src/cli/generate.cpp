// SPDX-License-Identifier: MIT
#include "cli/generate.hpp"

#include <algorithm>

namespace whereof::cli {
namespace {

// A new text: one function in a file of its own, and one row here.
constexpr std::array kGenerators{
    Generator{"man", "the manual page, in roff", man_page},
    Generator{"bash", "completion for bash", bash_completion},
    Generator{"zsh", "completion for zsh", zsh_completion},
    Generator{"fish", "completion for fish", fish_completion},
};

std::vector<const Declared*> select(const std::vector<Declared>& all, bool positional) {
    std::vector<const Declared*> out;
    for (const auto& one : all) {
        if ((one.kind == Declared::Kind::positional) == positional) {
            out.push_back(&one);
        }
    }
    return out;
}

}  // namespace

std::span<const Generator> generators() { return kGenerators; }

std::vector<const Declared*> Described::options() const { return select(declared, false); }

std::vector<const Declared*> Described::positionals() const { return select(declared, true); }

bool Described::takes_files() const {
    return std::ranges::any_of(positionals(), [](const Declared* one) {
        return one->name.find("PATH") != std::string::npos || one->name.find("FILE") != std::string::npos;
    });
}

std::vector<Described> describe_commands() {
    std::vector<Described> out;
    for (const auto& command : commands()) {
        Arguments declared(command.name, command.summary, command.examples);
        command.make()->declare(declared);
        out.push_back({&command, declared.declared(), declared.notes()});
    }
    return out;
}

}  // namespace whereof::cli
