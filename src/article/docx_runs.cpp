// SPDX-License-Identifier: MIT
#include "article/docx_reader.hpp"
#include "article/jats_reference.hpp"
#include "article/xml_part.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace whereof::article {

void DocxReader::set(InlineKind kind, bool& state, bool wanted) {
    if (state != wanted) {
        wanted ? builder_.begin_inline(kind) : builder_.end_inline(kind);
        state = wanted;
    }
}

void DocxReader::run(pugi::xml_node node) {
    const auto properties = child_of(node, "rPr");
    WordStyle style = parts_.styles.find(paragraph_style_);
    // A heading is bold as a whole; that says nothing of its words.
    style.bold = style.heading != 0 ? std::optional<bool>(false) : style.bold;
    style.override_with(parts_.styles.find(attribute_of(child_of(properties, "rStyle"), "val")));
    style.override_with(read_word_properties(properties));
    if (style.hidden.value_or(false)) {
        // Codes and their ends may stand in hidden runs.
        for (const auto child : node.children()) {
            const auto name = local_name(child);
            if (name == "fldChar" || name == "instrText") {
                element(child);
            }
        }
        return;
    }
    set(InlineKind::superscript, superscript_, style.superscript.value_or(false));
    set(InlineKind::italic, italic_, style.italic.value_or(false));
    set(InlineKind::bold, bold_, style.bold.value_or(false));
    walk(node);
}

void DocxReader::text(std::string_view text) {
    if (!fields_.is_shown()) {
        return;
    }
    bold_bytes_ += bold_ ? text.size() : 0;
    append_part_text(text, builder_);
}

void DocxReader::field_character(pugi::xml_node node) {
    const auto type = attribute_of(node, "fldCharType");
    if (type == "begin") {
        fields_.begin(child_of(node, "fldData").text().get());
    } else if (type == "separate") {
        const bool was_list = fields_.in_bibliography();
        fields_.separate();
        if (fields_.in_bibliography() && !was_list && !builder_.in_block() && !in_cell_) {
            // The field begins inside its first entry.
            Block block;
            block.is_reference = true;
            builder_.begin_block(std::move(block));
        }
    } else if (type == "end") {
        fields_.end();
    }
}

void DocxReader::simple_field(pugi::xml_node node) {
    fields_.begin();
    fields_.add_code(attribute_of(node, "instr"));
    fields_.separate();
    walk(node);
    fields_.end();
}

void DocxReader::hyperlink(pugi::xml_node node) {
    const auto link = parts_.links.find(std::string(attribute_of(node, "id")));
    const auto anchor = attribute_of(node, "anchor");
    std::string target = link == parts_.links.end() ? std::string() : link->second;
    if (!anchor.empty()) {
        target += "#" + std::string(anchor);
    }
    if (target.empty() || !fields_.is_shown()) {
        walk(node);
        return;
    }
    builder_.begin_inline(InlineKind::link, std::move(target));
    walk(node);
    builder_.end_inline(InlineKind::link);
}

/// A content control: Mendeley Cite keeps its citations in the tags of such.
void DocxReader::control(pugi::xml_node node) {
    constexpr std::string_view kMendeley = "MENDELEY_CITATION_v3_";
    const auto properties = child_of(node, "sdtPr");
    const auto gallery = attribute_of(find_element(properties, "docPartGallery"), "val");
    const auto content = child_of(node, "sdtContent");
    if (gallery == "Table of Contents" || child_of(properties, "showingPlcHdr")) {
        return;
    }
    const auto tag = attribute_of(child_of(properties, "tag"), "val");
    FieldCode code;
    if (tag.starts_with(kMendeley)) {
        code.items = read_csl_citation(decode_base64(tag.substr(kMendeley.size())));
        code.kind = FieldKind::citation;
    } else if (tag == "MENDELEY_BIBLIOGRAPHY") {
        code.kind = FieldKind::bibliography;
    } else {
        walk(content);
        return;
    }
    fields_.begin_result(code);
    walk(content);
    fields_.end();
}

}  // namespace whereof::article
