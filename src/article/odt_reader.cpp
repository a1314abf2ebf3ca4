// SPDX-License-Identifier: MIT
#include "article/odt_reader.hpp"

#include "article/jats_reference.hpp"
#include "article/reference_score.hpp"
#include "article/xml_part.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace whereof::article {
namespace {

/// What a note must look like to be an entry of a list.
constexpr double kIsReference = 0.6;
constexpr std::uint32_t kDeepestHeading = 6;

std::string attribute(pugi::xml_node node, std::string_view name) {
    return std::string(attribute_of(node, name));
}

std::uint32_t number_of(std::string_view text, std::uint32_t otherwise) {
    std::uint32_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

void OdtReader::learn_styles(pugi::xml_node root) {
    for (const char* group : {"automatic-styles", "styles"}) {
        for (const auto style : child_of(root, group).children()) {
            const auto name = attribute(style, "name");
            if (local_name(style) == "style") {
                const auto position = attribute_of(child_of(style, "text-properties"), "text-position");
                if (position.starts_with("super") ||
                    (!position.empty() && position[0] >= '1' && position[0] <= '9')) {
                    raised_.insert(name);
                }
                if (name == "Title" || attribute_of(style, "parent-style-name") == "Title") {
                    titles_.insert(name);
                }
            } else if (local_name(style) == "list-style") {
                ordered_[name] = local_name(style.first_child()) == "list-level-style-number";
            }
        }
    }
}

void OdtReader::walk(pugi::xml_node node) {
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element) {
            element(child);
        } else if (fields_.is_shown() && (builder_.in_block() || local_name(node) != "text")) {
            append_part_text(child.value(), builder_);
        }
    }
}

void OdtReader::element(pugi::xml_node node) {
    const auto name = local_name(node);
    if (name == "p") {
        paragraph(node, 0);
    } else if (name == "h") {
        paragraph(node, std::clamp(number_of(attribute_of(node, "outline-level"), 1), 1U, kDeepestHeading));
    } else if (name == "list") {
        list(node);
    } else if (name == "list-item" || name == "list-header") {
        item(node);
    } else if (name == "span") {
        span(node);
    } else if (name == "a") {
        builder_.begin_inline(InlineKind::link, attribute(node, "href"));
        walk(node);
        builder_.end_inline(InlineKind::link);
    } else if (name == "note") {
        note(node);
    } else if (name == "table-cell") {
        cell(node);
    } else if (name == "s" || name == "tab") {
        builder_.append_blank();
    } else if (name == "line-break") {
        builder_.append_line_break();
    } else if (name == "reference-mark-start") {
        fields_.begin_result(read_field_code(attribute_of(node, "name")));
    } else if (name == "reference-mark-end") {
        fields_.end();
    } else if (name == "section") {
        section(node);
    } else if (name != "tracked-changes" && name != "annotation" && name != "table-of-content" &&
               name != "alphabetical-index" && name != "sequence-decls" && name != "forms") {
        walk(node);
    }
}

void OdtReader::paragraph(pugi::xml_node node, std::uint32_t heading) {
    if (in_cell_) {
        if (builder_.in_block()) {
            builder_.append_line_break();
        }
        walk(node);
        return;
    }
    Block block;
    block.is_reference = fields_.in_bibliography();
    if (heading > 0) {
        block.kind = BlockKind::heading;
        block.level = heading;
    } else if (!lists_.empty()) {
        block.kind = BlockKind::list_item;
        block.level = static_cast<std::uint32_t>(lists_.size());
        block.ordered = lists_.back().ordered;
        block.label = std::exchange(label_, {});
    }
    builder_.begin_block(std::move(block));
    walk(node);
    if (titles_.contains(attribute(node, "style-name")) && builder_.in_block() &&
        builder_.draft.title.empty()) {
        builder_.draft.title = builder_.draft.text.substr(builder_.last_block().span.begin);
    }
    builder_.end_block();
    for (const auto body : std::exchange(pending_notes_, {})) {
        const bool was_in_note = std::exchange(in_note_, true);
        const auto outer = std::exchange(lists_, {});
        walk(body);
        lists_ = outer;
        in_note_ = was_in_note;
    }
}

