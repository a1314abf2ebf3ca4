// SPDX-License-Identifier: MIT
#pragma once

#include "article/cited_items.hpp"
#include "article/docx_parts.hpp"
#include "article/draft_builder.hpp"
#include "article/word_fields.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

namespace whereof::article {

/// Walks through a Word document as it would be printed with all its changes accepted; the depth of the
/// recursion is at most kMaxXmlDepth. Footnotes and endnotes that are references become entries of a list,
/// other ones paragraphs behind the one that they belong to.
class DocxReader {
  public:
    DocxReader(const DocxParts& parts, DraftBuilder& builder);

    /// Reads the whole document; the builder is ready for finish().
    void read();
    /// After finish().
    void place(Draft& draft) const { cited_.place(draft); }

  private:
    struct Note {
        pugi::xml_node node;
        std::string name;  ///< "fn2", "en2"
        std::string number;
        bool is_reference = false;
    };
    void walk(pugi::xml_node node);
    void element(pugi::xml_node node);
    void paragraph(pugi::xml_node node);
    void begin_paragraph(const WordStyle& style);
    void end_paragraph();
    void run(pugi::xml_node node);
    void set(InlineKind kind, bool& state, bool wanted);
    void text(std::string_view text);
    void field_character(pugi::xml_node node);
    void simple_field(pugi::xml_node node);
    void hyperlink(pugi::xml_node node);
    void control(pugi::xml_node node);
    void table(pugi::xml_node node);
    void cell(pugi::xml_node node);
    void note_reference(pugi::xml_node node, bool is_endnote);
    void write_notes();
    void learn_notes(const pugi::xml_document& part, std::string_view name);
    void choose_title();

    const DocxParts& parts_;
    DraftBuilder& builder_;
    CitedItems cited_;
    WordFields fields_;
    WordNumbering numbering_;
    std::unordered_map<std::string, pugi::xml_node> notes_;  ///< by "footnote2", "endnote2"
    std::vector<Note> pending_notes_;                        ///< of this paragraph
    std::vector<Note> reference_notes_;
    std::vector<pugi::xml_node> pending_boxes_;  ///< text boxes that are tied to this paragraph
    std::string paragraph_style_;
    std::string title_;  ///< of a paragraph in the style of titles
    std::string label_;  ///< of a table's first cell, for the next one
    std::uint32_t footnotes_ = 0, endnotes_ = 0;
    std::size_t bold_bytes_ = 0;                                ///< of this paragraph
    bool superscript_ = false, italic_ = false, bold_ = false;  ///< inlines that are open
    bool in_cell_ = false;
    bool in_note_ = false;
    bool joined_ = false;  ///< the mark between the last paragraph and this one was deleted
};

}  // namespace whereof::article
