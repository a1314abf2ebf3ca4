// SPDX-License-Identifier: MIT
#include "cli/place_edits.hpp"

#include "text/markup.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::cli {
namespace {

/// The byte of a place; lines end in LF, columns are code points.
std::size_t offset_of(std::string_view file, article::Position position) {
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < position.line; ++line) {
        const std::size_t end = file.find('\n', at);
        if (end == std::string_view::npos) {
            return file.size();
        }
        at = end + 1;
    }
    for (std::uint32_t column = 1; column < position.column && at < file.size(); ++column) {
        ++at;
        while (at < file.size() && (static_cast<unsigned char>(file[at]) & 0xC0U) == 0x80U) {
            ++at;
        }
    }
    return at;
}

bool is_word(char c) { return text::is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

/// The only place of `piece` in `region`, standing alone.
std::optional<Span> only_place(std::string_view file, Span region, std::string_view piece) {
    std::optional<Span> found;
    for (std::size_t at = file.find(piece, region.begin);
         at != std::string_view::npos && at + piece.size() <= region.end; at = file.find(piece, at + 1)) {
        const std::size_t end = at + piece.size();
        const bool inside = (at > 0 && is_word(file[at - 1]) && is_word(piece.front())) ||
                            (end < file.size() && is_word(file[end]) && is_word(piece.back()));
        if (inside) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = Span{at, end};
    }
    return found;
}

std::string escaped(std::string_view plain, std::string_view format) {
    if (format != "html" && format != "jats") {
        return std::string(plain);
    }
    std::string out;
    text::append_escaped(out, plain, text::Quotes::plain);
    return out;
}

}  // namespace

std::optional<std::vector<Edit>> place_edits(std::string_view file, std::string_view format,
                                             const article::ListedReference& listed,
                                             const article::ListedReference* next,
                                             const std::vector<Edit>& corrections) {
    const std::string_view raw = listed.reference.raw;
    // An entry with its markup; where no other follows, what comes behind the list is not its own.
    constexpr std::size_t kMostMarkup = 4'000;
    Span region{offset_of(file, listed.position), 0};
    region.end = std::min(file.size(), region.begin + 4 * raw.size() + kMostMarkup);
    if (next != nullptr && offset_of(file, next->position) > region.begin) {
        region.end = std::min(region.end, offset_of(file, next->position));
    }
    const std::size_t verbatim = file.find(raw, region.begin);
    std::vector<Edit> out;
    for (const Edit& one : corrections) {
        std::optional<Span> place;
        if (verbatim != std::string_view::npos && verbatim + raw.size() <= region.end) {
            place = Span{verbatim + one.span.begin, verbatim + one.span.end};
        } else {
            place = only_place(file, region, one.span.of(raw));
        }
        if (!place) {
            return std::nullopt;
        }
        out.push_back({*place, escaped(one.text, format)});
    }
    std::ranges::sort(out, {}, [](const Edit& edit) { return edit.span.begin; });
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (out[i].span.begin < out[i - 1].span.end) {
            return std::nullopt;
        }
    }
    return out;
}

}  // namespace whereof::cli
