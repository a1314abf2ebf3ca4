// SPDX-License-Identifier: MIT
#pragma once

#include "article/cited_items.hpp"
#include "article/draft_builder.hpp"
#include "article/word_fields.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

namespace whereof::article {

/// Walks through the content of an OpenDocument text (ISO/IEC 26300), with all changes accepted; the depth of
/// the recursion is at most kMaxXmlDepth. Citations of Zotero are reference marks there.
class OdtReader {
  public:
    explicit OdtReader(DraftBuilder& builder) : builder_(builder), fields_(builder, cited_, no_sources_) {}

    /// `styles`: styles.xml, which may be empty.
    void read(const pugi::xml_document& content, const pugi::xml_document& styles);
    /// After DraftBuilder::finish().
    void place(Draft& draft) const { cited_.place(draft); }

  private:
    struct List {
        bool ordered = false;
        std::uint32_t next = 1;
    };
    void learn_styles(pugi::xml_node root);
    void walk(pugi::xml_node node);
    void element(pugi::xml_node node);
    void paragraph(pugi::xml_node node, std::uint32_t heading);
    void list(pugi::xml_node node);
    void item(pugi::xml_node node);
    void note(pugi::xml_node node);
    void span(pugi::xml_node node);
    void cell(pugi::xml_node node);
    void section(pugi::xml_node node);

    DraftBuilder& builder_;
    const std::map<std::string, bib::Item> no_sources_;  ///< those of Word
    CitedItems cited_;
    WordFields fields_;
    std::unordered_set<std::string> raised_;         ///< styles of superscripts
    std::unordered_set<std::string> titles_;         ///< paragraph styles of titles
    std::unordered_map<std::string, bool> ordered_;  ///< list styles
    std::vector<List> lists_;
    std::string label_;              ///< of the item that begins
    std::uint32_t last_number_ = 0;  ///< of an item
    std::vector<pugi::xml_node> pending_notes_;
    std::vector<std::pair<std::string, pugi::xml_node>> reference_notes_;
    bool in_cell_ = false;
    bool in_note_ = false;
};

}  // namespace whereof::article
