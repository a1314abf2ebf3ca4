// SPDX-License-Identifier: MIT
#include "article/docx_reader.hpp"

#include "article/jats_reference.hpp"
#include "article/text_lines.hpp"
#include "article/word_symbols.hpp"
#include "article/xml_part.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace whereof::article {
namespace {

enum class Part : std::uint8_t {
    through,
    paragraph,
    run,
    text,
    blank,
    line_break,
    hyphen,
    symbol,
    field_character,
    field_code,
    simple_field,
    hyperlink,
    control,
    table,
    cell,
    row,
    footnote,
    endnote,
    alternatives,
    text_box,
    left_out,
};

struct Row {
    std::string_view name;
    Part part;
};

constexpr Row kParts[] = {
    {"AlternateContent", Part::alternatives},
    {"altChunk", Part::left_out},
    {"br", Part::line_break},
    {"cr", Part::line_break},
    {"del", Part::left_out},
    {"endnoteReference", Part::endnote},
    {"fldChar", Part::field_character},
    {"fldSimple", Part::simple_field},
    {"footnoteReference", Part::footnote},
    {"hyperlink", Part::hyperlink},
    {"instrText", Part::field_code},
    {"moveFrom", Part::left_out},
    {"noBreakHyphen", Part::hyphen},
    {"p", Part::paragraph},
    {"pPr", Part::left_out},
    {"ptab", Part::blank},
    {"r", Part::run},
    {"rPr", Part::left_out},
    {"rt", Part::left_out},
    {"sdt", Part::control},
    {"sdtPr", Part::left_out},
    {"sectPr", Part::left_out},
    {"sym", Part::symbol},
    {"t", Part::text},
    {"tab", Part::blank},
    {"tbl", Part::table},
    {"tblPr", Part::left_out},
    {"tc", Part::cell},
    {"tr", Part::row},
    {"txbxContent", Part::text_box},
};
static_assert(std::is_sorted(std::begin(kParts), std::end(kParts),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

Part part_of(std::string_view name) {
    const auto found = std::lower_bound(std::begin(kParts), std::end(kParts), name,
                                        [](const Row& row, std::string_view n) { return row.name < n; });
    return found != std::end(kParts) && found->name == name ? found->part : Part::through;
}

/// The label without what stands around its number: "3" of "3.", "[3]", "(3)".
std::string bare_label(const std::string& printed) {
    auto label = read_item_label(printed + " x").label;
    return label.empty() ? printed : label;
}

/// Whether a node holds more text than `left` bytes, which it uses up.
bool holds_more_than(pugi::xml_node node, std::size_t& left) {
    for (const auto child : node.children()) {
        const std::size_t size = std::string_view(child.value()).size();
        if (size > left) {
            return true;
        }
        left -= size;
        if (holds_more_than(child, left)) {
            return true;
        }
    }
    return false;
}

bool is_deleted(pugi::xml_node properties) {
    return child_of(properties, "del") || child_of(properties, "moveFrom");
}

}  // namespace

DocxReader::DocxReader(const DocxParts& parts, DraftBuilder& builder)
    : parts_(parts),
      builder_(builder),
      fields_(builder, cited_, parts.sources),
      numbering_(parts.numbering) {}

void DocxReader::walk(pugi::xml_node node) {
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element) {
            element(child);
        }
    }
}

void DocxReader::element(pugi::xml_node node) {
    switch (part_of(local_name(node))) {
        case Part::through:
            walk(node);
            break;
        case Part::paragraph:
            paragraph(node);
            break;
        case Part::run:
            run(node);
            break;
        case Part::text:
            text(node.text().get());
            break;
        case Part::blank:
            builder_.append_blank();
            break;
        case Part::line_break:
            if (fields_.is_shown()) {
                builder_.append_line_break();
            }
            break;
        case Part::hyphen:
            text("-");
            break;
        case Part::symbol:
            text(word_symbol(attribute_of(node, "font"), attribute_of(node, "char")));
            break;
        case Part::field_character:
            field_character(node);
            break;
        case Part::field_code:
            fields_.add_code(node.text().get());
            break;
        case Part::simple_field:
            simple_field(node);
            break;
        case Part::hyperlink:
            hyperlink(node);
            break;
        case Part::control:
            control(node);
            break;
        case Part::table:
            table(node);
            break;
        case Part::cell:
            cell(node);
            break;
        case Part::row:
            if (!is_deleted(child_of(node, "trPr"))) {
                label_.clear();
                walk(node);
            }
            break;
        case Part::footnote:
            note_reference(node, false);
            break;
        case Part::endnote:
            note_reference(node, true);
            break;
        case Part::alternatives: {
            const auto choice = child_of(node, "Choice");
            walk(choice ? choice : child_of(node, "Fallback"));
            break;
        }
        case Part::text_box:
            pending_boxes_.push_back(node);
            break;
        case Part::left_out:
            break;
    }
}

