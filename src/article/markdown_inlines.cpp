// SPDX-License-Identifier: MIT
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

/// Entries set line by line below each other are no wrapped paragraph, whatever Markdown says: the block
/// begins with a list label, and so does the line at `next`.
bool MarkdownReader::starts_entry(cmark_node* next) {
    constexpr std::size_t kReach = 32;
    if (next == nullptr || !builder_.in_block()) {
        return false;
    }
    const std::size_t begin = builder_.last_block().span.begin;
    const auto block = std::string_view(builder_.draft.text).substr(begin, kReach);
    return read_item_label(block).ordered && read_item_label(source_.substr(start_of(next), kReach)).ordered;
}

void MarkdownReader::enter_inline(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    const auto literal = view(cmark_node_get_literal(node));
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        put(node, literal);
    } else if (type == CMARK_NODE_SOFTBREAK) {
        starts_entry(cmark_node_next(node)) ? builder_.append_line_break() : builder_.append_blank();
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
