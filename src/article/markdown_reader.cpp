// SPDX-License-Identifier: MIT
#include "article/markdown_reader.hpp"

#include "article/formats.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace whereof::article {
namespace {

std::string_view view(const char* text) noexcept { return text == nullptr ? std::string_view{} : text; }

}  // namespace

std::string_view footnote_name(std::string_view text) {
    if (!text.starts_with("[^")) {
        return {};
    }
    const auto end = text.substr(0, 1024).find_first_of("]\n");
    return end == std::string_view::npos || text[end] != ']' ? std::string_view{} : text.substr(2, end - 2);
}

std::size_t MarkdownReader::start_of(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node);
    const int column = cmark_node_get_start_column(node);
    if (line < 1 || column < 1 || static_cast<std::size_t>(line) > line_starts_.size()) {
        return source_.size();
    }
    return std::min(line_starts_[static_cast<std::size_t>(line) - 1] + static_cast<std::size_t>(column) - 1,
                    source_.size());
}

/// cmark counts columns of later lines without their indentation, and gives none to links that it found
/// itself; so its word is checked against the source, and else the text is looked for a little further on.
std::size_t MarkdownReader::place_of(cmark_node* node, std::string_view literal) {
    constexpr std::size_t kReach = 512;
    const auto probe = literal.substr(0, 64);
    std::size_t at = start_of(node);
    if (source_.compare(at, probe.size(), probe) != 0) {
        const std::size_t from = at < source_.size() && at >= last_ ? at : last_;
        const auto found = source_.substr(std::min(from, source_.size()), kReach + probe.size()).find(probe);
        at = found == std::string_view::npos ? std::min(from, source_.size()) : from + found;
    }
    return at;
}

void MarkdownReader::put(cmark_node* node, std::string_view literal) {
    const std::size_t at = place_of(node, literal);
    builder_.append(literal, at);
    last_ = at + literal.size();
}

void MarkdownReader::begin(BlockKind kind, std::uint32_t level) {
    Block block;
    block.kind = kind;
    block.level = level;
    block.id = std::exchange(pending_id_, {});
    builder_.begin_block(std::move(block));
}

void MarkdownReader::see_id(std::string id) {
    if (builder_.in_block() && builder_.last_block().id.empty()) {
        builder_.last_block().id = std::move(id);
    } else if (!builder_.in_block()) {
        pending_id_ = std::move(id);
    }
}

void MarkdownReader::enter_paragraph() {
    if (in_footnote_) {
        if (builder_.in_block()) {
            builder_.append_line_break();
            return;
        }
        Block block;
        block.is_reference = true;
        block.id = footnote_;
        block.label = footnote_;
        builder_.begin_block(std::move(block));
    } else if (!items_.empty()) {
        Item& item = items_.back();
        Block block;
        block.kind = BlockKind::list_item;
        block.level = item.level;
        block.label = item.used ? std::string() : item.label;
        block.ordered = item.ordered;
        block.id = std::exchange(pending_id_, {});
        item.used = true;
        builder_.begin_block(std::move(block));
    } else {
        begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
    }
}

void MarkdownReader::enter_item(cmark_node* node) {
    Item item;
    item.ordered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
    item.label = item.ordered ? std::to_string(next_number_.back()++) : "•";
    item.level = static_cast<std::uint32_t>(next_number_.size());
    items_.push_back(std::move(item));
}

void MarkdownReader::code_block(cmark_node* node) {
    begin(BlockKind::paragraph);
    const auto literal = view(cmark_node_get_literal(node));
    int fence_length = 0;
    int fence_offset = 0;
    char fence_character = 0;
    const int fence =
        cmark_node_get_fenced(node, &fence_length, &fence_offset, &fence_character) != 0 ? 1 : 0;
    std::size_t line = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)) - 1 + fence);
    for (std::size_t at = 0; at < literal.size(); ++line) {
        const std::size_t end = std::min(literal.find('\n', at), literal.size());
        const auto piece = literal.substr(at, end - at);
        const std::size_t start = line < line_starts_.size() ? line_starts_[line] : source_.size();
        const auto indent = source_.substr(start, 64).find(piece.substr(0, 16));
        builder_.append(piece, start + (indent == std::string_view::npos ? 0 : indent));
        builder_.append_line_break();
        at = end + 1;
    }
    builder_.end_block();
}

