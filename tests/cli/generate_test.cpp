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

/// fish shows a line's description behind every word that the line offers.
TEST(Generate, FishDescribesOptionsAndNotEachOfTheirValues) {
    using Kind = Declared::Kind;
    const Command command{"demo", "Demo", "", "", nullptr};
    const Described one{&command,
                        {{Kind::choice, "form", "f", "FORM", "The form", {"text", "json"}, "text"},
                         {Kind::text, "out", "", "FILE", "The file", {}, ""},
                         {Kind::number, "max", "", "N", "How many", {}, ""},
                         {Kind::flag, "all", "", "", "All of them", {}, ""}},
                        {}};
    const std::string text = fish_completion({&one, 1});
    const std::string head = "complete -c whereof -n '__whereof_command demo' -l ";
    for (const char* line :
         {"form -s f -x -d 'The form'\n", "form -s f -x -a 'text json'\n", "out -r -F -d 'The file'\n",
          "max -x -d 'How many'\n", "all -d 'All of them'\n"}) {
        EXPECT_NE(text.find(head + line), std::string::npos) << line << text;
    }
    EXPECT_EQ(text.find("-a 'text json' -d"), std::string::npos);
}

/// Files are offered only behind the word that has to come first.
TEST(Generate, FishOffersFilesWhereTheyMayStand) {
    using Kind = Declared::Kind;
    const Command command{"demo", "Demo", "", "", nullptr};
    const Declared action{Kind::positional, "ACTION", "", "", "What", {"import", "status"}, ""};
    const Declared files{Kind::positional, "FILES", "", "", "Which", {}, ""};
    const Described both{&command, {action, files}, {}};
    const std::string text = fish_completion({&both, 1});
    EXPECT_NE(text.find("complete -c whereof -f\n"), std::string::npos);
    EXPECT_NE(text.find("-n '__whereof_command demo; and not __fish_seen_subcommand_from import status' -a "
                        "'import status'\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("-n '__whereof_command demo; and __fish_seen_subcommand_from import status' -F\n"),
              std::string::npos)
        << text;
    const Described one{&command, {action}, {}};
    EXPECT_EQ(fish_completion({&one, 1}).find(" -F\n"), std::string::npos);
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
