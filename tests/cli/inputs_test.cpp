// SPDX-License-Identifier: MIT
#include "cli/inputs.hpp"

#include "support/data.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

class ReadInputs : public testing::Test {
  protected:
    std::vector<std::string> read(const std::vector<std::string>& files, const ReadOptions& options = {}) {
        std::vector<std::string> paths;
        known_ = read_inputs(context_, files, options, skipped_, [&](InputArticle&& input) {
            paths.push_back(std::filesystem::path(input.path).filename().string());
        });
        return paths;
    }

    std::istringstream in_{
        "Walking helps the back [1].\n\nReferences\n1. Maher C. Back pain. Lancet. 2017;389:736.\n"};
    std::ostringstream out_, err_;
    Context context_{in_, out_, err_, [](const char*) { return std::optional<std::string>(); }};
    std::vector<Error> skipped_;
    std::size_t known_ = 0;
    test::TemporaryFolder folder_;
};

TEST_F(ReadInputs, ReadsStandardInput) {
    EXPECT_EQ(read({"-"}), (std::vector<std::string>{"-"}));
    EXPECT_TRUE(skipped_.empty());
}

TEST_F(ReadInputs, NamesArticlesOfALineFileByIdOrLineAndGoesOnPastABadOne) {
    test::write_text(folder_ / "many.jsonl",
                     "{\"id\":\"a\",\"title\":\"One\",\"text\":\"Walking helps.\"}\n"
                     "{\"id\":\"b\",\"title\":\n"
                     "\n"
                     "{\"title\":\"Three\",\"text\":\"Rest does not.\"}\n");
    EXPECT_EQ(read({(folder_ / "many.jsonl").string()}),
              (std::vector<std::string>{"many.jsonl#a", "many.jsonl#4"}));
    ASSERT_EQ(skipped_.size(), 1U);
    EXPECT_NE(skipped_[0].what.find("line 2"), std::string::npos) << skipped_[0].what;
}

TEST_F(ReadInputs, NamesAnArrayOfNothing) {
    for (const char* nothing : {"[]", " [\n]\n", "\xEF\xBB\xBF[]"}) {
        skipped_.clear();
        test::write_text(folder_ / "empty.json", nothing);
        EXPECT_TRUE(read({(folder_ / "empty.json").string()}).empty()) << nothing;
        ASSERT_EQ(skipped_.size(), 1U) << nothing;
        EXPECT_NE(skipped_[0].what.find("empty JSON array"), std::string::npos) << skipped_[0].what;
    }
}

TEST_F(ReadInputs, PassesOverWhatIsKnownAndRefusesWhatIsTooLarge) {
    test::write_text(folder_ / "a.txt", "Walking helps the back.");
    ReadOptions options;
    options.known = [](const std::string&, const std::string&) { return true; };
    EXPECT_TRUE(read({(folder_ / "a.txt").string()}, options).empty());
    EXPECT_EQ(known_, 1U);
    EXPECT_TRUE(read({(folder_ / "a.txt").string()}, {"", 5, {}}).empty());
    ASSERT_EQ(skipped_.size(), 1U);
    EXPECT_NE(skipped_[0].what.find("too large"), std::string::npos) << skipped_[0].what;
}

}  // namespace
}  // namespace whereof::cli
