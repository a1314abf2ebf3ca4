// SPDX-License-Identifier: MIT
#include "article/layout.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace whereof::article {
namespace {

constexpr std::size_t kLongestHeading = 90;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

/// "iv", "vii": the number of a section.
bool is_roman(std::string_view word) {
    return !word.empty() && word.size() <= 5 && word.find_first_not_of("ivx") == std::string_view::npos;
}

void add_lines(const Draft& draft, std::uint32_t block, std::vector<DraftLine>& lines) {
    const Span span = draft.blocks[block].span;
    const std::string_view text = draft.text;
    bool first = true;
    bool blank = true;
    for (std::size_t at = span.begin; at < span.end;) {
        const std::size_t newline = text.substr(0, span.end).find('\n', at);
        std::size_t end = newline == std::string_view::npos ? span.end : newline;
        const std::size_t next = end + 1;
        std::size_t begin = at;
        std::uint32_t indent = 0;
        while (begin < end && is_blank(text[begin])) {
            indent += text[begin] == '\t' ? 4U : 1U;
            ++begin;
        }
        while (end > begin && is_blank(text[end - 1])) {
            --end;
        }
        if (begin == end) {
            blank = true;
        } else {
            lines.push_back({{begin, end}, block, indent, first, blank});
            first = blank = false;
        }
        at = next;
    }
}

}  // namespace

std::vector<DraftLine> lay_out(const Draft& draft) {
    std::vector<DraftLine> lines;
    lines.reserve(draft.blocks.size());
    for (std::uint32_t block = 0; block < draft.blocks.size(); ++block) {
        add_lines(draft, block, lines);
    }
    return lines;
}

EntryLabel label_of(const Draft& draft, const DraftLine& line, std::uint32_t expected) {
    const Block& block = draft.blocks[line.block];
    EntryLabel label = read_entry_label(line.span.of(draft.text), expected);
    if (!line.starts_block || block.label.empty() || label.number != 0) {
        return label;
    }
    label.number = number_of_label(block.label);
    if (label.number != 0) {
        label.kind = LabelKind::dot;
        label.text = std::to_string(label.number);
    } else if (label.kind == LabelKind::none) {
        label.kind = LabelKind::bullet;
    }
    return label;
}

std::string heading_key(std::string_view line) {
    if (line.size() > kLongestHeading) {
        return {};
    }
    std::string key;
    bool first = true;
    for (const std::string& word : text::fold_words(line)) {
        const bool number = word.find_first_not_of("0123456789") == std::string::npos || is_roman(word);
        if (first && number) {
            continue;
        }
        first = false;
        key += (key.empty() ? "" : " ") + word;
    }
    return key;
}

}  // namespace whereof::article
