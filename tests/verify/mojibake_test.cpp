// SPDX-License-Identifier: MIT
#include "verify/mojibake.hpp"

#include "text/utf8.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

TEST(WithoutMojibake, MendsWhatWasReadInTheWrongEncoding) {
    struct Case {
        const char* broken;
        const char* mended;
    };
    constexpr Case kCases[] = {
        {"Girona-LÃ³pez A", "Girona-López A"},
        {"WÃ¼st S", "Wüst S"},
        {"\u00C3\u0096sterling", "Österling"},  // Latin-1
        {"\u00C3\u2013sterling", "Österling"},  // Windows-1252
        {"Avc\u00C4\u00B1 F", "Avcı F"},
        {"Thrombin\u00E2\u0080\u0090Induced", "Thrombin\u2010Induced"},
        // what is right stays
        {"Ângela São Ãngelo", "Ângela São Ãngelo"},
        {"Müller, Łukasz Žižek", "Müller, Łukasz Žižek"},
        {"Ã", "Ã"},
        {"plain", "plain"},
        {"", ""},
    };
    for (const auto& [broken, mended] : kCases) {
        EXPECT_EQ(without_mojibake(broken), mended);
        EXPECT_EQ(without_mojibake(mended), mended);
    }
}

TEST(WithoutMojibake, BearsAnyBytes) {
    std::string bytes;
    for (int i = 0; i < 4000; ++i) {
        bytes += static_cast<char>(i * 37 % 256);
    }
    EXPECT_LE(without_mojibake(bytes).size(), bytes.size());
    EXPECT_EQ(without_mojibake("\xC3"), "\xC3");
    EXPECT_EQ(without_mojibake("\xFF\xC3\x83"), "\xFF\xC3\x83");
}

}  // namespace
}  // namespace whereof::verify
