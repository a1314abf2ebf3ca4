// SPDX-License-Identifier: MIT
#include "article/refusals.hpp"

#include "article/source_positions.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/core.h>

namespace whereof::article {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view magic;
    std::size_t offset;
    std::string_view what;
    std::string_view advice;
};

constexpr std::string_view kConvert = "save it as DOCX, HTML, Markdown or plain text first";
constexpr std::string_view kUnpack = "unpack it first";
constexpr std::string_view kTextOfIt = "give the text that it shows";

constexpr Signature kSignatures[] = {
    {"%PDF-", 0, "a PDF", "leave --input-format out"},
    {"PK\x03\x04", 0, "a ZIP archive (DOCX, ODT and EPUB are such)", "leave --input-format out"},
    {"PK\x05\x06", 0, "an empty ZIP archive", kUnpack},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "an old Word, Excel or PowerPoint file, or an encrypted new one",
     "open it, and save it as DOCX without a password"},
    {"{\\rtf", 0, "a Rich Text file", kConvert},
    {"\x1F\x8B", 0, "gzip data", kUnpack},
    {"BZh", 0, "bzip2 data", kUnpack},
    {"\xFD"
     "7zXZ\0"sv,
     0, "xz data", kUnpack},
    {"\x28\xB5\x2F\xFD", 0, "Zstandard data", kUnpack},
    {"7z\xBC\xAF\x27\x1C", 0, "a 7z archive", kUnpack},
    {"ustar", 257, "a tar archive", kUnpack},
    {"\x89PNG", 0, "a PNG image", kTextOfIt},
    {"\xFF\xD8\xFF", 0, "a JPEG image", kTextOfIt},
    {"GIF8", 0, "a GIF image", kTextOfIt},
    {"WEBP", 8, "a WebP image", kTextOfIt},
    {"II*\0"sv, 0, "a TIFF image", kTextOfIt},
    {"MM\0*"sv, 0, "a TIFF image", kTextOfIt},
    {"SQLite format 3\0"sv, 0, "an SQLite database", "name a store with --db"},
    {"\x7F"
     "ELF",
     0, "a program", "give an article"},
    {"%!PS", 0, "PostScript", "turn it into text first: ps2ascii FILE.ps FILE.txt"},
};

constexpr std::string_view kExpected =
    "expected an article as text, Markdown, HTML, JATS XML, JSON lines, DOCX, ODT, EPUB or PDF";

bool is_binary_control(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B;
}

}  // namespace

std::optional<Error> refuse_binary(std::string_view bytes) {
    if (bytes.empty()) {
        return Error{fmt::format("{}, found an empty file: put the article's text into it", kExpected)};
    }
    for (const auto& [magic, offset, what, advice] : kSignatures) {
        if (bytes.size() > offset && bytes.substr(offset).starts_with(magic)) {
            return Error{fmt::format("{}, found {}: {}", kExpected, what, advice)};
        }
    }
    const auto head = bytes.substr(0, 4096);
    const auto controls = std::count_if(head.begin(), head.end(), is_binary_control);
    if (static_cast<std::size_t>(controls) * 10 > head.size() && text::guess_utf16(bytes).empty() &&
        !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF") &&
        !bytes.starts_with("\0\0\xFE\xFF"sv)) {
        const auto first = static_cast<std::size_t>(
            std::find_if(head.begin(), head.end(), is_binary_control) - head.begin());
        return Error{
            fmt::format("{}, found binary data (byte 0x{:02X} at offset {}): {}", kExpected,
                        static_cast<unsigned>(static_cast<unsigned char>(head[first])), first, kConvert),
            {},
            first};
    }
    return std::nullopt;
}

std::optional<Error> refuse_nul(std::string_view text) {
    const auto at = text.find('\0');
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const auto [line, column] = SourcePositions(text).at(at);
    return Error{
        fmt::format(
            "{}, found a NUL byte at line {}, column {} (offset {}): this is binary data or text damaged on "
            "the way; save the article anew as UTF-8",
            kExpected, line, column, at),
        {},
        at};
}

}  // namespace whereof::article