void DocxReader::begin_paragraph(const WordStyle& style) {
    bold_bytes_ = 0;
    if (in_cell_) {
        if (builder_.in_block()) {
            builder_.append_line_break();
        }
        return;
    }
    Block block;
    block.is_reference = fields_.in_bibliography();
    const auto label = style.number ? numbering_.next(*style.number) : WordNumbering::Label{};
    block.label = label.ordered ? bare_label(label.text) : label.text;
    block.ordered = label.ordered;
    if (style.heading != 0) {
        fields_.end_contents();
        block.kind = BlockKind::heading;
        block.level = style.heading;
    } else if (!block.label.empty()) {
        block.kind = BlockKind::list_item;
        block.level = style.number->level + 1;
    }
    builder_.begin_block(std::move(block));
}

void DocxReader::paragraph(pugi::xml_node node) {
    const auto properties = child_of(node, "pPr");
    paragraph_style_ = attribute_of(child_of(properties, "pStyle"), "val");
    WordStyle style = parts_.styles.find(paragraph_style_);
    style.override_with(read_word_properties(properties));
    if (!std::exchange(joined_, false)) {
        begin_paragraph(style);
    }
    walk(node);
    set(InlineKind::superscript, superscript_, false);
    set(InlineKind::italic, italic_, false);
    set(InlineKind::bold, bold_, false);
    fields_.end_paragraph();
    if (style.is_title && builder_.in_block() && title_.empty()) {
        title_ = builder_.draft.text.substr(builder_.last_block().span.begin);
    }
    joined_ = is_deleted(child_of(properties, "rPr"));
    if (!joined_) {
        end_paragraph();
    }
}

/// Short paragraphs all in bold are headings to whoever wrote them without styles.
void DocxReader::end_paragraph() {
    if (!in_cell_ && builder_.in_block()) {
        Block& block = builder_.last_block();
        const auto line = std::string_view(builder_.draft.text).substr(block.span.begin);
        if (block.kind == BlockKind::paragraph && !block.is_reference && bold_bytes_ >= line.size() &&
            line.find('\n') == std::string_view::npos && looks_like_heading(line)) {
            block.kind = BlockKind::heading;
            block.level = 2;
        }
        builder_.end_block();
    }
    for (const auto box : std::exchange(pending_boxes_, {})) {
        const bool was_in_cell = std::exchange(in_cell_, false);
        walk(box);
        in_cell_ = was_in_cell;
    }
    if (!in_cell_ && !in_note_) {
        write_notes();
    }
}

void DocxReader::table(pugi::xml_node node) {
    builder_.end_block();
    const bool was_in_cell = std::exchange(in_cell_, false);
    walk(node);
    in_cell_ = was_in_cell;
    label_.clear();
    builder_.end_block();
}

/// A cell is one block; one that holds whole paragraphs serves to place them, and they stay what they are.
void DocxReader::cell(pugi::xml_node node) {
    std::size_t longest_cell = 400;
    label_ = builder_.take_label();
    if (label_.empty() && holds_more_than(node, longest_cell)) {
        walk(node);
        return;
    }
    Block block;
    block.kind = label_.empty() ? BlockKind::table_cell : BlockKind::list_item;
    block.level = label_.empty() ? 0 : 1;
    block.ordered = !label_.empty();
    block.label = std::exchange(label_, {});
    builder_.begin_block(std::move(block));
    const bool was_in_cell = std::exchange(in_cell_, true);
    walk(node);
    in_cell_ = was_in_cell;
    builder_.end_block();
    write_notes();
}

void DocxReader::choose_title() {
    Draft& draft = builder_.draft;
    const auto heading = std::find_if(draft.blocks.begin(), draft.blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::heading && block.level == 1;
    });
    if (!title_.empty()) {
        draft.title = title_;
    } else if (heading != draft.blocks.end()) {
        draft.title = heading->span.of(draft.text);
    } else if (!parts_.title.empty()) {
        draft.title = parts_.title;
    } else if (!draft.blocks.empty() && draft.blocks.front().kind == BlockKind::heading) {
        draft.title = draft.blocks.front().span.of(draft.text);
    }
}

void DocxReader::read() {
    learn_notes(parts_.footnotes, "footnote");
    learn_notes(parts_.endnotes, "endnote");
    walk(parts_.document);
    builder_.end_block();
    for (const Note& note : reference_notes_) {
        Block block;
        block.is_reference = true;
        block.id = note.name;
        block.label = note.number;
        builder_.begin_block(std::move(block));
        in_note_ = in_cell_ = true;
        walk(note.node);
        builder_.end_block();
    }
    builder_.lift_labels();
    choose_title();
    cited_.settle(builder_);
}

}  // namespace whereof::article
