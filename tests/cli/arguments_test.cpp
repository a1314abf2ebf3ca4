// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

struct Values {
    std::vector<std::string> paths;
    std::string db;
    std::vector<std::string> indexes;
    std::string format = "text";
    std::size_t limit = 10;
    bool all = false;
};

struct Outcome {
    Arguments::Outcome outcome;
    std::string message;
    Values values;
};

Outcome parse(const std::vector<std::string>& words) {
    Outcome out;
    Arguments arguments("demo", "Does nothing", "  whereof demo x");
    arguments.positionals("PATH", out.values.paths, "Files", false);
    arguments.option("--db", out.values.db, "FILE", "The store");
    arguments.option("--index", out.values.indexes, "FILE", "An index; may be repeated");
    arguments.choice("--format", out.values.format, {"text", "json"}, "How");
    arguments.number("-n,--limit", out.values.limit, "How many");
    arguments.flag("--all", out.values.all, "All");
    out.outcome = arguments.parse(words);
    out.message = arguments.message();
    return out;
}

TEST(Arguments, FillTheirTargets) {
    const auto [outcome, message, values] =
        parse({"a.md", "--db", "x.db", "b.md", "-n", "3", "--format=json", "--all"});
    EXPECT_EQ(outcome, Arguments::Outcome::run) << message;
    EXPECT_EQ(values.paths, (std::vector<std::string>{"a.md", "b.md"}));
    EXPECT_EQ(values.db, "x.db");
    EXPECT_EQ(values.format, "json");
    EXPECT_EQ(values.limit, 3U);
    EXPECT_TRUE(values.all);
}

TEST(Arguments, ARepeatableOptionTakesOneValueEachTimeWhereverItStands) {
    const std::vector<std::string> kOrders[] = {
        {"--index", "1.db", "--index", "2.db", "a.md", "b.md"},
        {"--index=1.db", "a.md", "b.md", "--index=2.db"},
        {"a.md", "--index", "1.db", "b.md", "--index", "2.db"},
        {"a.md", "b.md", "--index", "1.db", "--index=2.db"},
    };
    for (const auto& words : kOrders) {
        const auto [outcome, message, values] = parse(words);
        EXPECT_EQ(outcome, Arguments::Outcome::run) << message;
        EXPECT_EQ(values.indexes, (std::vector<std::string>{"1.db", "2.db"}));
        EXPECT_EQ(values.paths, (std::vector<std::string>{"a.md", "b.md"}));
    }
}

TEST(Arguments, RefuseWithOneLineThatNamesTheFault) {
    struct Case {
        std::vector<std::string> words;
        const char* named;
    };
    const Case cases[] = {
        {{"--format", "xml"}, "text|json"}, {{"-n", "many"}, "many"}, {{"-n", "-1"}, "-1"},
        {{"--nonsense"}, "nonsense"},       {{"--db"}, "--db"},
    };
    for (const auto& [words, named] : cases) {
        const auto result = parse(words);
        EXPECT_EQ(result.outcome, Arguments::Outcome::usage_error) << named;
        EXPECT_NE(result.message.find(named), std::string::npos) << result.message;
        EXPECT_EQ(result.message.find('\n'), std::string::npos) << result.message;
    }
}

TEST(Arguments, AnUnknownOptionIsNamedBeforeWhatIsMissing) {
    std::string needed;
    Arguments arguments("demo", "Does nothing", "");
    arguments.positional("PATH", needed, "A file", true);
    EXPECT_EQ(arguments.parse({"--bogus"}), Arguments::Outcome::usage_error);
    EXPECT_NE(arguments.message().find("--bogus"), std::string::npos) << arguments.message();
}

TEST(Arguments, HelpShowsEveryOptionAndTheExamples) {
    const auto result = parse({"--help"});
    EXPECT_EQ(result.outcome, Arguments::Outcome::help);
    for (const char* word : {"--db", "--format", "--limit", "--all", "PATH", "whereof demo x"}) {
        EXPECT_NE(result.message.find(word), std::string::npos) << word;
    }
}

TEST(Arguments, TheEnvironmentStandsIn) {
    ::setenv("WHEREOF_DB", "from-env.db", 1);
    EXPECT_EQ(parse({}).values.db, "from-env.db");
    EXPECT_EQ(parse({"--db", "given.db"}).values.db, "given.db");
    ::unsetenv("WHEREOF_DB");
}

}  // namespace
}  // namespace whereof::cli
