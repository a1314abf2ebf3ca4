// SPDX-License-Identifier: MIT
#include "text/markup.hpp"

#include <gtest/gtest.h>

namespace whereof::text {
namespace {

TEST(AppendEscaped, LeavesNothingThatIsMarkup) {
    struct Case {
        const char* text;
        const char* content;
        const char* attribute;
    };
    constexpr Case kCases[] = {
        {"", "", ""},
        {"café ≥ 5", "café ≥ 5", "café ≥ 5"},
        {"a<b>&\"c'", "a&lt;b&gt;&amp;\"c'", "a&lt;b&gt;&amp;&quot;c&#39;"},
        {"]]></x>", "]]&gt;&lt;/x&gt;", "]]&gt;&lt;/x&gt;"},
        {"&amp;", "&amp;amp;", "&amp;amp;"},
        {"x\uFFFEy\uFFFFz\U0001FFFE", "x\uFFFDy\uFFFDz\U0001FFFE", "x\uFFFDy\uFFFDz\U0001FFFE"},
    };
    for (const auto& [text, content, attribute] : kCases) {
        std::string out = ">";
        append_escaped(out, text, Quotes::plain);
        EXPECT_EQ(out, std::string(">") + content);
        out.clear();
        append_escaped(out, text, Quotes::escaped);
        EXPECT_EQ(out, attribute);
    }
}

}  // namespace
}  // namespace whereof::text
