// SPDX-License-Identifier: MIT
#include "cli/input_files.hpp"

#include "support/data.hpp"

#include <filesystem>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

std::vector<std::string> names(const std::vector<std::string>& files) {
    std::vector<std::string> out;
    for (const auto& file : files) {
        out.push_back(std::filesystem::path(file).filename().string());
    }
    return out;
}

TEST(FindInputs, WalksFoldersInOrderAndLeavesOutWhatIsNoArticle) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "in/.git");
    std::filesystem::create_directories(folder / "in/deep");
    for (const char* name :
         {"in/b.md", "in/a.txt", "in/deep/c.html", "in/logo.png", "in/.hidden.md", "in/.git/x.md"}) {
        test::write_text(folder / name, "text");
    }
    std::vector<Error> skipped;
    EXPECT_EQ(names(find_inputs({(folder / "in").string()}, skipped)),
              (std::vector<std::string>{"a.txt", "b.md", "c.html"}));
    EXPECT_EQ(names(find_inputs({(folder / "in").string() + "/*.md"}, skipped)),
              (std::vector<std::string>{"b.md"}));
    EXPECT_EQ(names(find_inputs({(folder / "in/logo.png").string(), "-"}, skipped)),
              (std::vector<std::string>{"logo.png", "-"}));  // what is named is taken
    EXPECT_TRUE(skipped.empty());
}

TEST(FindInputs, NamesWhatIsMissingOrEmpty) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "hollow");
    std::vector<Error> skipped;
    EXPECT_TRUE(find_inputs({(folder / "hollow").string(), (folder / "none").string(), "/dev/null"}, skipped)
                    .empty());
    ASSERT_EQ(skipped.size(), 3U);
    EXPECT_NE(skipped[0].what.find("no article"), std::string::npos);
    EXPECT_NE(skipped[1].what.find("no such file"), std::string::npos);
    EXPECT_NE(skipped[2].what.find("neither a file nor a folder"), std::string::npos);
}

}  // namespace
}  // namespace whereof::cli
