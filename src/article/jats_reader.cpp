// SPDX-License-Identifier: MIT
#include "article/jats_reader.hpp"

#include "article/jats_front.hpp"
#include "article/jats_parts.hpp"
#include "article/jats_reference.hpp"
#include "article/xml_text.hpp"

#include <string_view>
#include <utility>

namespace whereof::article {

void JatsReader::begin(BlockKind kind, pugi::xml_node node, std::uint32_t level) {
    Block next;
    next.kind = kind;
    next.level = level;
    next.id = node.attribute("id").value();
    builder_.begin_block(std::move(next));
}

void JatsReader::block(pugi::xml_node node, BlockKind kind) {
    begin(kind, node);
    const BlockKind before = std::exchange(running_, kind);
    walk(node);
    running_ = before;
    builder_.end_block();
}

void JatsReader::within(InlineKind kind, std::string target, pugi::xml_node node) {
    builder_.begin_inline(kind, std::move(target));
    walk(node);
    builder_.end_inline(kind);
}

void JatsReader::walk(pugi::xml_node node) {
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element) {
            element(child);
        } else if (child.type() == pugi::node_pcdata) {
            append_xml_text(child.value(), offset_of(child), builder_);
        } else if (child.type() == pugi::node_cdata) {
            builder_.append(child.value(), offset_of(child));
        }
    }
}

void JatsReader::element(pugi::xml_node node) {
    switch (part_of(local_name(node))) {
        case Part::through:
            walk(node);
            break;
        case Part::section:
            section(node);
            break;
        case Part::title:
            heading(node, level_ + 1, {});
            break;
        case Part::paragraph:
            if (running_ == BlockKind::paragraph) {
                block(node, running_);
            } else {
                builder_.append_line_break();
                walk(node);
            }
            break;
        case Part::list:
            list(node);
            break;
        case Part::definition_list:
            definitions(node);
            break;
        case Part::quote:
            block(node, BlockKind::quote);
            break;
        case Part::table:
            walk(node);
            break;
        case Part::cell:
            block(node, BlockKind::table_cell);
            break;
        case Part::figure:
            figure(node);
            break;
        case Part::note:
            note(node);
            break;
        case Part::references:
            references(node);
            break;
        case Part::front:
            front(node);
            break;
        case Part::italic:
            within(InlineKind::italic, {}, node);
            break;
        case Part::bold:
            within(InlineKind::bold, {}, node);
            break;
        case Part::superscript:
            within(InlineKind::superscript, {}, node);
            break;
        case Part::link:
            within(InlineKind::link, decode_entities(node.attribute("xlink:href").value()), node);
            break;
        case Part::xref:
            if (auto target = xrefs_.target(node); !target.empty()) {
                within(InlineKind::xref, std::move(target), node);
            } else {
                walk(node);
            }
            break;
        case Part::line_break:
            builder_.append_line_break();
            break;
        case Part::left_out:
            break;
    }
}

void JatsReader::heading(pugi::xml_node title, std::uint32_t level, pugi::xml_node label) {
    constexpr std::uint32_t kDeepest = 6;
    begin(BlockKind::heading, title, std::min(level, kDeepest));
    const BlockKind before = std::exchange(running_, BlockKind::heading);
    if (label) {
        Block next;
        next.kind = BlockKind::heading;
        next.level = std::min(level, kDeepest);
        next.label = plain_text(label);
        builder_.begin_block(std::move(next));
    }
    walk(title);
    running_ = before;
    builder_.end_block();
}

void JatsReader::section(pugi::xml_node node) {
    builder_.end_block();
    ++level_;
    const auto title = node.child("title");
    if (title) {
        heading(title, level_, node.child("label"));
    } else if (local_name(node) == "ack") {
        Block next;
        next.kind = BlockKind::heading;
        next.level = std::min(level_, 6U);
        builder_.begin_block(std::move(next));
        builder_.append("Acknowledgements", offset_of(node));
        builder_.end_block();
    }
    const BlockKind before = std::exchange(running_, BlockKind::paragraph);
    for (const auto child : node.children()) {
        if (child != title && child.type() == pugi::node_element) {
            element(child);
        }
    }
    running_ = before;
    --level_;
    builder_.end_block();
}

