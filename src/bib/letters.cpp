// SPDX-License-Identifier: MIT
#include "bib/letters.hpp"

#include "text/utf8.hpp"

#include <array>
#include <string_view>

namespace whereof::bib {
namespace {

/// U+00C0..U+017F in plain lower-case letters; '*' is no letter.
constexpr std::string_view kPlainLatin =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"   // U+00C0
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"   // U+0100
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0140
static_assert(kPlainLatin.size() == 0x180 - 0xC0);

/// In Latin Extended-A capitals and small letters alternate, with two shifts of phase.
constexpr bool is_upper_latin(char32_t c) noexcept {
    if (c < 0x100) {
        return c < 0xDF;
    }
    const bool odd_phase = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return c == 0x178 || (c != 0x138 && c != 0x149 && c != 0x17F && (c % 2 == 1) == odd_phase);
}

constexpr Letter ascii_letter(char32_t c) noexcept {
    if (c >= 'A' && c <= 'Z') {
        return {Kind::upper, c + 32};
    }
    if (c >= 'a' && c <= 'z') {
        return {Kind::lower, c};
    }
    if (c >= '0' && c <= '9') {
        return {Kind::digit, c};
    }
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        return {Kind::space, ' '};
    }
    return {c < 0x20 || c == 0x7F ? Kind::control : Kind::punctuation, c};
}

constexpr std::array<Letter, 0x180> kLatin = [] {
    std::array<Letter, 0x180> out{};
    for (char32_t c = 0; c < 0x80; ++c) {
        out[c] = ascii_letter(c);
    }
    for (char32_t c = 0x80; c < 0xC0; ++c) {
        out[c] = {c < 0xA0 ? Kind::control : Kind::punctuation, c};
    }
    out[0xA0] = {Kind::space, ' '};
    out[0xAD] = {Kind::ignorable, 0};
    out[0xAA] = {Kind::lower, 'a'};
    out[0xBA] = {Kind::lower, 'o'};
    for (char32_t c = 0xC0; c < 0x180; ++c) {
        const char plain = kPlainLatin[c - 0xC0];
        const Kind kind = is_upper_latin(c) ? Kind::upper : Kind::lower;
        out[c] = plain == '*' ? Letter{Kind::punctuation, c}
                              : Letter{kind, static_cast<char32_t>(static_cast<unsigned char>(plain))};
    }
    return out;
}();

}  // namespace

Letter letter(char32_t c) noexcept {
    if (c < kLatin.size()) {
        return kLatin[c];
    }
    if (c >= 0x0300 && c <= 0x036F) {
        return {Kind::mark, 0};
    }
    if (c >= 0x2000 && c <= 0x206F) {
        if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F) {
            return {Kind::space, ' '};
        }
        return {
            c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060 ? Kind::ignorable : Kind::punctuation,
            c};
    }
    if (c == 0xFEFF) {
        return {Kind::ignorable, 0};
    }
    if (c == text::kReplacement) {
        return {Kind::control, c};
    }
    if (text::is_upper(c)) {
        return {Kind::upper, c};
    }
    if (text::is_lower(c)) {
        return {Kind::lower, c};
    }
    if (text::is_letter(c)) {
        return {Kind::caseless, c};
    }
    if (text::is_digit(c)) {
        return {Kind::digit, '0'};
    }
    return {text::is_space(c) ? Kind::space : Kind::punctuation, c};
}

}  // namespace whereof::bib
