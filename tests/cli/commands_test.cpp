// SPDX-License-Identifier: MIT
#include "cli/run_in.hpp"
#include "support/data.hpp"

#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

TEST(Commands, EachHasANameASummaryExamplesAndAPlaceInTheReadme) {
    const std::string readme = test::read_text(test::repository_file("README.md"));
    std::set<std::string_view> names;
    for (const auto& command : commands()) {
        SCOPED_TRACE(command.name);
        EXPECT_TRUE(names.insert(command.name).second);
        EXPECT_FALSE(command.summary.empty());
        EXPECT_NE(command.examples.find("whereof " + std::string(command.name)), std::string_view::npos);
        EXPECT_NE(readme.find("whereof " + std::string(command.name)), std::string::npos);
    }
}

TEST(Commands, HelpIsPrintedAndEndsWell) {
    const test::TemporaryFolder home;
    for (const auto& command : commands()) {
        const auto help = run_in(home.path(), {std::string(command.name), "--help"});
        EXPECT_EQ(help.code, kDone);
        EXPECT_NE(help.out.find("Examples:"), std::string::npos) << command.name;
        EXPECT_EQ(help.err, "");
    }
}

TEST(Commands, EachThingThatOneCanDoHasAHelpOfItsOwn) {
    const test::TemporaryFolder home;
    std::set<std::string> texts;
    for (const auto& command : commands()) {
        for (const Action& action : command.make()->actions()) {
            const auto help =
                run_in(home.path(), {std::string(command.name), std::string(action.name), "--help"});
            EXPECT_EQ(help.code, kDone) << action.name;
            EXPECT_NE(help.out.find(action.summary), std::string::npos) << help.out;
            EXPECT_NE(help.out.find(fmt::format("Usage: whereof {} {} [OPTIONS]", command.name, action.name)),
                      std::string::npos)
                << help.out;
            EXPECT_NE(help.out.find(fmt::format("Examples:\n  whereof {} {}", command.name, action.name)),
                      std::string::npos)
                << help.out;
            EXPECT_TRUE(texts.insert(help.out).second) << action.name;
        }
    }
    EXPECT_EQ(texts.size(), 3U);
    EXPECT_EQ(run_in(home.path(), {"authority", "fetch", "--help"}).out.find("--journal"), std::string::npos);
    EXPECT_EQ(run_in(home.path(), {"authority", "status", "-h"}).out.find("--yes"), std::string::npos);
}

TEST(Commands, AnUnknownOneIsNamedAndTheNearestOffered) {
    const test::TemporaryFolder home;
    const auto result = run_in(home.path(), {"chekc"});
    EXPECT_EQ(result.code, kBroken);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("did you mean 'check'"), std::string::npos) << result.err;
}

TEST(Commands, UsageErrorsEndWithTwoAndOneLine) {
    const test::TemporaryFolder home;
    const std::vector<std::vector<std::string>> cases = {
        {"check"},
        {"check", "--all", "x"},
        {"check", "x", "--fail-on", "nonsense"},
        {"check", "x", "--fail-on", ""},
        {"search"},
        {"search", "x", "--limit", "0"},
        {"search", "--queries", "f", "--format", "text"},
        {"search", "a vs b", "--stance", "agrees", "--in", "works"},
        {"export"},
        {"export", "--all", "--what", "claims", "--format", "ris"},
        {"authority", "x"},
        {"authority", "import"},
        {"add"},
        {"show"},
        {"remove"},
    };
    for (const auto& words : cases) {
        const auto result = run_in(home.path(), words);
        EXPECT_EQ(result.code, kBroken) << words.front();
        EXPECT_EQ(result.out, "") << words.front();
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    }
}

TEST(Commands, ConflictsAreOfAllClaims) {
    const test::TemporaryFolder home;
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{"--in", "sentences"}, std::vector<std::string>{"--stance", "agrees"},
          std::vector<std::string>{"--in", "works", "--stance", "disagrees"}}) {
        std::vector<std::string> words{"search", "--conflicts"};
        words.insert(words.end(), more.begin(), more.end());
        const auto result = run_in(home.path(), words);
        EXPECT_EQ(result.code, kBroken);
        EXPECT_EQ(result.out, "");
        EXPECT_NE(result.err.find("--conflicts is of all claims: it takes no --in and no --stance"),
                  std::string::npos)
            << result.err;
    }
    EXPECT_EQ(run_in(home.path(), {"search", "--conflicts", "--in", "claims", "--db", "none.db"})
                  .err.find("it takes no --in"),
              std::string::npos)
        << "claims are what it is of";
}

TEST(Commands, ABrokenIndexIsToldWithItsOwnOption) {
    const test::TemporaryFolder home;
    test::write_text(home / "notes.txt", std::string(9000, 'x'));
    test::write_text(home / "a.jsonl", R"({"DOI":"10.1234/a","title":"A study of backs"})");
    std::filesystem::create_directory(home / "folder");
    const std::string text = (home / "notes.txt").string();
    for (const auto& words :
         {std::vector<std::string>{"authority", "status", "--authority", text},
          std::vector<std::string>{"authority", "import", (home / "a.jsonl").string(), "--authority", text},
          std::vector<std::string>{"authority", "import", (home / "a.jsonl").string(), "--authority",
                                   (home / "folder").string()}}) {
        const auto result = run_in(home.path(), words);
        EXPECT_EQ(result.code, kBroken) << result.err;
        EXPECT_NE(result.err.find("with --authority"), std::string::npos) << result.err;
        EXPECT_EQ(result.err.find("--db"), std::string::npos) << result.err;
    }
}

