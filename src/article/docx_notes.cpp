// SPDX-License-Identifier: MIT
#include "article/docx_reader.hpp"
#include "article/jats_reference.hpp"
#include "article/reference_score.hpp"
#include "article/xml_part.hpp"
#include "text/utf8.hpp"

#include <utility>

namespace whereof::article {
namespace {

/// What a note must look like to be an entry of a list.
constexpr double kIsReference = 0.6;
/// Words beside a note's citations that make it more than a pointer to them, in bytes.
constexpr std::size_t kMostAround = 40;

/// A note as far as it can be known before it is read: its words, those outside fields, and its field codes.
struct NoteContent {
    std::string text;
    std::string outside;
    std::vector<std::pair<std::string, std::string>> codes;  ///< with their data
};

void collect(pugi::xml_node node, NoteContent& content, int& depth) {
    for (const auto child : node.children()) {
        const auto name = local_name(child);
        if (name == "t") {
            content.text += child.text().get();
            content.outside += depth == 0 ? child.text().get() : "";
        } else if (name == "tab" || name == "br" || name == "p") {
            content.text += ' ';
            collect(child, content, depth);
        } else if (name == "instrText" && !content.codes.empty()) {
            content.codes.back().first += child.text().get();
        } else if (name == "fldChar") {
            const auto type = attribute_of(child, "fldCharType");
            if (type == "begin") {
                ++depth;
                content.codes.emplace_back("", decode_base64(child_of(child, "fldData").text().get()));
            } else if (type == "end" && depth > 0) {
                --depth;
            }
        } else if (name == "fldSimple") {
            content.codes.emplace_back(attribute_of(child, "instr"), "");
            ++depth;
            collect(child, content, depth);
            --depth;
        } else if (name != "del" && name != "moveFrom" && child.type() == pugi::node_element) {
            collect(child, content, depth);
        }
    }
}

}  // namespace

void DocxReader::learn_notes(const pugi::xml_document& part, std::string_view name) {
    const auto list = part.first_child();
    for (const auto node : list.children()) {
        // Those with a type are the lines between text and notes.
        const auto type = attribute_of(node, "type");
        if (local_name(node) == name && (type.empty() || type == "normal")) {
            notes_.emplace(std::string(name) + std::string(attribute_of(node, "id")), node);
        }
    }
}

/// The mark in the text. It points to the works that the note's fields cite, or to the note itself where that
/// is a reference; marks of other notes are left out, so that nobody takes their numbers for citations.
void DocxReader::note_reference(pugi::xml_node node, bool is_endnote) {
    const std::string id(attribute_of(node, "id"));
    const auto found = notes_.find((is_endnote ? "endnote" : "footnote") + id);
    if (in_note_ || !fields_.is_shown() || found == notes_.end()) {
        return;
    }
    const pugi::xml_node body = found->second;
    // A note has one mark; others that lead to it are fields.
    notes_.erase(found);
    Note note{body, (is_endnote ? "en" : "fn") + id, std::to_string(is_endnote ? ++endnotes_ : ++footnotes_)};
    NoteContent content;
    int depth = 0;
    collect(note.node, content, depth);
    FieldCode all;
    all.kind = FieldKind::citation;
    for (const auto& [text, data] : content.codes) {
        FieldCode code = read_field_code(text, data);
        std::move(code.items.begin(), code.items.end(), std::back_inserter(all.items));
        if (code.kind == FieldKind::word_source) {
            std::move(code.keys.begin(), code.keys.end(), std::back_inserter(all.keys));
        }
    }
    note.is_reference =
        all.items.empty() && all.keys.empty() && reference_likeness(text::trim(content.text)) >= kIsReference;
    if (note.is_reference) {
        builder_.begin_inline(InlineKind::footnote, note.name);
        builder_.append(note.number, 0);
        builder_.end_inline(InlineKind::footnote);
        reference_notes_.push_back(std::move(note));
        return;
    }
    if (!all.items.empty() || !all.keys.empty()) {
        fields_.begin_result(all);
        builder_.append(note.number, 0);
        fields_.end();
        if (text::trim(content.outside).size() <= kMostAround) {
            return;
        }
    }
    pending_notes_.push_back(std::move(note));
}

void DocxReader::write_notes() {
    const auto outer_style = paragraph_style_;
    for (const Note& note : std::exchange(pending_notes_, {})) {
        const bool was_in_note = std::exchange(in_note_, true);
        walk(note.node);
        in_note_ = was_in_note;
    }
    paragraph_style_ = outer_style;
}

}  // namespace whereof::article
