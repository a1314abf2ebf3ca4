// SPDX-License-Identifier: MIT
#include "article/json_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace whereof::article {
namespace {

/// The byte behind the closing quote of the string that begins at `at`.
std::size_t string_end(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        at += json[at] == '\\' ? 1U : 0U;
    }
    return std::min(at + 1, json.size());
}

char32_t hexadecimal(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

std::size_t utf8_size(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

}  // namespace

std::size_t find_json_member(std::string_view json, std::string_view key) {
    int depth = 0;
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        if (c != '"') {
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++at;
            continue;
        }
        const std::size_t end = string_end(json, at);
        const auto name = json.substr(at + 1, end - at - 2);
        at = json.find_first_not_of(" \t\r\n", end);
        if (at == std::string_view::npos) {
            break;
        }
        if (depth == 1 && json[at] == ':' && name == key) {
            return std::min(json.find_first_not_of(" \t\r\n", at + 1), json.size());
        }
    }
    return json.size();
}

std::vector<OffsetPair> map_json_string(std::string_view json, std::string_view key) {
    constexpr std::size_t kMostPairs = 4'000'000;
    std::size_t at = find_json_member(json, key);
    if (at >= json.size() || json[at] != '"') {
        return {};
    }
    ++at;
    std::vector<OffsetPair> map{{0, at}};
    std::size_t decoded = 0;
    while (at < json.size() && json[at] != '"' && map.size() < kMostPairs) {
        const std::size_t next = std::min(json.find_first_of("\\\"", at), json.size());
        decoded += next - at;
        at = next;
        if (at + 1 >= json.size() || json[at] != '\\') {
            break;
        }
        if (json[at + 1] != 'u') {
            decoded += 1;
            at += 2;
        } else {
            char32_t c = hexadecimal(json.substr(at + 2, 4));
            at += 6;
            if (c >= 0xD800 && c < 0xDC00 && json.substr(at).starts_with("\\u")) {
                c = 0x10000;
                at += 6;
            }
            decoded += c == 0 ? 3 : utf8_size(c);  // a NUL is read as U+FFFD
        }
        map.push_back({decoded, at});
    }
    return map;
}

}  // namespace whereof::article
