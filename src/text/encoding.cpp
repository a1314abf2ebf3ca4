// SPDX-License-Identifier: MIT
#include "text/encoding.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

#include <unicode/ucnv.h>

namespace whereof::text {
namespace {

/// 0x80 to 0x9F of windows-1252 (WHATWG Encoding Standard, index-windows-1252); the five bytes that Microsoft
/// leaves undefined are no characters here.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

Decoded from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    std::size_t malformed = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t code_point = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
        malformed += code_point == kReplacement ? 1U : 0U;
        append_code_point(out, code_point);
    }
    return {std::move(out), "windows-1252", malformed};
}

struct Utf8Census {
    std::size_t good = 0;  ///< sequences of several bytes that are valid
    std::size_t bad = 0;
};

/// Bytes below 0x80 from `at` on, at least one; eight at a time.
std::size_t ascii_run(std::string_view bytes, std::size_t at) noexcept {
    const std::size_t start = at++;
    std::uint64_t eight = 0;
    while (bytes.size() - at >= sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) {
            break;
        }
        at += sizeof eight;
    }
    return at - start;
}

Utf8Census count_sequences(std::string_view bytes) noexcept {
    Utf8Census census;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            at += ascii_run(bytes, at);
            continue;
        }
        const std::size_t start = at;
        const bool bad =
            next_code_point(bytes, at) == kReplacement && bytes.substr(start, at - start) != "\xEF\xBF\xBD";
        ++(bad ? census.bad : census.good);
    }
    return census;
}

Decoded from_utf8(std::string_view bytes, const Utf8Census& census) {
    if (census.bad == 0) {
        return {bytes, "UTF-8"};
    }
    std::string out;
    out.reserve(bytes.size() + 2 * census.bad);
    for (std::size_t at = 0; at < bytes.size();) {
        append_code_point(out, next_code_point(bytes, at));
    }
    return {std::move(out), "UTF-8", census.bad};
}

/// What ICU makes of a charset by any of its names; empty when ICU does not know it.
std::optional<Decoded> from_charset(std::string_view bytes, const std::string& name) {
    struct Close {
        void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
    };
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Close> from(ucnv_open(name.c_str(), &status));
    const std::unique_ptr<UConverter, Close> to(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status) || from == nullptr || to == nullptr) {
        return std::nullopt;
    }
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    std::array<char, 16384> piece;
    std::array<UChar, 4096> pivot;
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    const char* source = bytes.data();
    UBool first = 1;
    do {
        char* target = piece.data();
        status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, target + piece.size(), &source,
                       bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                       pivot.data() + pivot.size(), first, 1, &status);
        out.append(piece.data(), static_cast<std::size_t>(target - piece.data()));
        first = 0;
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    std::size_t malformed = 0;
    for (std::size_t at = out.find("\xEF\xBF\xBD"); at != std::string::npos;
         at = out.find("\xEF\xBF\xBD", at + 3)) {
        ++malformed;
    }
    return Decoded(std::move(out), name, malformed);
}

bool is_wide(std::string_view lower_name) noexcept {
    return lower_name.starts_with("utf-16") || lower_name.starts_with("utf16") ||
           lower_name.starts_with("utf-32") || lower_name.starts_with("ucs-") ||
           lower_name.starts_with("iso-10646");
}

/// Charsets in which every byte is a character, so that a false claim of them is never found out.
bool is_single_byte(std::string_view lower_name) noexcept {
    return lower_name.starts_with("iso-8859") || lower_name.starts_with("iso8859") ||
           lower_name.starts_with("latin") || lower_name.starts_with("windows-125") ||
           lower_name.starts_with("cp125") || lower_name.starts_with("us-ascii") || lower_name == "ascii";
}

std::string_view quoted_value(std::string_view after_name) noexcept {
    std::size_t at = after_name.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || after_name[at] != '=') {
        return {};
    }
    at = after_name.find_first_not_of(" \t\r\n\"'", at + 1);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::size_t end = after_name.find_first_of("\"' \t\r\n;>/?", at);
    const auto value = after_name.substr(at, end == std::string_view::npos ? end : end - at);
    return value.size() <= 40 ? value : std::string_view{};
}

}  // namespace

std::string_view guess_utf16(std::string_view bytes) noexcept {
    const auto head = bytes.substr(0, 1024);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < head.size(); ++at) {
        zeros[at % 2] += head[at] == '\0' ? 1U : 0U;
    }
    const std::size_t enough = head.size() / 6;
    if (head.size() < 4) {
        return {};
    }
    if (zeros[0] == 0 && zeros[1] > 0 && zeros[1] >= enough) {
        return "LE";
    }
    return zeros[1] == 0 && zeros[0] > 0 && zeros[0] >= enough ? "BE" : std::string_view{};
}

std::string_view declared_charset(std::string_view bytes) noexcept {
    const auto head = bytes.substr(0, 1024);
    const auto start = head.find_first_not_of(" \t\r\n");
    if (start != std::string_view::npos && head.substr(start).starts_with("<?xml")) {
        const auto declaration = head.substr(start, head.find("?>", start) - start);
        const auto at = declaration.find("encoding");
        return at == std::string_view::npos ? std::string_view{} : quoted_value(declaration.substr(at + 8));
    }
    for (std::size_t at = 0; (at = head.find('<', at)) != std::string_view::npos; ++at) {
        if (head.size() - at < 5 || ascii_lower(head.substr(at + 1, 4)) != "meta") {
            continue;
        }
        const auto element = head.substr(at, head.find('>', at) - at);
        for (std::size_t word = 0; word + 7 < element.size(); ++word) {
            if (ascii_lower(element.substr(word, 7)) == "charset") {
                return quoted_value(element.substr(word + 7));
            }
        }
    }
    return {};
}

Decoded decode(std::string_view bytes, std::string_view declared) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        return from_utf8(bytes, count_sequences(bytes));
    }
    using namespace std::string_view_literals;
    for (const auto& [mark, name] : {std::pair{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                     {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                     {"\xFF\xFE"sv, "UTF-16LE"},
                                     {"\xFE\xFF"sv, "UTF-16BE"}}) {
        if (bytes.starts_with(mark)) {
            if (auto wide = from_charset(bytes.substr(mark.size()), name)) {
                return *std::move(wide);
            }
        }
    }
    if (const auto order = guess_utf16(bytes); !order.empty()) {
        if (auto wide = from_charset(bytes, "UTF-16" + std::string(order))) {
            return *std::move(wide);
        }
    }
    const auto census = count_sequences(bytes);
    const auto name = ascii_lower(declared);
    const bool is_utf8 = census.bad == 0 && (census.good > 0 || name.empty() || is_single_byte(name));
    if (!is_utf8 && !name.empty() && name != "utf-8" && name != "utf8" && !is_wide(name)) {
        if (auto named = from_charset(bytes, std::string(declared))) {
            return *std::move(named);
        }
    }
    return census.bad == 0 || census.good > census.bad ? from_utf8(bytes, census) : from_windows_1252(bytes);
}

}  // namespace whereof::text
