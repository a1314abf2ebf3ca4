// SPDX-License-Identifier: MIT
#include "cli/settings.hpp"

#include "cli/run_in.hpp"
#include "support/data.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

Result<SettingsFile> read(std::string_view text, SettingsOwner owner = SettingsOwner::project) {
    return read_settings(text, "/project/whereof.toml", owner, describe_commands(), "/home/me");
}

TEST(SettingsFile, HoldsTheValuesOfOptionsWithTheirLines) {
    const auto file = read(
        "db = \"a.db\"\nauthority = [\"../x.db\", \"~/y.db\"]\n[check]\nfail-on = \"none\"\n"
        "show-suppressed = true\njobs = 2\n");
    ASSERT_TRUE(file) << file.error().what;
    const auto& values = file->values;
    EXPECT_EQ(values.at("db").values, std::vector<std::string>{"/project/a.db"});
    EXPECT_EQ(values.at("db").from, "/project/whereof.toml:1");
    EXPECT_EQ(values.at("authority").values, (std::vector<std::string>{"/x.db", "/home/me/y.db"}));
    EXPECT_EQ(values.at("check.fail-on").values, std::vector<std::string>{"none"});
    EXPECT_EQ(values.at("check.show-suppressed").values, std::vector<std::string>{"true"});
    EXPECT_EQ(values.at("check.jobs").from, "/project/whereof.toml:6");
    EXPECT_EQ(read("authority = \"z.db\"")->values.at("authority").values,
              std::vector<std::string>{"/project/z.db"});
}

TEST(SettingsFile, RefusesWhatIsWrongWithItsLine) {
    const std::string deep(100000, '[');
    struct Case {
        std::string text;
        int line;
        const char* named;
    };
    const Case cases[] = {
        {"db = \"a.db\"\nbd = 1\n", 2, "bd"},
        {"[chekc]\nformat = \"json\"\n", 1, "chekc"},
        {"[check]\n\nfromat = \"json\"\n", 3, "fromat"},
        {"[check]\nformat = 3\n", 2, "string"},
        {"[check]\nformat = \"xml\"\n", 2, "sarif"},
        {"[check]\njobs = -1\n", 2, "whole number"},
        {"[check]\njobs = 1.5\n", 2, "whole number"},
        {"[check]\nverbose = \"yes\"\n", 2, "true or false"},
        {"[check]\nauthority = [\"a\", 2]\n", 2, "string"},
        {"[check]\ndb = [\"a\"]\n", 2, "string"},
        {"[check.db]\nx = 1\n", 1, "string"},
        {"[check]\nhelp = true\n", 2, "help"},
        {"format = \"trec\"\n", 1, "one of"},  // search has it, others do not
        {"x = \n", 1, ""},
        {"\xff\xfe = 1\n", 1, ""},
        {"x = " + deep, 1, ""},
    };
    for (const auto& [text, line, named] : cases) {
        const auto file = read(text);
        ASSERT_FALSE(file) << text.substr(0, 60);
        EXPECT_EQ(file.error().where, "/project/whereof.toml:" + std::to_string(line)) << text.substr(0, 60);
        EXPECT_NE(file.error().what.find(named), std::string::npos) << file.error().what;
    }
}

TEST(SettingsFile, AProjectReachesNeitherTheNetworkNorFiles) {
    for (const char* text :
         {"[check]\nonline = true\n", "online = true\n", "[fix]\nwrite = true\n",
          "[check]\nendpoint = [\"crossref=http://x.example\"]\n", "output = \"/etc/x\"\n",
          "[add]\ndump-requests = \"x\"\n", "[authority]\nyes = true\n", "[serve]\nedit = true\n"}) {
        const auto file = read(text);
        ASSERT_FALSE(file) << text;
        EXPECT_NE(file.error().what.find("cannot be set"), std::string::npos) << file.error().what;
        EXPECT_TRUE(read(text, SettingsOwner::user)) << text;
    }
}

/// A home with a file of its own and a project in it; commands run in the project's folder.
class SettingsOrder : public ::testing::Test {
  protected:
    SettingsOrder() : before_(std::filesystem::current_path()) {
        std::filesystem::create_directories(home_ / ".config/whereof");
        std::filesystem::create_directories(home_ / "project/drafts");
        test::write_text(home_ / ".config/whereof/whereof.toml",
                         "db = \"user.db\"\n[list]\nformat = \"ndjson\"\n");
        test::write_text(home_ / "project/whereof.toml", "db = \"project.db\"\n");
        std::filesystem::current_path(home_ / "project/drafts");
    }
    ~SettingsOrder() override { std::filesystem::current_path(before_); }
    SettingsOrder(const SettingsOrder&) = delete;
    SettingsOrder& operator=(const SettingsOrder&) = delete;

    /// Value and source of an option of `list`.
    std::pair<std::string, std::string> setting(const std::string& option) {
        const auto made = run_in(home_.path(), {"config", "--format", "json"});
        const auto json = nlohmann::json::parse(made.out);
        for (const auto& one : json["settings"]) {
            if (one["command"] == "list" && one["option"] == option) {
                return {one["value"].get<std::string>(), one["from"].get<std::string>()};
            }
        }
        return {};
    }

    test::TemporaryFolder home_;
    std::filesystem::path before_;
};

TEST_F(SettingsOrder, TheProjectCountsBeforeTheUser) {
    EXPECT_TRUE(setting("db").first.ends_with("project/project.db"));
    EXPECT_TRUE(setting("db").second.ends_with("project/whereof.toml:1"));
    EXPECT_TRUE(setting("format").second.ends_with(".config/whereof/whereof.toml:3"));
    const auto listed = run_in(home_.path(), {"list"});
    EXPECT_NE(listed.err.find("project.db"), std::string::npos) << listed.err;
    EXPECT_EQ(listed.out.find("{\"error\":"), 0U) << "JSON that a file asks for is JSON for failures too";
    const auto given = run_in(home_.path(), {"list", "--db", "given.db", "--format", "text"});
    EXPECT_NE(given.err.find("given.db"), std::string::npos) << given.err;
    EXPECT_EQ(given.out, "");
    std::filesystem::remove(home_ / "project/whereof.toml");
    EXPECT_TRUE(setting("db").first.ends_with("whereof/user.db"));
}

TEST_F(SettingsOrder, WhatConfigPrintsIsAFileThatSaysTheSame) {
    const auto text = run_in(home_.path(), {"config"});
    const auto again = read(text.out, SettingsOwner::user);
    ASSERT_TRUE(again) << again.error().where << again.error().what;
    EXPECT_TRUE(again->values.at("list.db").values.front().ends_with("project/project.db"));
    EXPECT_EQ(again->values.at("check.format").values.front(), "text");
    EXPECT_EQ(again->values.at("search.limit").values.front(), "10");
}

TEST_F(SettingsOrder, ABrokenFileStopsEveryCommandButHelp) {
    test::write_text(home_ / "project/whereof.toml", "db = \"a.db\"\nnonsense = 1\n");
    for (const char* command : {"list", "config", "doctor"}) {
        const auto made = run_in(home_.path(), {command});
        EXPECT_EQ(made.code, kBroken);
        EXPECT_NE(made.err.find("whereof.toml:2: "), std::string::npos) << made.err;
        EXPECT_EQ(std::count(made.err.begin(), made.err.end(), '\n'), 1) << made.err;
    }
    EXPECT_EQ(run_in(home_.path(), {"list", "--help"}).code, kDone);
}

}  // namespace
}  // namespace whereof::cli
