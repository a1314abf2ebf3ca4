// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

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

Outcome parse(const std::vector<std::string>& words, const SettingSource& settings = {}) {
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
    if (out.outcome == Arguments::Outcome::run && settings) {
        out.message = arguments.settle(settings).value_or("");
    }
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

TEST(Arguments, NameWhatASlipOfTypingMeant) {
    EXPECT_EQ(parse({"--formt", "json"}).message, "there is no option --formt: did you mean --format?");
    EXPECT_EQ(parse({"--limti=3"}).message, "there is no option --limti=3: did you mean --limit?");
    EXPECT_EQ(parse({"--hepl"}).message, "there is no option --hepl: did you mean --help?");
    EXPECT_NE(parse({"--format", "jsn"}).message.find("none of text|json: did you mean json?"),
              std::string::npos);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"--nothing-like-it"}, {"-opioid"}, {"--format", "xml"}}) {
        EXPECT_EQ(parse(words).message.find("did you mean"), std::string::npos) << words[0];
    }
    EXPECT_EQ(nearest_word("", {"a", "b"}), "");
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

TEST(Arguments, WhatIsNotGivenIsSettledFromElsewhere) {
    const SettingSource settings = [](const Declared& option) -> std::optional<Setting> {
        if (option.name == "db") {
            return Setting{{"set.db"}, "x.toml:1"};
        }
        if (option.name == "index") {
            return Setting{{"1.db", "2.db"}, "x.toml:2"};
        }
        if (option.name == "all") {
            return Setting{{"true"}, "x.toml:3"};
        }
        return option.name == "limit" ? std::optional(Setting{{"7"}, "x.toml:4"}) : std::nullopt;
    };
    const Values set = parse({}, settings).values;
    EXPECT_EQ(set.db, "set.db");
    EXPECT_EQ(set.indexes, (std::vector<std::string>{"1.db", "2.db"}));
    EXPECT_TRUE(set.all);
    EXPECT_EQ(set.limit, 7U);
    EXPECT_EQ(set.format, "text");
    const Values given =
        parse({"--db", "given.db", "--index", "3.db", "-n", "2", "--all=false"}, settings).values;
    EXPECT_EQ(given.db, "given.db");
    EXPECT_EQ(given.indexes, (std::vector<std::string>{"3.db"}));
    EXPECT_FALSE(given.all);
    EXPECT_EQ(given.limit, 2U);
}

TEST(Arguments, ABadSettingIsToldWithItsPlace) {
    for (const auto& [name, value] : {std::pair("format", "xml"), {"limit", "many"}, {"all", "perhaps"}}) {
        const auto result = parse({}, [name = name, value = value](const Declared& option) {
            return option.name == name ? std::optional(Setting{{value}, "x.toml:9"}) : std::nullopt;
        });
        EXPECT_TRUE(result.message.starts_with("x.toml:9: ")) << result.message;
        EXPECT_NE(result.message.find(value), std::string::npos) << result.message;
    }
}

TEST(Arguments, WhatIsDeclaredIsKnown) {
    std::string needed;
    std::size_t limit = 10;
    Arguments arguments("demo", "Does nothing", "");
    arguments.positional("PATH", needed, "A file", true);
    arguments.number("-n,--max-size", limit, "How many");
    const auto declared = arguments.declared();
    ASSERT_EQ(declared.size(), 3U);
    EXPECT_EQ(declared[0].kind, Declared::Kind::positional);
    EXPECT_EQ(declared[1].name, "max-size");
    EXPECT_EQ(declared[1].short_name, "n");
    EXPECT_EQ(declared[1].standard, "10");
    EXPECT_EQ(declared[1].environment_name(), "WHEREOF_MAX_SIZE");
    EXPECT_EQ(declared[2].name, "help");
}

}  // namespace
}  // namespace whereof::cli
