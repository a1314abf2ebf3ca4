// SPDX-License-Identifier: MIT
#include "report/terminal.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::report {
namespace {

/// Controls, and what turns the direction of writing or hides letters (U+E0000: "tags").
bool is_dangerous(char32_t c) noexcept {
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

std::size_t width_of(char32_t c) noexcept {
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F)) {
        return 0;
    }
    const bool wide =
        (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
        (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
        (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

/// The bytes of the first `most` columns.
std::size_t bytes_of_columns(std::string_view text, std::size_t most) noexcept {
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        used += width_of(text::next_code_point(text, at));
        if (used > most) {
            return begin;
        }
    }
    return text.size();
}

}  // namespace

std::string terminal_safe(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(text, at);
        const std::string_view bytes = text.substr(begin, at - begin);
        if (c == text::kReplacement && bytes != "\xEF\xBF\xBD") {
            for (const char byte : bytes) {
                out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
            }
        } else if (!is_dangerous(c)) {
            out += bytes;
        } else if (c < 0x80) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        } else {
            const auto number = static_cast<unsigned>(c);
            out += c > 0xFFFF ? fmt::format("\\U{:08x}", number) : fmt::format("\\u{:04x}", number);
        }
    }
    return out;
}

std::string without_bidi(std::string_view file) {
    constexpr std::size_t kBytes = 3;
    const auto is_bidi = [](std::string_view bytes) {
        return (bytes >= "\u202A" && bytes <= "\u202E") || (bytes >= "\u2066" && bytes <= "\u2069");
    };
    std::string out;
    out.reserve(file.size());
    while (!file.empty()) {
        const auto at = std::min(file.find('\xE2'), file.size());
        out += file.substr(0, at);
        file.remove_prefix(at);
        const auto next = file.substr(0, kBytes);
        const auto taken = is_bidi(next) ? kBytes : std::min<std::size_t>(file.size(), 1);
        out += file.substr(0, is_bidi(next) ? 0 : taken);
        file.remove_prefix(taken);
    }
    return out;
}

std::string one_line(std::string_view text) {
    std::string lines(text);
    std::ranges::replace(lines, '\r', '\n');  // ends a line as CR or CRLF; escaped it would stay
    const std::string safe = terminal_safe(lines);
    std::string out;
    out.reserve(safe.size());
    for (const char c : safe) {
        if (c != ' ' && c != '\n' && c != '\t') {
            out.push_back(c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

std::string clipped(std::string_view text, std::size_t most) {
    // Four bytes a column at most, and as much again for white space: no need to look at a whole megabyte.
    std::string line = one_line(text.substr(0, std::min(text.size(), most * 8 + 64)));
    if (columns(line) <= most) {
        return line;
    }
    const std::size_t cut = bytes_of_columns(line, most > 2 ? most - 2 : 0);
    const std::size_t blank = line.rfind(' ', cut);
    line.resize(blank != std::string::npos && blank > cut / 2 ? blank : cut);
    return line + " …";
}

std::string grouped(std::uint64_t number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3; at -= 3) {
        out.insert(at - 3, 1, ',');
    }
    return out;
}

std::size_t columns(std::string_view text) noexcept {
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size();) {
        out += width_of(text::next_code_point(text, at));
    }
    return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines{{}};
    if (width == 0) {
        lines.front() = std::string(text);
        return lines;
    }
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        const std::size_t wide = columns(word);
        if (used > 0 && used + 1 + wide > width) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += used > 0 ? " " : "";
        lines.back() += word;
        used += (used > 0 ? 1 : 0) + wide;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view symbol(finding::Headline headline) noexcept {
    constexpr std::array<std::string_view, 9> kSymbols{"⊘", "✗", "≠", "!", "!", "✓", "✗", "?", "–"};
    return kSymbols[static_cast<std::size_t>(headline)];
}

std::string_view symbol(finding::Level level) noexcept {
    constexpr std::array<std::string_view, 4> kSymbols{"✓", "i", "!", "✗"};
    return kSymbols[static_cast<std::size_t>(level)];
}

std::string Paint::wrapped(std::string_view code, std::string_view text) const {
    return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string Paint::level(finding::Level level, std::string_view text) const {
    constexpr std::array<std::string_view, 4> kCodes{"32", "36", "33", "31"};  // none, note, warning, error
    return wrapped(kCodes[static_cast<std::size_t>(level)], text);
}

std::string Paint::headline(finding::Headline headline, std::string_view text) const {
    return level(finding::level_of(headline), text);
}

void append_labelled(std::string& out, std::size_t indent, std::size_t label_columns, std::string_view label,
                     std::string_view text, std::size_t width) {
    const std::size_t margin = indent + label_columns;
    const std::vector<std::string> lines =
        wrap(text, width > margin + 20 ? width - margin : (width == 0 ? 0 : 20));
    const std::size_t label_width = columns(label);
    out.append(indent, ' ');
    out += label;
    out.append(label_width < label_columns ? label_columns - label_width : 1, ' ');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            out.append(margin, ' ');
        }
        out += lines[i];
        out += '\n';
    }
}

}  // namespace whereof::report
