// SPDX-License-Identifier: MIT
#include "formats/json_text.hpp"

#include "text/utf8.hpp"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

std::string peer(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

TEST(AppendJsonString, WritesWhatTheJsonLibraryWrites) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const std::string text = "a" + std::string(1, static_cast<char>(byte)) + "b";
        std::string out;
        append_json_string(out, text);
        EXPECT_EQ(out, peer(text)) << byte;
    }
    for (const std::string text :
         {"", "plain", "\"\\\"", "Müller – „x“ 中文 😀", "cut \xC3", "\xF0\x9F\x98 cut", "\xED\xA0\x80",
          "tab\tline\nend\r\b\f\x01\x7f", "\xFF\xFE\"", "über\"\x1F"}) {
        std::string out = "before";
        append_json_string(out, text);
        EXPECT_EQ(out, "before" + peer(text));
    }
}

TEST(AppendJsonString, KeepsNuls) {
    std::string out;
    append_json_string(out, std::string_view("a\0b", 3));
    EXPECT_EQ(out, "\"a\\u0000b\"");
}

TEST(AppendJsonString, EscapesWhatTurnsTheOrderOfALineRound) {
    std::string out = "\u202e";  // what stands before is not touched
    append_json_string(
        out, "a\u202a\u202b\u202c\u202d\u202e b\u2066\u2067\u2068\u2069\u2065\u206a\u2029\u2030–\xE2\x80");
    EXPECT_EQ(out,
              "\u202e\"a\\u202a\\u202b\\u202c\\u202d\\u202e "
              "b\\u2066\\u2067\\u2068\\u2069\u2065\u206a\u2029\u2030–\uFFFD\"");
    std::string all;
    for (char32_t c = 0x2000; c < 0x2100; ++c) {
        text::append_code_point(all, c);
    }
    out.clear();
    append_json_string(out, all);
    EXPECT_EQ(nlohmann::json::parse(out), all);
    EXPECT_EQ(out.size(), all.size() + 2 + 9 * 3);
}

TEST(AppendJsonShare, WritesWhatTheJsonLibraryWritesOfFourDecimals) {
    for (int parts = 0; parts <= 10'000; ++parts) {
        std::string out;
        append_json_share(out, parts / 1e4);
        EXPECT_EQ(out, nlohmann::json(parts / 1e4).dump());
    }
    std::string out;
    append_json_share(out, 0.99995);
    append_json_share(out, -1.0);
    append_json_share(out, 7.0);
    EXPECT_EQ(out, "1.00.01.0");
}

TEST(BeginJsonMember, PutsCommasBetweenMembersAlone) {
    std::string out = "{";
    begin_json_member(out, "a");
    out += "{}";
    begin_json_member(out, "b");
    EXPECT_EQ(out, "{\"a\":{},\"b\":");
}

}  // namespace
}  // namespace whereof::formats
