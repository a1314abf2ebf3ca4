// SPDX-License-Identifier: MIT
#include "cli/generate.hpp"

#include "cli/run_in.hpp"
#include "support/data.hpp"

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

/// What a text says of one option, so that "--format" is not taken for "--format-x".
std::string said(std::string_view generator, const Declared& option) {
    if (generator == "man") {
        std::string name = "\\fB\\-\\-";
        for (const char c : option.name) {
            name += c == '-' ? "\\-" : std::string(1, c);
        }
        return name + "\\fR";
    }
    if (generator == "fish") {
        return " -l " + option.name + " ";
    }
    return "--" + option.name;
}

TEST(Generate, EachTextNamesEveryCommandItsOptionsAndTheirValues) {
    const auto all = describe_commands();
    ASSERT_EQ(all.size(), commands().size());
    for (const auto& generator : generators()) {
        for (const auto& one : all) {
            SCOPED_TRACE(std::string(generator.name) + " " + std::string(one.command->name));
            const std::string text = generator.write({&one, 1});
            EXPECT_NE(text.find(one.command->name), std::string::npos);
            for (const auto* option : one.options()) {
                EXPECT_NE(text.find(said(generator.name, *option)), std::string::npos) << option->name;
                for (const auto& choice : option->choices) {
                    EXPECT_NE(text.find(choice.substr(0, choice.find('-'))), std::string::npos) << choice;
                }
            }
        }
    }
}

TEST(Generate, IsPrintedByTheCommand) {
    const test::TemporaryFolder home;
    for (const auto& generator : generators()) {
        const auto made = run_in(home.path(), {"generate", std::string(generator.name)});
        EXPECT_EQ(made.code, kDone);
        EXPECT_EQ(made.out, generator.write(describe_commands()));
    }
    EXPECT_EQ(run_in(home.path(), {"generate", "tcsh"}).code, kBroken);
    EXPECT_EQ(run_in(home.path(), {"generate"}).code, kBroken);
}

TEST(Generate, SignsThatAShellOrRoffReadsAreEscaped) {
    const Command command{"demo", "'X'", "It's [x]: a \\ b", ".start\n  whereof demo", nullptr};
    const Described one{&command, {{Declared::Kind::flag, "it", {}, {}, "don't [x] \\ y", {}, "false"}}, {}};
    EXPECT_NE(bash_completion({&one, 1}).find("known='--it'"), std::string::npos);
    EXPECT_NE(zsh_completion({&one, 1}).find("don'\\''t \\[x\\] \\\\ y"), std::string::npos);
    EXPECT_NE(fish_completion({&one, 1}).find("'don\\'t [x] \\\\ y'"), std::string::npos);
    const std::string man = man_page({&one, 1});
    EXPECT_NE(man.find("\n\\&.start"), std::string::npos) << man;
    EXPECT_NE(man.find("don\\(aqt [x] \\e y"), std::string::npos) << man;
}

}  // namespace
}  // namespace whereof::cli
