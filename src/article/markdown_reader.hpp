// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <cmark-gfm.h>

namespace whereof::article {

/// "[^name]" at the start of `text`: the name, or empty.
std::string_view footnote_name(std::string_view text);

/// Walks over cmark's tree, which is as deep as the text nests quotes and lists; its iterator does not
/// recurse.
class MarkdownReader {
  public:
    /// cmark read `source` from `body` on.
    MarkdownReader(std::string_view source, std::size_t body, DraftBuilder& builder)
        : source_(source), builder_(builder), line_starts_{body} {
        for (std::size_t at = source.find_first_of("\n\r", body); at != std::string_view::npos;
             at = source.find_first_of("\n\r", at)) {
            at += source.substr(at).starts_with("\r\n") ? 2U : 1U;
            line_starts_.push_back(at);
        }
    }

    void read(cmark_node* document);

  private:
    struct Item {
        std::string label;
        std::uint32_t level = 1;
        bool ordered = false;
        bool used = false;
    };
    /// Footnote definitions go to `definitions` unread, unless it is null.
    void walk(cmark_node* root, std::vector<cmark_node*>* definitions);
    void enter(cmark_node* node);
    void leave(cmark_node* node);
    void enter_inline(cmark_node* node);
    void enter_paragraph();
    void enter_item(cmark_node* node);
    void code_block(cmark_node* node);
    void html_block(cmark_node* node);
    void html_inline(std::string_view tag);
    void put(cmark_node* node, std::string_view literal);
    void begin(BlockKind kind, std::uint32_t level = 0);
    void see_id(std::string id);
    std::size_t place_of(cmark_node* node, std::string_view literal);
    std::size_t start_of(cmark_node* node) const;
    void find_entries(cmark_node* paragraph);
    void break_line(cmark_node* next);
    bool is_numbered_link(cmark_node* node, std::size_t& open) const;

    std::string_view source_;
    DraftBuilder& builder_;
    std::vector<std::size_t> line_starts_;
    std::vector<Item> items_;
    std::vector<int> next_number_;  ///< of each open list
    std::string pending_id_;
    std::string footnote_;        ///< name of the open definition
    std::vector<bool> entries_;   ///< of the open paragraph's lines: another reference begins there; or empty
    std::size_t first_line_ = 0;  ///< of the open paragraph, from 1
    std::size_t last_ = 0;        ///< where in the source the last text ended
    std::size_t quotes_ = 0;
    bool in_footnote_ = false;
};

}  // namespace whereof::article
