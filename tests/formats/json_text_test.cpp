// SPDX-License-Identifier: MIT
#include "formats/json_text.hpp"

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

}  // namespace
}  // namespace whereof::formats