TEST(Commands, AStoreThatIsNotThereIsSaidAndNotMade) {
    const test::TemporaryFolder home;
    for (const auto* name : {"search", "list", "show", "remove", "export"}) {
        std::vector<std::string> words{name};
        if (std::string_view(name) == "export") {
            words.emplace_back("--all");
        } else if (std::string_view(name) != "list") {
            words.emplace_back("x");
        }
        const auto result = run_in(home.path(), words);
        EXPECT_EQ(result.code, kBroken) << name;
        EXPECT_NE(result.err.find("whereof add"), std::string::npos) << result.err;
    }
    EXPECT_FALSE(std::filesystem::exists(home / ".local"));
}

TEST(Commands, AFindingIsOneLineWhereNoTerminalIs) {
    const test::TemporaryFolder home;
    const auto result =
        run_in(home.path(), {"check", test::repository_file("corpus/articles/small-ache.txt").string()});
    std::istringstream lines(result.out);
    std::size_t longest = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("[wrong_identifier]") != std::string::npos) {
            longest = std::max(longest, line.size());
            EXPECT_TRUE(line.ends_with(".")) << line;
        }
    }
    EXPECT_GT(longest, 100U) << result.out;
}

TEST(Commands, AFailureIsJsonWhereJsonIsAskedFor) {
    const test::TemporaryFolder home;
    const std::string article = test::repository_file("corpus/articles/sore-back.md").string();
    ASSERT_EQ(run_in(home.path(), {"add", article}).code, kDone);
    const std::vector<std::vector<std::string>> cases = {
        {"search", "year:abc", "--format", "json"},
        {"search", "--format=ndjson"},
        {"search", "x", "--format", "json", "--db", "none.db"},
        {"list", "--format", "json", "--db", "none.db"},
        {"list", "--format", "ndjson", "--bogus"},
        {"show", "nope", "--format", "json"},
        {"show", "w99999", "--format=json"},
        {"export", "--all", "-f", "csl-json", "--db", "none.db"},
        {"export", "none.md", "-fndjson"},
        {"authority", "status", "--format", "json", "--authority", "none.db"},
        {"check", article, "--format", "json", "--authority", "none.db"},
        {"check", "none.ndjson", "--input-format", "ndjson", "--format", "ndjson"},
        {"check", "--format", "json"},
        {"parse", "none.txt"},
        {"chekc", "--format", "json"},
    };
    for (const auto& words : cases) {
        std::string line;
        for (const auto& word : words) {
            line += word + " ";
        }
        SCOPED_TRACE(line);
        const auto result = run_in(home.path(), words);
        EXPECT_EQ(result.code, kBroken);
        EXPECT_NE(result.err, "");
        const auto json = nlohmann::json::parse(result.out, nullptr, false);
        ASSERT_TRUE(json.is_object()) << result.out;
        EXPECT_NE(json["error"]["what"].get<std::string>(), "");
        EXPECT_TRUE(json["error"]["where"].is_string());
    }
}

TEST(Commands, AFileIsOneArticleHoweverItIsSpelt) {
    const test::TemporaryFolder home;
    const auto before = std::filesystem::current_path();
    std::filesystem::create_directories(home / "in");
    std::filesystem::current_path(home.path());
    const std::string absolute = (std::filesystem::current_path() / "in/a.md").string();
    test::write_text(home / "in/a.md", "Walking helps the back.\n");
    test::write_text(home / "in/b.jsonl", "{\"id\":\"x/./y\",\"text\":\"Walking helps.\"}\n");
    const auto first = run_in(home.path(), {"add", "./in//a.md", absolute, "in/../in/a.md", "in/b.jsonl"});
    EXPECT_NE(first.out.find("2 added, 0 replaced, 0 unchanged"), std::string::npos) << first.out;
    const auto again = run_in(home.path(), {"add", absolute, "in", "./in/b.jsonl"});
    EXPECT_NE(again.out.find("0 added, 0 replaced, 2 unchanged"), std::string::npos) << again.out;
    test::write_text(home / "in/a.md", "Rest does not help the back.\n");
    const auto changed = run_in(home.path(), {"add", absolute});
    EXPECT_NE(changed.out.find("0 added, 1 replaced"), std::string::npos) << changed.out;
    const auto listed = run_in(home.path(), {"list", "--format", "ndjson"});
    EXPECT_NE(listed.out.find("\"path\":\"in/a.md\""), std::string::npos) << listed.out;
    EXPECT_NE(listed.out.find("in/b.jsonl#x/./y"), std::string::npos) << listed.out;
    EXPECT_EQ(run_in(home.path(), {"show", absolute}).code, kDone);
    EXPECT_EQ(run_in(home.path(), {"show", "./in/b.jsonl#x/./y"}).code, kDone);
    EXPECT_EQ(run_in(home.path(), {"remove", "in//a.md"}).code, kDone);
    EXPECT_EQ(run_in(home.path(), {"show", "in/a.md"}).code, kBroken);
    std::filesystem::current_path(before);
}

}  // namespace
}  // namespace whereof::cli
