// SPDX-License-Identifier: MIT
#include "formats/json_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

/// What each byte asks for: nothing, an escape, or a look at the whole as UTF-8.
enum class Care : char { none, escape, utf8 };

constexpr std::array<Care, 256> kCare = [] {
    std::array<Care, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) {
        out[byte] = byte < 0x20 || byte == '"' || byte == '\\' ? Care::escape
                    : byte >= 0x80                             ? Care::utf8
                                                               : Care::none;
    }
    return out;
}();

Care care(char c) noexcept { return kCare[static_cast<unsigned char>(c)]; }

void append_escape(std::string& out, char c) {
    constexpr std::string_view kShort = "\"\"\\\\\bb\ff\nn\rr\tt";  // pairs: the character, its letter
    constexpr std::string_view kHex = "0123456789abcdef";
    for (std::size_t i = 0; i < kShort.size(); i += 2) {
        if (kShort[i] == c) {
            out += '\\';
            out += kShort[i + 1];
            return;
        }
    }
    out += "\\u00";
    out += kHex[static_cast<unsigned char>(c) >> 4U];
    out += kHex[static_cast<unsigned char>(c) & 15U];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    std::size_t plain = 0;
    while (plain < text.size() && care(text[plain]) == Care::none) {
        ++plain;
    }
    const std::size_t begin = out.size();
    if (plain < text.size() && !text::is_valid_utf8(text)) {
        using Json = nlohmann::json;
        out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
        escape_bidi(out, begin);
        return;
    }
    out += '"';
    std::size_t done = 0;
    for (std::size_t at = plain; at < text.size(); ++at) {
        if (care(text[at]) == Care::escape) {
            out += text.substr(done, at - done);
            append_escape(out, text[at]);
            done = at + 1;
        }
    }
    out += text.substr(done);
    out += '"';
    if (plain < text.size()) {
        escape_bidi(out, begin);
    }
}

void escape_bidi(std::string& json, std::size_t from) {
    const auto is_bidi = [&json](std::size_t at) {
        const auto last = at + 2 < json.size() ? static_cast<unsigned char>(json[at + 2]) : 0U;
        return (json.compare(at, 2, "\xE2\x80") == 0 && last >= 0xAA && last <= 0xAE) ||
               (json.compare(at, 2, "\xE2\x81") == 0 && last >= 0xA6 && last <= 0xA9);
    };
    std::string out;
    std::size_t done = from;
    for (auto at = json.find('\xE2', from); at != std::string::npos; at = json.find('\xE2', at + 1)) {
        if (is_bidi(at)) {
            const unsigned last = static_cast<unsigned char>(json[at + 2]);
            out.append(json, done, at - done);
            out += fmt::format("\\u{:04x}",
                               json[at + 1] == '\x80' ? 0x2000U + last - 0x80U : 0x2040U + last - 0x80U);
            done = at + 3;
        }
    }
    if (done > from) {
        out.append(json, done);
        json.replace(from, std::string::npos, out);
    }
}

void begin_json_member(std::string& out, std::string_view key) {
    if (!out.empty() && out.back() != '{') {
        out += ',';
    }
    ((out += '"') += key) += "\":";
}

void append_json_share(std::string& out, double share) {
    const auto parts = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 1e4));
    out += parts == 10'000 ? "1." : "0.";
    int rest = parts % 10'000;
    do {
        out += static_cast<char>('0' + rest / 1000);
        rest = rest % 1000 * 10;
    } while (rest != 0);
}

}  // namespace whereof::formats
