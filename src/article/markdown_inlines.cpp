// SPDX-License-Identifier: MIT
#include "article/entry_breaks.hpp"
#include "article/markdown_reader.hpp"
#include "article/text_lines.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace whereof::article {
namespace {

std::string_view view(const char* text) noexcept { return text == nullptr ? std::string_view{} : text; }

/// One tag of HTML inside a line of Markdown.
struct InlineTag {
    std::string name;
    bool closes = false;
    std::string address, id;
};

std::string attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        std::size_t value = at + name.size();
        if (at == 0 || !text::is_ascii_space(tag[at - 1]) || value + 1 >= tag.size() || tag[value] != '=') {
            continue;
        }
        ++value;
        const char quote = tag[value] == '"' || tag[value] == '\'' ? tag[value++] : ' ';
        return std::string(tag.substr(
            value,
            std::min(tag.find_first_of(quote == ' ' ? " >" : std::string(1, quote), value), tag.size()) -
                value));
    }
    return {};
}

InlineTag read_tag(std::string_view tag) {
    InlineTag found;
    std::size_t at = 1;
    if (tag.size() > 1 && tag[1] == '/') {
        found.closes = true;
        at = 2;
    }
    const std::size_t end = std::min(tag.find_first_of(" \t\n/>", at), tag.size());
    found.name = text::ascii_lower(tag.substr(std::min(at, end), end - std::min(at, end)));
    found.address = attribute(tag, "href");
    found.id = attribute(tag, "id");
    found.id = found.id.empty() && found.name == "a" ? attribute(tag, "name") : found.id;
    return found;
}

}  // namespace

void MarkdownReader::html_inline(std::string_view literal) {
    auto tag = read_tag(literal);
    if (!tag.id.empty()) {
        see_id(std::move(tag.id));
    }
    if (tag.name == "br") {
        builder_.append_line_break();
        return;
    }
    struct Row {
        std::string_view name;
        InlineKind kind;
    };
    constexpr Row kTags[] = {{"sup", InlineKind::superscript}, {"a", InlineKind::link},
                             {"i", InlineKind::italic},        {"em", InlineKind::italic},
                             {"cite", InlineKind::italic},     {"b", InlineKind::bold},
                             {"strong", InlineKind::bold}};
    const auto row =
        std::find_if(std::begin(kTags), std::end(kTags), [&](const Row& r) { return r.name == tag.name; });
    if (row != std::end(kTags)) {
        tag.closes ? builder_.end_inline(row->kind)
                   : builder_.begin_inline(row->kind, std::move(tag.address));
    }
}

/// "[12]" as the text of a link: `open` is where the bracket stands. Its brackets are part of how it is read.
bool MarkdownReader::is_numbered_link(cmark_node* node, std::size_t& open) const {
    cmark_node* child = cmark_node_first_child(node);
    const auto literal = child == nullptr ? std::string_view{} : view(cmark_node_get_literal(child));
    open = start_of(node);
    return child != nullptr && cmark_node_next(child) == nullptr && !literal.empty() &&
           literal.size() <= 16 && literal.find_first_not_of("0123456789,;-– ") == std::string_view::npos &&
           source_.substr(open).starts_with("[" + std::string(literal) + "]");
}

/// Looks at the lines of a paragraph for those at which another reference begins.
void MarkdownReader::find_entries(cmark_node* paragraph) {
    const int first = cmark_node_get_start_line(paragraph);
    const int last = cmark_node_get_end_line(paragraph);
    entries_.clear();
    if (in_footnote_ || first < 1 || last <= first || static_cast<std::size_t>(last) > line_starts_.size()) {
        return;
    }
    first_line_ = static_cast<std::size_t>(first);
    std::vector<std::string_view> lines;
    for (std::size_t at = first_line_ - 1; at < static_cast<std::size_t>(last); ++at) {
        const std::size_t end = at + 1 < line_starts_.size() ? line_starts_[at + 1] : source_.size();
        const std::string_view line = source_.substr(line_starts_[at], end - line_starts_[at]);
        // Signs of quotes, lists and emphasis stand before the words.
        const std::size_t begin = std::min(line.find_first_not_of(" \t>*_"), line.size());
        lines.push_back(text::trim(line.substr(begin)));
    }
    entries_ = entry_breaks(lines);
}

/// At the end of a line that Markdown joins with the next one.
void MarkdownReader::break_line(cmark_node* next) {
    const int line = next == nullptr ? 0 : cmark_node_get_start_line(next);
    const std::size_t at = line < 1 ? 0
                                    : static_cast<std::size_t>(line) -
                                          std::min<std::size_t>(first_line_, static_cast<std::size_t>(line));
    if (at > 0 && at < entries_.size() && entries_[at] && builder_.in_block()) {
        Block block;
        block.kind = builder_.last_block().kind;
        block.level = builder_.last_block().level;
        builder_.begin_block(std::move(block));
    } else {
        builder_.append_blank();
    }
}

void MarkdownReader::enter_inline(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    const auto literal = view(cmark_node_get_literal(node));
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        put(node, literal);
    } else if (type == CMARK_NODE_SOFTBREAK) {
        break_line(cmark_node_next(node));
    } else if (type == CMARK_NODE_LINEBREAK) {
        builder_.append_line_break();
    } else if (type == CMARK_NODE_HTML_INLINE) {
        html_inline(literal);
    } else if (type == CMARK_NODE_EMPH) {
        builder_.begin_inline(InlineKind::italic);
    } else if (type == CMARK_NODE_STRONG) {
        builder_.begin_inline(InlineKind::bold);
    } else if (type == CMARK_NODE_LINK) {
        builder_.begin_inline(InlineKind::link, std::string(view(cmark_node_get_url(node))));
        if (std::size_t open = 0; is_numbered_link(node, open)) {
            builder_.append("[", open);
        }
    } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
        const std::size_t at = start_of(node);
        const auto name = footnote_name(source_.substr(at));
        if (!name.empty()) {
            builder_.begin_inline(InlineKind::footnote, std::string(name));
            builder_.append(source_.substr(at, name.size() + 3), at);
            builder_.end_inline(InlineKind::footnote);
            last_ = at + name.size() + 3;
        }
    }
}

}  // namespace whereof::article
