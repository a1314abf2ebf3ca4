// SPDX-License-Identifier: MIT
#include "cli/command_generate.hpp"

#include "cli/generate.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

class GenerateInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        std::vector<std::string> names;
        std::string help;
        for (const auto& generator : generators()) {
            names.emplace_back(generator.name);
            help += fmt::format("{}{}: {}", help.empty() ? "" : "; ", generator.name, generator.about);
        }
        arguments.positional("WHAT", what_, std::move(names), help);
    }

    int run(Context& context) override {
        context.out << std::ranges::find(generators(), what_, &Generator::name)->write(describe_commands());
        return kDone;
    }

  private:
    std::string what_;
};

}  // namespace

std::unique_ptr<Invocation> make_generate() { return std::make_unique<GenerateInvocation>(); }

}  // namespace whereof::cli
