// SPDX-License-Identifier: MIT
#include "verify/mojibake.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

/// Windows-1252's letters of the bytes 0x80 to 0x9F, 0 where it has none (Microsoft, "Code page 1252").
constexpr std::array<char32_t, 32> kWindows{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                            0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte that somebody read as this letter; 0 for letters that stand for none beyond ASCII.
unsigned char byte_of(char32_t letter) {
    if (letter >= 0x80 && letter <= 0xFF) {
        return static_cast<unsigned char>(letter);
    }
    const auto at = letter == 0 ? kWindows.end() : std::ranges::find(kWindows, letter);
    return at == kWindows.end() ? 0 : static_cast<unsigned char>(0x80 + (at - kWindows.begin()));
}

std::size_t length_of(unsigned char lead) {
    return lead >= 0xC2 && lead <= 0xDF   ? 2
           : lead >= 0xE0 && lead <= 0xEF ? 3
           : lead >= 0xF0 && lead <= 0xF4 ? 4
                                          : 0;
}

/// The UTF-8 letter whose bytes were read as the letters from `at` on; moves behind them. Empty when they are
/// none.
std::string letter_at(std::string_view text, std::size_t& at) {
    auto behind = at;
    std::string bytes;
    std::size_t length = 1;
    while (bytes.size() < length && behind < text.size()) {
        const auto byte = byte_of(text::next_code_point(text, behind));
        if (bytes.empty()) {
            length = length_of(byte);
        } else if ((byte & 0xC0U) != 0x80U) {
            return "";
        }
        if (length == 0) {
            return "";
        }
        bytes += static_cast<char>(byte);
    }
    if (bytes.size() != length || !text::is_valid_utf8(bytes)) {
        return "";
    }
    at = behind;
    return bytes;
}

}  // namespace

std::string without_mojibake(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) >= 0xC3) {
            if (const auto letter = letter_at(text, at); !letter.empty()) {
                out += letter;
                continue;
            }
        }
        out += text[at++];
    }
    return out;
}

}  // namespace whereof::verify
