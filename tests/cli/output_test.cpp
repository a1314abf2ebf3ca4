// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <map>
#include <optional>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

report::TextStyle style_with(const std::map<std::string, std::string>& variables, bool is_terminal) {
    std::istringstream in;
    std::ostringstream out;
    const auto environment = [&variables](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    return text_style({in, out, out, environment, is_terminal, is_terminal, 72}, false);
}

TEST(TextStyle, HasColourWhereItIsSeenAndWanted) {
    struct Case {
        std::map<std::string, std::string> variables;
        bool on_terminal, in_pipe;
    };
    const Case cases[] = {
        {{}, true, false},
        {{{"TERM", "xterm-256color"}}, true, false},
        {{{"TERM", "dumb"}}, false, false},
        {{{"TERM", "dumb"}, {"FORCE_COLOR", "1"}}, true, true},
        {{{"NO_COLOR", "1"}}, false, false},
        {{{"NO_COLOR", ""}}, true, false},
        {{{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, true, true},
    };
    for (const auto& [variables, on_terminal, in_pipe] : cases) {
        SCOPED_TRACE(testing::PrintToString(variables));
        EXPECT_EQ(style_with(variables, true).colour, on_terminal);
        EXPECT_EQ(style_with(variables, false).colour, in_pipe);
    }
}

TEST(TextStyle, BreaksLinesWhereTheyAreSeen) {
    EXPECT_EQ(style_with({{"TERM", "dumb"}}, true).width, 72U);
    EXPECT_EQ(style_with({}, false).width, 0U);
    EXPECT_EQ(style_with({{"COLUMNS", "100"}}, false).width, 100U);
    EXPECT_EQ(style_with({{"COLUMNS", "wide"}}, false).width, 0U);
}

}  // namespace
}  // namespace whereof::cli