void OdtReader::list(pugi::xml_node node) {
    builder_.end_block();
    const auto style = ordered_.find(attribute(node, "style-name"));
    List opened{!lists_.empty() && lists_.back().ordered, 1};
    opened.ordered = style == ordered_.end() ? opened.ordered : style->second;
    if (attribute_of(node, "continue-numbering") == "true" && label_.empty()) {
        opened.next = last_number_ + 1;
    }
    lists_.push_back(opened);
    walk(node);
    lists_.pop_back();
    builder_.end_block();
}

void OdtReader::item(pugi::xml_node node) {
    if (lists_.empty()) {
        walk(node);
        return;
    }
    List& open = lists_.back();
    open.next = number_of(attribute_of(node, "start-value"), open.next);
    // An item that only holds another list has no label of its own.
    const bool is_labelled = local_name(node) == "list-item" && local_name(node.first_child()) != "list";
    label_ = !is_labelled ? "" : open.ordered ? std::to_string(open.next) : "•";
    if (is_labelled) {
        last_number_ = open.next++;
    }
    walk(node);
    label_.clear();
}

void OdtReader::span(pugi::xml_node node) {
    const bool raised = raised_.contains(attribute(node, "style-name"));
    if (raised) {
        builder_.begin_inline(InlineKind::superscript);
    }
    walk(node);
    if (raised) {
        builder_.end_inline(InlineKind::superscript);
    }
}

/// A note that is a reference is an entry of a list, and its mark points to it; others follow their
/// paragraph, without marks that could be taken for citations.
void OdtReader::note(pugi::xml_node node) {
    const auto body = child_of(node, "note-body");
    if (in_note_ || !body) {
        return;
    }
    if (reference_likeness(plain_text(body)) < kIsReference) {
        pending_notes_.push_back(body);
        return;
    }
    const auto number = plain_text(child_of(node, "note-citation"));
    const auto id = attribute(node, "id");
    builder_.begin_inline(InlineKind::footnote, id);
    builder_.append(number.empty() ? "*" : number, 0);
    builder_.end_inline(InlineKind::footnote);
    reference_notes_.emplace_back(id + " " + number, body);
}

void OdtReader::cell(pugi::xml_node node) {
    Block block;
    block.kind = BlockKind::table_cell;
    builder_.begin_block(std::move(block));
    const bool was_in_cell = std::exchange(in_cell_, true);
    walk(node);
    in_cell_ = was_in_cell;
    builder_.end_block();
}

/// Zotero marks its bibliography as a section.
void OdtReader::section(pugi::xml_node node) {
    const auto code = read_field_code(attribute_of(node, "name"));
    fields_.begin_result(code);
    walk(node);
    fields_.end();
}

void OdtReader::read(const pugi::xml_document& content, const pugi::xml_document& styles) {
    learn_styles(child_of(content, "document-content"));
    learn_styles(child_of(styles, "document-styles"));
    walk(find_element(content, "body"));
    builder_.end_block();
    for (const auto& [name, body] : reference_notes_) {
        Block block;
        block.is_reference = true;
        block.id = name.substr(0, name.find(' '));
        block.label = name.substr(block.id.size() + 1);
        builder_.begin_block(std::move(block));
        in_note_ = in_cell_ = true;
        walk(body);
        builder_.end_block();
    }
    builder_.lift_labels();
    if (builder_.draft.title.empty()) {
        for (const Block& block : builder_.draft.blocks) {
            if (block.kind == BlockKind::heading && block.level == 1) {
                builder_.draft.title = block.span.of(builder_.draft.text);
                break;
            }
        }
    }
    cited_.settle(builder_);
}

}  // namespace whereof::article
