// SPDX-License-Identifier: MIT
#include "serve/page_address.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

using namespace std::string_literals;

TEST(PercentDecoded, ReadsWhatIsEncodedAndRefusesWhatIsNot) {
    struct Row {
        std::string text;
        std::optional<std::string> expected;
    };
    const Row rows[] = {
        {"", ""},
        {"/a%20b", "/a b"},
        {"/a+b", "/a+b"},
        {"%2f%2F", "//"},
        {"%00", "\0"s},
        {"%e2%80%93", "–"},
        {"%", std::nullopt},
        {"%4", std::nullopt},
        {"a%zz", std::nullopt},
        {"%+1", std::nullopt},
        {"%%41", std::nullopt},
        {"%C3%28", "\xC3("},
    };
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(percent_decoded(text), expected) << text;
    }
}

TEST(ReadForm, ReadsNamesAndValuesInOrder) {
    EXPECT_EQ(read_form("q=bed+rest&page=2&q=%C3%A9"),
              (Parameters{{"q", "bed rest"}, {"page", "2"}, {"q", "é"}}));
    EXPECT_EQ(read_form("&&a&=b&c=d=e&100%=%zz"),
              (Parameters{{"a", ""}, {"", "b"}, {"c", "d=e"}, {"100%", "%zz"}}));
    EXPECT_TRUE(read_form("").empty());
    EXPECT_EQ(value_of(read_form("q=+bed+&q=two"), "q"), "bed");
    EXPECT_EQ(value_of({}, "q"), "");
}

TEST(PageOf, ComesBackFromWhatABrowserMakesOfIt) {
    EXPECT_EQ(page_of("article", "corpus/a b.md"), "/article/corpus/a%20b.md");
    EXPECT_EQ(page_of("reference", "draft.md#r3"), "/reference/draft.md%23r3");
    // A browser would go up a folder, or leave a slash out.
    EXPECT_EQ(page_of("article", "../x.md"), "/article/..%2Fx.md");
    EXPECT_EQ(page_of("article", "/home/x.md"), "/article/%2Fhome%2Fx.md");
    EXPECT_EQ(page_of("article", "a//b"), "/article/a%2F%2Fb");
    EXPECT_EQ(page_of("article", "a/./b"), "/article/a%2F.%2Fb");
    EXPECT_EQ(page_of("article", "\"><script>?#"), "/article/%22%3E%3Cscript%3E%3F%23");
}

TEST(PageOf, AnyBytesComeBack) {
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string name(1 + random() % 20, '\0');
        for (char& c : name) {
            c = static_cast<char>(random() % 4 == 0 ? "/.%#"[random() % 4]
                                                    : static_cast<int>(random() % 256));
        }
        const std::string page = page_of("article", name);
        EXPECT_EQ(page.find_first_of("?#\"<> \n"), std::string::npos) << page;
        EXPECT_EQ(percent_decoded(page), "/article/" + name);
    }
}

TEST(Address, LeavesOutWhatHasNoValue) {
    EXPECT_EQ(address("/search", {{"q", "a&b=c"}, {"verdict", ""}, {"page", "2"}}),
              "/search?q=a%26b%3Dc&page=2");
    EXPECT_EQ(address("/search", {}), "/search");
}

}  // namespace
}  // namespace whereof::serve
