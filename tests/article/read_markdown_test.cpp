// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "draft_text.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

struct Case {
    const char* what;
    const char* text;
    const char* outline;
    const char* inlines;
};

constexpr Case kCases[] = {
    {"headings and paragraphs", "# T *i*\n\nOne\ntwo.\n\nPart\n----\n", "h1|T i\np|One two.\nh2|Part\n",
     "i|i\n"},
    {"lists keep their numbers", "3. c\n4. d\n   - e\n\n* f\n",
     "li1 [3]|c\nli1 [4]|d\nli2 [•]|e\nli1 [•]|f\n", ""},
    {"footnotes, used or not, once or twice",
     "A[^1] b[^n].\n\n[^n]: Note *n*.\n\n    More.\n[^1]: First.\n[^u]: Unused.\n\nC[^1].\n",
     "p|A[^1] b[^n].\np|C[^1].\nref [n] #n|Note n./More.\nref [1] #1|First.\nref [u] #u|Unused.\n",
     "fn 1|[^1]\nfn n|[^n]\nfn 1|[^1]\ni|n\n"},
    {"links of every kind", "[a](http://a.org) <http://b.org> [c][r] www.d.org\n\n[r]: http://c.org\n",
     "p|a http://b.org c www.d.org\n",
     "link http://a.org|a\nlink http://b.org|http://b.org\nlink http://c.org|c\nlink "
     "http://www.d.org|www.d.org\n"},
    {"numbers as links keep their brackets", "It helps [1](http://a.org) [2][].\n\n[2]: http://b.org\n",
     "p|It helps [1] [2].\n", "link http://a.org|[1]\nlink http://b.org|[2]\n"},
    {"HTML inside lines", "x<sup>2</sup> <a href=\"#r1\">[1]</a> <cite>B</cite><br>y\n", "p|x2 [1] B/y\n",
     "sup|2\nlink #r1|[1]\ni|B\n"},
    {"HTML blocks", "<div>\n<p>One <b>b</b></p>\n<ol><li id=\"r1\">Two</ol>\n</div>\n\nEnd\n",
     "p|One b\nli1 [1] #r1|Two\np|End\n", "b|b\n"},
    {"comments, with hyphens in them too", "A <!-- b -- c --> d.\n\nE <!-- f --> g.\n\nH -- <!-- i\n",
     "p|A d.\np|E g.\np|H -- <!-- i\n", ""},
    {"tables", "| a | b |\n|---|---|\n| *c* | d |\n", "td|a\ntd|b\ntd|c\ntd|d\n", "i|c\n"},
    {"quotes and code", "> q\n> r\n\n```\ncode\n  two\n```\n", "q|q r\np|code/two\n", ""},
    {"entries set line by line", "[1] Smith J. A.\n[2] Lee M. B.\nmore\n",
     "li1 [1]|Smith J. A.\nli1 [2]|Lee M. B. more\n", ""},
    {"a wrapped sentence with a marker at the line's start", "This was shown by\n[2] and others.\n",
     "p|This was shown by [2] and others.\n", ""},
    {"strikethrough and entities", "~~old~~ &amp; new &eacute;\n", "p|old & new é\n", ""},
};

TEST(ReadMarkdown, MakesBlocksAndInlines) {
    for (const auto& [what, text, blocks, marks] : kCases) {
        SCOPED_TRACE(what);
        const auto draft = read_markdown(text);
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(outline(*draft), blocks);
        EXPECT_EQ(inlines(*draft), marks);
        EXPECT_EQ(broken_promise(*draft), "");
    }
}

TEST(ReadMarkdown, ReadsFrontMatter) {
    const auto draft = read_markdown(
        "---\ntitle: \"Back: pain\"\ndate: 2024-03-05\nurl: https://x.org/a\nlang: en\ntags: [a, b]\n---\n# "
        "Heading\n\nText\n");
    EXPECT_EQ(draft->title, "Back: pain");
    EXPECT_EQ(draft->date, "2024-03-05");
    EXPECT_EQ(draft->url, "https://x.org/a");
    EXPECT_EQ(draft->language, "en");
    EXPECT_EQ(outline(*draft), "h1|Heading\np|Text\n");
    EXPECT_EQ(place_of(*draft, "Text"), "10:1");
    EXPECT_EQ(read_markdown("# The title\n\nText\n")->title, "The title");
    EXPECT_EQ(outline(*read_markdown("---\nno keys here\n---\n")), "h2|no keys here\n");
}

TEST(ReadMarkdown, KnowsLinesAndColumns) {
    const auto draft = read_markdown(
        "# Title\n\nOne é *two*\n   three [four](http://x.org)\n\n> quoted[^1]\n\n[^1]: Note\n");
    EXPECT_EQ(place_of(*draft, "Title"), "1:3");
    EXPECT_EQ(place_of(*draft, "two"), "3:8");
    EXPECT_EQ(place_of(*draft, "three"), "4:4");
    EXPECT_EQ(place_of(*draft, "four"), "4:11");
    EXPECT_EQ(place_of(*draft, "quoted"), "6:3");
    EXPECT_EQ(place_of(*draft, "Note"), "8:7");
}

TEST(LooksLikeMarkdown, TellsItFromText) {
    for (const char* text :
         {"# Heading\n\nText", "See [this](https://x.org).", "A claim.[^1]\n\n[^1]: Source",
          "---\ntitle: x\n---\n", "**Bold** a\n\n**Bold** b", "```\ncode\n```"}) {
        EXPECT_TRUE(looks_like_markdown(text)) << text;
    }
    for (const char* text : {"Plain text.\n\n- item\n- item\n", "1. one\n2. two", "[1] Smith J. Title.",
                             "a | b\n---|---\nc | d", "Issue #3 is open", "2 * 3 ** 4", ""}) {
        EXPECT_FALSE(looks_like_markdown(text)) << text;
    }
}

TEST(ReadMarkdown, ReadsNoTableThatWouldFillTheMemory) {
    std::string bomb;
    for (const auto& [piece, times] :
         {std::pair{"|a", 200}, {"\n", 1}, {"|-", 200}, {"\n", 1}, {"|b\n", 20'000}}) {
        for (int i = 0; i < times; ++i) {
            bomb += piece;
        }
    }
    const auto draft = read_markdown(bomb);
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->warnings.size(), 1U);
    EXPECT_LE(draft->text.size(), bomb.size());
}

TEST(ReadMarkdown, TakesHostileTextInItsStride) {
    const auto repeated = [](std::string_view piece, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) {
            out += piece;
        }
        return out;
    };
    for (const std::string& text :
         {repeated("> ", 20'000) + "x", repeated("- ", 20'000) + "x", repeated("[", 50'000),
          repeated("*a ", 50'000), repeated("[^a]", 50'000) + "\n\n[^a]: x", repeated("`", 100'000),
          repeated("<a ", 50'000), repeated("|", 50'000) + "\n" + repeated("|-", 50'000) + "\n",
          repeated("![", 30'000), repeated("_", 60'000)}) {
        SCOPED_TRACE(text.substr(0, 10));
        const auto draft = read_markdown(text);
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(broken_promise(*draft), "");
    }
}

}  // namespace
}  // namespace whereof::article
