// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"
#include "article/entry_label.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace whereof::test {
using article::Block;
using article::BlockKind;
using article::Draft;
using article::Inline;
using article::InlineKind;

/// Puts a line into the draft's text, its marks turned into inlines.
inline void append_line(Draft& draft, std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t begin = draft.text.size();
        if (line.substr(at, 2) == "^{" && line.find('}', at) != std::string_view::npos) {
            const std::size_t end = line.find('}', at);
            draft.text += line.substr(at + 2, end - at - 2);
            draft.inlines.push_back({InlineKind::superscript, {begin, draft.text.size()}, {}});
            at = end + 1;
        } else if (line[at] == '<' && line.find('|', at) < line.find('>', at)) {
            const std::size_t bar = line.find('|', at);
            const std::size_t end = line.find('>', at);
            draft.text += line.substr(at + 1, bar - at - 1);
            const std::string_view target = line.substr(bar + 1, end - bar - 1);
            const bool footnote = target.starts_with('^');
            draft.inlines.push_back({footnote ? InlineKind::footnote : InlineKind::link,
                                     {begin, draft.text.size()},
                                     std::string(footnote ? target.substr(1) : target)});
            at = end + 1;
        } else {
            draft.text += line[at++];
        }
    }
}

/// A draft of plain text as a reader that knows nothing but lines would give it: blocks divided by empty
/// lines, a "# " line a heading, "1. ", "- " and "• " lines list items of their own. A marked superscript
/// "^{2}" and a link "<text|target>" (a footnote with target "^name") become inlines.
inline Draft plain_draft(std::string_view text) {
    Draft draft;
    draft.format = "text";
    bool open = false;
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            open = false;
            continue;
        }
        const bool heading = line.starts_with("#");
        const auto label = article::read_entry_label(line);
        const bool item = label.kind == article::LabelKind::bullet || label.kind == article::LabelKind::dot;
        if (!open || heading || item) {
            draft.text += draft.text.empty() ? "" : "\n\n";
            Block block;
            block.kind = heading ? BlockKind::heading : (item ? BlockKind::list_item : BlockKind::paragraph);
            block.level = heading ? static_cast<std::uint32_t>(line.find_first_not_of('#')) : 0;
            block.label = label.text;
            block.ordered = label.number != 0;
            line.remove_prefix(
                std::min(line.size(), heading ? line.find_first_not_of("# ") : (item ? label.length : 0)));
            block.span = {draft.text.size(), draft.text.size()};
            draft.blocks.push_back(block);
            draft.anchors.push_back({draft.text.size(), {number, 1}});
        } else {
            draft.text += '\n';
            draft.anchors.push_back({draft.text.size(), {number, 1}});
        }
        append_line(draft, line);
        draft.blocks.back().span.end = draft.text.size();
        open = !heading;
    }
    return draft;
}

}  // namespace whereof::test
