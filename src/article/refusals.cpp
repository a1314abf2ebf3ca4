// SPDX-License-Identifier: MIT
#include "article/refusals.hpp"

#include "article/source_positions.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

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

/// What a file of a document's name must have in it.
struct Magic {
    std::string_view extension;
    std::string_view document;
    std::string_view sign;
};

constexpr Magic kMagic[] = {
    {".docx", "a Word document (DOCX)", "no ZIP archive (\"PK\" at its beginning)"},
    {".odt", "an OpenDocument text (ODT)", "no ZIP archive (\"PK\" at its beginning)"},
    {".epub", "an EPUB", "no ZIP archive (\"PK\" at its beginning)"},
    {".pdf", "a PDF", "no \"%PDF-\" in its first 1024 bytes"},
};

/// Fewer random bytes are text now and then; so many once in four million files.
constexpr std::size_t kTextByChance = 16;
constexpr std::size_t kWideByChance = 64;

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
    // One byte in ten is such a one in packed or encrypted data; in text hardly any, and then one alone.
    constexpr std::size_t kOneIn = 50;
    constexpr std::ptrdiff_t kFewest = 3;
    const auto head = bytes.substr(0, 4096);
    const auto controls = std::count_if(head.begin(), head.end(), is_binary_control);
    if (controls >= kFewest && static_cast<std::size_t>(controls) * kOneIn > head.size() &&
        text::guess_utf16(bytes).empty() && !bytes.starts_with("\xFF\xFE") &&
        !bytes.starts_with("\xFE\xFF") && !bytes.starts_with("\0\0\xFE\xFF"sv)) {
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

std::optional<Error> refuse_misnamed(std::string_view bytes, std::string_view extension) {
    const auto* const magic = std::ranges::find(kMagic, extension, &Magic::extension);
    if (magic == std::end(kMagic)) {
        return std::nullopt;
    }
    const bool is_wide = bytes.size() >= kWideByChance && !text::guess_utf16(bytes).empty();
    const bool is_text = bytes.size() >= kTextByChance && text::is_valid_utf8(bytes) &&
                         std::ranges::none_of(bytes, is_binary_control);
    if (is_wide || is_text) {
        return std::nullopt;
    }
    return Error{
        fmt::format("expected {}, as its name says, found {}: the file is damaged or something else; "
                    "fetch or save it again",
                    magic->document, magic->sign)};
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
