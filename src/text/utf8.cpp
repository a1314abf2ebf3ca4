// SPDX-License-Identifier: MIT
#include "text/utf8.hpp"

#include <unicode/uchar.h>

namespace whereof::text {
namespace {

constexpr unsigned byte_at(std::string_view bytes, std::size_t at) noexcept {
    return static_cast<unsigned char>(bytes[at]);
}

}  // namespace

char32_t next_code_point(std::string_view bytes, std::size_t& at) noexcept {
    const unsigned lead = byte_at(bytes, at++);
    if (lead < 0x80) {
        return lead;
    }
    unsigned low = 0x80;
    unsigned high = 0xBF;
    int more = 0;
    char32_t code_point = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        more = 1;
        code_point = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        more = 2;
        code_point = lead & 0x0FU;
        if (lead == 0xE0) {
            low = 0xA0;
        }
        if (lead == 0xED) {
            high = 0x9F;
        }
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        more = 3;
        code_point = lead & 0x07U;
        if (lead == 0xF0) {
            low = 0x90;
        }
        if (lead == 0xF4) {
            high = 0x8F;
        }
    } else {
        return kReplacement;
    }
    for (; more > 0; --more) {
        if (at >= bytes.size()) {
            return kReplacement;
        }
        const unsigned next = byte_at(bytes, at);
        if (next < low || next > high) {
            return kReplacement;
        }
        code_point = (code_point << 6U) | (next & 0x3FU);
        low = 0x80;
        high = 0xBF;
        ++at;
    }
    return code_point;
}

char32_t previous_code_point(std::string_view bytes, std::size_t& at) noexcept {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && (byte_at(bytes, start) & 0xC0U) == 0x80U) {
        --start;
    }
    at = start;
    std::size_t after = start;
    return next_code_point(bytes, after);
}

void append_code_point(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

bool is_valid_utf8(std::string_view bytes) noexcept {
    for (std::size_t at = 0; at < bytes.size();) {
        if (byte_at(bytes, at) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        if (next_code_point(bytes, at) == kReplacement && bytes.substr(start, at - start) != "\xEF\xBF\xBD") {
            return false;
        }
    }
    return true;
}

std::string make_valid_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const char32_t c = next_code_point(bytes, at);
        append_code_point(out, c == 0 ? kReplacement : c);
    }
    return out;
}

bool is_letter(char32_t c) noexcept {
    return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) noexcept {
    return c < 0x80 ? is_ascii_digit(static_cast<char>(c)) : u_isdigit(static_cast<UChar32>(c)) != 0;
}
bool is_upper(char32_t c) noexcept {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}
bool is_lower(char32_t c) noexcept { return u_islower(static_cast<UChar32>(c)) != 0; }
char32_t to_upper(char32_t c) noexcept { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }
bool is_space(char32_t c) noexcept {
    return c < 0x80 ? is_ascii_space(static_cast<char>(c)) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}
bool is_dash(char32_t c) noexcept {
    return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\uFE58' ||
           c == U'\uFE63' || c == U'\uFF0D';
}

std::string ascii_upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = ascii_lower(c);
    }
    return out;
}

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && is_ascii_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_ascii_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view first_words(std::string_view text, std::size_t most) noexcept {
    if (text.size() <= most) {
        return text;
    }
    if (const std::size_t blank = text.rfind(' ', most); blank != std::string_view::npos) {
        return text.substr(0, blank);
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
        --most;
    }
    return text.substr(0, most);
}

}  // namespace whereof::text
