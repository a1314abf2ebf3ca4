// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>

namespace whereof::article {

/// A draft's blocks one a line, as the tests write them: kind and level, label, id, text. "h2|Results",
/// "li1 [3] #ref-3|Smith J", "ref [1] #B1|…", "p|…", "td|…", "q|…"; line breaks as "/".
inline std::string outline(const Draft& draft) {
    constexpr const char* kKinds[] = {"h", "p", "li", "td", "q"};
    std::string out;
    for (const Block& block : draft.blocks) {
        out += block.is_reference ? "ref" : kKinds[static_cast<std::size_t>(block.kind)];
        out += block.level > 0 ? std::to_string(block.level) : "";
        out += block.label.empty() ? "" : " [" + block.label + "]";
        out += block.id.empty() ? "" : " #" + block.id;
        std::string text(block.span.of(draft.text));
        for (char& c : text) {
            c = c == '\n' ? '/' : c;
        }
        out += "|" + text + "\n";
    }
    return out;
}

/// Inlines one a line: "sup|3", "link #ref-3|[3]".
inline std::string inlines(const Draft& draft) {
    constexpr const char* kKinds[] = {"sup", "i", "b", "link", "xref", "fn"};
    std::string out;
    for (const Inline& mark : draft.inlines) {
        out += kKinds[static_cast<std::size_t>(mark.kind)];
        out += mark.target.empty() ? "" : " " + mark.target;
        out += "|" + std::string(mark.span.of(draft.text)) + "\n";
    }
    return out;
}

/// Where the first occurrence of `words` stands in the file, as "line:column".
inline std::string place_of(const Draft& draft, std::string_view words) {
    Article article;
    article.text = draft.text;
    article.anchors = draft.anchors;
    const auto at = article.text.find(words);
    if (at == std::string::npos) {
        return "absent";
    }
    const auto [line, column] = article.position_of(at);
    return std::to_string(line) + ":" + std::to_string(column);
}

/// What every draft promises: blocks in order and apart, white space between them, everything inside the
/// text.
inline std::string broken_promise(const Draft& draft) {
    std::size_t end = 0;
    for (const Block& block : draft.blocks) {
        if (block.span.begin < end || block.span.end > draft.text.size() || block.span.empty()) {
            return "block spans";
        }
        if (draft.text.find_first_not_of(" \n", end) < block.span.begin) {
            return "text between blocks";
        }
        end = block.span.end;
    }
    if (draft.text.find_first_not_of(" \n", end) != std::string::npos) {
        return "text behind the last block";
    }
    std::size_t begin = 0;
    for (const Inline& mark : draft.inlines) {
        if (mark.span.begin < begin || mark.span.end > draft.text.size() || mark.span.empty()) {
            return "inline spans";
        }
        begin = mark.span.begin;
    }
    std::size_t offset = 0;
    for (const Anchor& anchor : draft.anchors) {
        if (anchor.offset < offset || anchor.offset > draft.text.size()) {
            return "anchors";
        }
        offset = anchor.offset;
    }
    return {};
}

}  // namespace whereof::article
