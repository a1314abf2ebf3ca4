// SPDX-License-Identifier: MIT
#include "article/json_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

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

std::vector<std::size_t> json_elements(std::string_view json, std::size_t at) {
    std::vector<std::size_t> out;
    if (at >= json.size() || json[at] != '[') {
        return out;
    }
    int depth = 0;
    bool begins = false;
    while (at < json.size()) {
        const char c = json[at];
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (begins && !blank && c != ']') {
            out.push_back(at);
        }
        begins = (begins && blank) || (depth == 1 && c == ',') || (depth == 0 && c == '[');
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth == 0) {
            break;
        }
        at = c == '"' ? string_end(json, at) : at + 1;
    }
    return out;
}

void map_json_string(std::string_view json, std::size_t at, std::size_t decoded,
                     std::vector<OffsetPair>& map) {
    constexpr std::size_t kMostPairs = 4'000'000;
    if (at >= json.size() || json[at] != '"') {
        return;
    }
    ++at;
    map.push_back({decoded, at});
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
}

std::optional<std::string> mended_json(std::string_view json) {
    std::string out(json);
    bool mended = false;
    const auto unit = [&](std::size_t at) {  // of "\uXXXX", or 0
        const bool is_unit = at + 6 <= json.size() && json[at] == '\\' && json[at + 1] == 'u';
        return is_unit ? hexadecimal(json.substr(at + 2, 4)) : char32_t{0};
    };
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"') {
            const std::size_t end = string_end(json, at);
            for (++at; at < end; at += json[at] == '\\' ? 2U : 1U) {
                const char32_t first = unit(at);
                const char32_t second = unit(at + 6);
                if (first >= 0xD800 && first < 0xDC00 && second >= 0xDC00 && second < 0xE000) {
                    at += 6;
                } else if (first >= 0xD800 && first < 0xE000) {
                    out.replace(at + 2, 4, "fffd");
                    mended = true;
                }
            }
            at = end;
            continue;
        }
        std::size_t end = at;
        while (end < json.size() && text::is_ascii_digit(json[end])) {
            ++end;
        }
        constexpr std::size_t kDigits = 18;  // any such integer has 64 bits
        const bool fraction = at > 0 && (json[at - 1] == '.' || json[at - 1] == 'e' || json[at - 1] == 'E' ||
                                         json[at - 1] == '+');
        const bool more = end < json.size() && (json[end] == '.' || json[end] == 'e' || json[end] == 'E');
        if (end - at > kDigits && !fraction && !more) {
            out.replace(end - 2, 2, ".0");
            mended = true;
        }
        at = std::max(end, at + 1);
    }
    return mended ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace whereof::article
