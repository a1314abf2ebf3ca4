// SPDX-License-Identifier: MIT
#include "article/word_symbols.hpp"

#include "text/utf8.hpp"

#include <charconv>
#include <cstdint>

namespace whereof::article {
namespace {

/// Adobe's Symbol encoding, capitals from 'A' and small letters from 'a' on.
constexpr char32_t kCapitals[] = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr char32_t kSmall[] = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

struct Sign {
    std::uint32_t code;
    char32_t is;
};
constexpr Sign kSigns[] = {{0x2D, U'−'}, {0xA2, U'′'}, {0xA3, U'≤'}, {0xA5, U'∞'}, {0xAC, U'←'},
                           {0xAE, U'→'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB2, U'″'}, {0xB3, U'≥'},
                           {0xB4, U'×'}, {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBB, U'≈'},
                           {0xD3, U'©'}, {0xD2, U'®'}, {0xD4, U'™'}, {0xE5, U'∑'}};

char32_t of_symbol_font(std::uint32_t code) {
    if (code >= 'A' && code <= 'Z') {
        return kCapitals[code - 'A'];
    }
    if (code >= 'a' && code <= 'z') {
        return kSmall[code - 'a'];
    }
    for (const Sign& sign : kSigns) {
        if (sign.code == code) {
            return sign.is;
        }
    }
    return code >= 0x20 && code < 0x40 ? static_cast<char32_t>(code) : U' ';
}

}  // namespace

std::string word_symbol(std::string_view font, std::string_view code) {
    constexpr std::uint32_t kPrivate = 0xF000;
    std::uint32_t value = 0;
    std::from_chars(code.data(), code.data() + code.size(), value, 16);
    const bool is_private = value >= kPrivate && value < kPrivate + 0x100;
    char32_t character = U' ';
    if (font == "Symbol") {
        character = of_symbol_font(is_private ? value - kPrivate : value);
    } else if (!is_private && value >= 0x20 && value <= 0xFFFF && (value < 0xD800 || value > 0xDFFF)) {
        character = static_cast<char32_t>(value);
    }
    std::string out;
    text::append_code_point(out, character);
    return out;
}

}  // namespace whereof::article