void MarkdownReader::html_block(cmark_node* node) {
    const auto literal = view(cmark_node_get_literal(node));
    const std::size_t at = place_of(node, literal.substr(0, literal.find('\n')));
    append_html(literal, at, false, builder_);
    last_ = std::min(at + literal.size(), source_.size());
}

void MarkdownReader::enter(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
        begin(BlockKind::heading, static_cast<std::uint32_t>(cmark_node_get_heading_level(node)));
    } else if (type == CMARK_NODE_PARAGRAPH) {
        find_entries(node);
        enter_paragraph();
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        ++quotes_;
    } else if (type == CMARK_NODE_LIST) {
        next_number_.push_back(cmark_node_get_list_start(node));
    } else if (type == CMARK_NODE_ITEM) {
        enter_item(node);
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
        const int line = cmark_node_get_start_line(node);
        const bool known = line >= 1 && static_cast<std::size_t>(line) <= line_starts_.size();
        const auto start =
            known ? source_.substr(line_starts_[static_cast<std::size_t>(line) - 1]) : std::string_view{};
        footnote_ = footnote_name(start.substr(std::min(start.substr(0, 1024).find("[^"), start.size())));
        in_footnote_ = true;
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        code_block(node);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
        html_block(node);
    } else if (view(cmark_node_get_type_string(node)) == "table_cell") {
        begin(BlockKind::table_cell);
    } else {
        enter_inline(node);
    }
}

void MarkdownReader::leave(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_EMPH) {
        builder_.end_inline(InlineKind::italic);
    } else if (type == CMARK_NODE_STRONG) {
        builder_.end_inline(InlineKind::bold);
    } else if (type == CMARK_NODE_LINK) {
        if (std::size_t open = 0; is_numbered_link(node, open)) {
            builder_.append("]", last_);
        }
        builder_.end_inline(InlineKind::link);
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        --quotes_;
    } else if (type == CMARK_NODE_LIST) {
        next_number_.pop_back();
    } else if (type == CMARK_NODE_ITEM) {
        items_.pop_back();
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
        builder_.end_block();
        in_footnote_ = false;
    } else if (type == CMARK_NODE_HEADING || (type == CMARK_NODE_PARAGRAPH && !in_footnote_) ||
               view(cmark_node_get_type_string(node)) == "table_cell") {
        builder_.end_block();
    }
}

void MarkdownReader::walk(cmark_node* root, std::vector<cmark_node*>* definitions) {
    struct Free {
        void operator()(cmark_iter* iterator) const noexcept { cmark_iter_free(iterator); }
    };
    const std::unique_ptr<cmark_iter, Free> iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* node = cmark_iter_get_node(iterator.get());
        const auto type = cmark_node_get_type(node);
        const int line = cmark_node_get_start_line(node);
        const bool was_added =
            type == CMARK_NODE_PARAGRAPH && line > 0 && static_cast<std::size_t>(line) > line_starts_.size();
        if (event == CMARK_EVENT_ENTER &&
            (was_added || (definitions != nullptr && type == CMARK_NODE_FOOTNOTE_DEFINITION))) {
            if (!was_added) {
                definitions->push_back(node);
            }
            cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
        } else {
            event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
        }
    }
}

/// cmark puts footnotes in the order in which the text refers to them; a list keeps the order in which it is
/// written.
void MarkdownReader::read(cmark_node* document) {
    std::vector<cmark_node*> definitions;
    walk(document, &definitions);
    std::stable_sort(definitions.begin(), definitions.end(), [](cmark_node* a, cmark_node* b) {
        return cmark_node_get_start_line(a) < cmark_node_get_start_line(b);
    });
    for (cmark_node* definition : definitions) {
        walk(definition, nullptr);
    }
}

}  // namespace whereof::article
