// SPDX-License-Identifier: MIT
#include "text/encoding.hpp"

#include "text/utf8.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::text {
namespace {

using namespace std::string_view_literals;

struct Case {
    const char* what;
    std::string_view bytes;
    std::string_view declared;
    std::string_view text;
    std::string_view encoding;
};

constexpr Case kCases[] = {
    {"ASCII", "plain", "", "plain", "UTF-8"},
    {"mark before UTF-8",
     "\xEF\xBB\xBF"
     "caf\xC3\xA9",
     "", "café", "UTF-8"},
    {"mark beats declaration",
     "\xEF\xBB\xBF"
     "caf\xC3\xA9",
     "iso-8859-1", "café", "UTF-8"},
    {"UTF-16LE with mark",
     "\xFF\xFE"
     "a\0\xE9\0"sv,
     "", "aé", "UTF-16LE"},
    {"UTF-16BE with mark", "\xFE\xFF\0a\0\xE9"sv, "", "aé", "UTF-16BE"},
    {"UTF-32LE with mark", "\xFF\xFE\0\0a\0\0\0"sv, "", "a", "UTF-32LE"},
    {"UTF-16LE without mark", "p\0a\0i\0n\0"sv, "", "pain", "UTF-16LE"},
    {"UTF-16BE without mark", "\0p\0a\0i\0n"sv, "", "pain", "UTF-16BE"},
    {"windows-1252 quotes", "\x93pain\x94 \x96 it\x92s \x80", "", "“pain” – it’s €", "windows-1252"},
    {"declared Latin-2", "\xB9", "iso-8859-2", "š", "iso-8859-2"},
    {"declared KOI8-R", "\xC2\xCF\xCC\xD8", "koi8-r", "боль", "koi8-r"},
    {"declared Shift_JIS", "\x92\xC9\x82\xDD", "Shift_JIS", "痛み", "Shift_JIS"},
    {"claims Latin-1, is UTF-8", "caf\xC3\xA9", "iso-8859-1", "café", "UTF-8"},
    {"claims UTF-8, is Latin-1", "caf\xE9", "utf-8", "café", "windows-1252"},
    {"claims UTF-16, is ASCII", "plain", "utf-16", "plain", "UTF-8"},
    {"claims nonsense", "caf\xE9", "x-no-such-charset", "café", "windows-1252"},
    {"one bad byte in UTF-8", "\xC3\xA9\xC3\xA9\xC3\xA9 \xFF", "", "ééé \uFFFD", "UTF-8"},
};

TEST(Decode, ReadsWhatPagesAreWrittenIn) {
    for (const Case& row : kCases) {
        SCOPED_TRACE(row.what);
        const auto decoded = decode(row.bytes, row.declared);
        EXPECT_EQ(decoded.text(), row.text);
        EXPECT_EQ(decoded.encoding(), row.encoding);
        EXPECT_TRUE(is_valid_utf8(decoded.text()));
    }
}

TEST(Decode, CountsWhatItReplaces) {
    EXPECT_EQ(decode("\xC3\xA9\xC3\xA9\xC3\xA9 \xFF \xFE").malformed(), 2U);
    EXPECT_EQ(decode("caf\xC3\xA9").malformed(), 0U);
    EXPECT_EQ(decode("\x81 \xE9").malformed(), 1U);  // 0x81 is undefined in windows-1252
}

TEST(Decode, GivesValidTextForAnyBytes) {
    std::string bytes;
    unsigned state = 7;
    for (int i = 0; i < 20000; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24U);
    }
    for (const auto* declared : {"", "utf-8", "utf-16", "gb18030", "iso-2022-jp", "big5", "utf-7", "hz"}) {
        EXPECT_TRUE(is_valid_utf8(decode(bytes, declared).text())) << declared;
    }
}

TEST(DeclaredCharset, ReadsHeadsOfPagesAndDocuments) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "ISO-8859-1"},
        {"<?xml version=\"1.0\"?><a encoding=\"x\"/>", ""},
        {"<html><head><META CHARSET=\"windows-1251\">", "windows-1251"},
        {"<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">", "koi8-r"},
        {"<meta charset=utf-8/>", "utf-8"},
        {"<p>charset=utf-16</p>", ""},
        {"", ""},
    };
    for (const auto& [head, charset] : cases) {
        EXPECT_EQ(declared_charset(head), charset) << head;
    }
}

}  // namespace
}  // namespace whereof::text
