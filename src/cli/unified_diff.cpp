// SPDX-License-Identifier: MIT
#include "cli/unified_diff.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr std::size_t kContext = 3;

/// Lines with their ends; the last may have none.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        out.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

/// Lines of the old file in a row, and what stands there instead.
struct Block {
    std::size_t first = 0;  ///< index of its first line
    std::size_t past = 0;
    std::string text;
};

std::vector<Block> blocks_of(std::string_view file, const std::vector<std::string_view>& lines,
                             const std::vector<Edit>& edits) {
    std::vector<std::size_t> starts;
    for (const std::string_view line : lines) {
        starts.push_back(static_cast<std::size_t>(line.data() - file.data()));
    }
    const auto line_of = [&](std::size_t offset) {
        return static_cast<std::size_t>(std::ranges::upper_bound(starts, offset) - starts.begin()) - 1;
    };
    std::vector<Block> out;
    for (std::size_t i = 0; i < edits.size();) {
        Block block{line_of(edits[i].span.begin), 0, {}};
        std::size_t done = starts[block.first];
        do {
            block.text += file.substr(done, edits[i].span.begin - done);
            block.text += edits[i].text;
            done = edits[i].span.end;
            block.past = line_of(std::max(done, edits[i].span.begin + 1) - 1) + 1;
            ++i;
        } while (i < edits.size() && line_of(edits[i].span.begin) < block.past);
        const std::size_t end = block.past < starts.size() ? starts[block.past] : file.size();
        block.text += file.substr(done, end - done);
        out.push_back(std::move(block));
    }
    return out;
}

void append_lines(std::string& out, char sign, const std::vector<std::string_view>& lines) {
    for (const std::string_view line : lines) {
        (out += sign) += line;
        if (!line.ends_with('\n')) {
            out += "\n\\ No newline at end of file\n";
        }
    }
}

}  // namespace

std::string edited(std::string_view file, const std::vector<Edit>& edits) {
    std::string out;
    std::size_t done = 0;
    for (const Edit& edit : edits) {
        out += file.substr(done, edit.span.begin - done);
        out += edit.text;
        done = edit.span.end;
    }
    return out += file.substr(done);
}

std::string unified_diff(std::string_view path, std::string_view file, const std::vector<Edit>& edits) {
    if (edits.empty()) {
        return {};
    }
    const auto lines = lines_of(file);
    const auto blocks = blocks_of(file, lines, edits);
    std::string out = fmt::format("--- a/{}\n+++ b/{}\n", path, path);
    std::ptrdiff_t shift = 0;  // of line numbers by what came before
    const auto part = [&](std::size_t first, std::size_t past) {
        return std::vector<std::string_view>(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                             lines.begin() + static_cast<std::ptrdiff_t>(past));
    };
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t last = i;
        while (last + 1 < blocks.size() && blocks[last + 1].first <= blocks[last].past + 2 * kContext) {
            ++last;
        }
        const std::size_t first = blocks[i].first - std::min(blocks[i].first, kContext);
        const std::size_t past = std::min(blocks[last].past + kContext, lines.size());
        std::string body;
        std::size_t at = first;
        std::ptrdiff_t grown = 0;
        for (; i <= last; ++i) {
            append_lines(body, ' ', part(at, blocks[i].first));
            const auto fresh = lines_of(blocks[i].text);
            append_lines(body, '-', part(blocks[i].first, blocks[i].past));
            append_lines(body, '+', fresh);
            grown += static_cast<std::ptrdiff_t>(fresh.size()) -
                     static_cast<std::ptrdiff_t>(blocks[i].past - blocks[i].first);
            at = blocks[i].past;
        }
        append_lines(body, ' ', part(at, past));
        const auto old_size = static_cast<std::ptrdiff_t>(past - first);
        const auto start = static_cast<std::ptrdiff_t>(first) + 1;
        out += fmt::format("@@ -{},{} +{},{} @@\n", start, old_size, start + shift, old_size + grown) + body;
        shift += grown;
    }
    return out;
}

}  // namespace whereof::cli
