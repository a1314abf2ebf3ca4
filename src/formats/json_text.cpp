// SPDX-License-Identifier: MIT
#include "formats/json_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>

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
    if (plain < text.size() && !text::is_valid_utf8(text)) {
        using Json = nlohmann::json;
        out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
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