void JatsReader::list(pugi::xml_node node) {
    builder_.end_block();
    const std::string_view type = node.attribute("list-type").value();
    const bool ordered = type == "order" || type == "alpha-lower" || type == "alpha-upper" ||
                         type == "roman-lower" || type == "roman-upper";
    int number = 0;
    ++list_depth_;
    for (const auto item : node.children("list-item")) {
        Block next;
        next.kind = BlockKind::list_item;
        next.level = list_depth_;
        next.ordered = ordered;
        next.id = item.attribute("id").value();
        next.label = plain_text(item.child("label"));
        if (next.label.empty()) {
            ++number;
            next.label = ordered ? std::to_string(number) : type == "simple" ? "" : "•";
        }
        builder_.begin_block(std::move(next));
        const BlockKind before = std::exchange(running_, BlockKind::list_item);
        walk(item);
        running_ = before;
        builder_.end_block();
    }
    --list_depth_;
    begin(running_, {}, running_ == BlockKind::list_item ? list_depth_ : 0);
}

void JatsReader::definitions(pugi::xml_node node) {
    builder_.end_block();
    if (const auto title = node.child("title")) {
        heading(title, level_ + 1, {});
    }
    for (const auto item : node.children("def-item")) {
        begin(BlockKind::list_item, item, list_depth_ + 1);
        const BlockKind before = std::exchange(running_, BlockKind::list_item);
        for (const auto child : item.children()) {
            builder_.append_blank();
            walk(child);
        }
        running_ = before;
        builder_.end_block();
    }
}

/// Tables, figures and supplements: "Table 1" and the caption are one paragraph, then the cells and notes.
void JatsReader::figure(pugi::xml_node node) {
    builder_.end_block();
    const BlockKind before = std::exchange(running_, BlockKind::quote);
    begin(BlockKind::paragraph, node);
    if (const auto label = node.child("label")) {
        walk(label);
        builder_.append_blank();
    }
    for (const auto caption : node.children("caption")) {
        for (const auto part : caption.children()) {
            if (part.type() == pugi::node_element) {
                builder_.append_blank();
                walk(part);
            }
        }
    }
    builder_.end_block();
    running_ = BlockKind::paragraph;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element && local_name(child) != "caption" &&
            local_name(child) != "label") {
            element(child);
        }
    }
    running_ = before;
    begin(running_, {});
}

void JatsReader::note(pugi::xml_node node) {
    builder_.end_block();
    Block next;
    next.id = node.attribute("id").value();
    next.label = plain_text(node.child("label"));
    builder_.begin_block(std::move(next));
    const BlockKind before = std::exchange(running_, BlockKind::list_item);
    walk(node);
    running_ = before;
    builder_.end_block();
    begin(running_, {});
}

void JatsReader::front(pugi::xml_node node) {
    builder_.end_block();
    ++level_;
    if (!node.child("title")) {
        begin(BlockKind::heading, node, level_);
        builder_.append("Abstract", offset_of(node));
        builder_.end_block();
    } else {
        heading(node.child("title"), level_, {});
    }
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element && local_name(child) != "title") {
            element(child);
        }
    }
    --level_;
    builder_.end_block();
}

void JatsReader::read(pugi::xml_node article) {
    xrefs_.learn(article);
    read_jats_front(article, builder_.draft);
    const auto meta = article.child("front").child("article-meta");
    if (const auto title = meta.child("title-group").child("article-title")) {
        heading(title, 1, {});
    }
    for (const auto child : meta.children()) {
        const auto name = local_name(child);
        if (name == "abstract" || name == "trans-abstract") {
            front(child);
        }
    }
    for (const auto child : article.children()) {
        const auto name = local_name(child);
        if (name == "body" || name == "back" || name == "floats-group" || name == "floats-wrap") {
            walk(child);
            builder_.end_block();
        } else if (name == "sub-article" || name == "response") {
            builder_.warn(
                "A sub-article or response inside the file was not read; save it as a file of its own.");
        }
    }
}

}  // namespace whereof::article
