// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

TEST(ProgressLine, SaysHowMuchHowFastAndHowLong) {
    const Step step{"checking", 12'345, "references", 30, 100};
    EXPECT_EQ(progress_line(step, 10s, 100),
              "checking  [======>             ] 30 %  12,345 references, 1234/s, 0:23 left");
    EXPECT_EQ(progress_line({"checking", 1'000'000, "references", 100, 100}, 7200s, 100),
              "checking  [====================] 100 %  1,000,000 references, 139/s, 0:00 left");
    EXPECT_THAT(progress_line({"checking", 1, "references", 1, 1000}, 10s, 100), HasSubstr("2:46:30 left"));
}

TEST(ProgressLine, SaysOnlyWhatIsKnown) {
    EXPECT_EQ(progress_line({"reading", 12, "articles", 0, 0}, 2s, 100), "reading  12 articles, 6/s");
    EXPECT_THAT(progress_line({"reading", 12, "articles", 1, 9}, 500ms, 100), Not(HasSubstr("left")));
    EXPECT_THAT(progress_line({"reading", 0, "articles", 0, 9}, 0s, 100),
                HasSubstr("] 0 %  0 articles, 0/s"));
    EXPECT_THAT(progress_line({"reading", 5, "articles", 12, 9}, 2s, 100), HasSubstr("100 %"))
        << "a file that grew";
}

TEST(ProgressLine, FitsTheTerminal) {
    const Step step{"checking", 12'345, "references", 30, 100};
    for (std::size_t width = 0; width < 90; ++width) {
        EXPECT_LE(progress_line(step, 10s, width).size(), width);
    }
    EXPECT_EQ(progress_line(step, 10s, 60), "checking  30 %  12,345 references, 1234/s, 0:23 left");
    EXPECT_EQ(progress_line({"a\x1b[2J\nb", 1, "files", 0, 0}, 1s, 100), "a\\x1b[2J b  1 files, 1/s");
}

class ProgressTest : public testing::Test {
  protected:
    std::string shown(bool terminal, bool quiet, std::chrono::milliseconds work, const char* term = "xterm") {
        std::ostringstream out;
        std::ostringstream err;
        std::istringstream in;
        const auto environment = [term](const char* name) -> std::optional<std::string> {
            return std::string_view(name) == "TERM" ? std::optional<std::string>(term) : std::nullopt;
        };
        Context context{in, out, err, environment, false, terminal, 80};
        {
            Progress progress(context, quiet);
            progress.at({"reading", 1, "files", 1, 4});
            std::this_thread::sleep_for(work);
            progress.at({"reading", 2, "files", 2, 4});
            progress.at({"reading", 3, "files", 3, 4});
        }
        EXPECT_EQ(out.str(), "");
        return err.str();
    }
};

TEST_F(ProgressTest, WritesOverItsLineAndTakesItAway) {
    const std::string text = shown(true, false, 600ms);
    EXPECT_THAT(text, testing::StartsWith("\r\x1b[Kreading  ["));
    EXPECT_THAT(text, HasSubstr("2 files"));
    EXPECT_THAT(text, Not(HasSubstr("3 files"))) << "not more often than the eye takes in";
    EXPECT_TRUE(text.ends_with("\r\x1b[K"));
}

TEST_F(ProgressTest, IsSilentWhereNobodyLooks) {
    EXPECT_EQ(shown(false, false, 600ms), "");
    EXPECT_EQ(shown(true, true, 600ms), "");
    EXPECT_EQ(shown(true, false, 600ms, "dumb"), "") << "it would write one line behind another";
    EXPECT_EQ(shown(true, false, 1ms), "") << "what is quickly done needs no word";
}

}  // namespace
}  // namespace whereof::cli
