// SPDX-License-Identifier: MIT
#include "formats/tex_text.hpp"

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

TEST(TexToText, DecodesAccentsSignsAndCommands) {
    struct Case {
        const char* tex;
        const char* text;
    };
    constexpr Case kCases[] = {
        {"na{\\\"i}ve caf\\'e", "naïve café"},
        {"\\v{S}koda \\c{c}a \\~n \\H{o}", "Škoda ça ñ ő"},
        {"{\\ss} {\\o} \\l \\AA", "ß ø łÅ"},
        {"\\'{\\i}", "í"},
        {"5\\% of \\$100 \\& \\#1 \\_x", "5% of $100 & #1 _x"},
        {"$\\beta$-blockers, CO$_2$", "β-blockers, CO2"},
        {"\\textit{E. coli} and \\emph{in vivo}", "E. coli and in vivo"},
        {"``quoted'' 1--2 --- x~y", "“quoted” 1–2 — x y"},
        {"\\textbackslash{}x \\textbraceleft{}", "\\x {"},
        {"trailing \\", "trailing "},
        {"\\'", "'"},
    };
    for (const auto& [tex, text] : kCases) {
        EXPECT_EQ(tex_to_text(tex), text) << tex;
    }
    EXPECT_EQ(tex_verbatim("10.1000/x\\_y{z}"), "10.1000/x_yz");
}

}  // namespace
}  // namespace whereof::formats
