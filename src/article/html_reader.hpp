// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"
#include "article/html_content.hpp"
#include "article/html_elements.hpp"
#include "article/html_feed.hpp"
#include "article/html_lists.hpp"
#include "article/page_facts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// Elements open at one time; in deeper ones the innermost is taken to be closed when the next one opens.
/// Beyond a few hundred, depth is unclosed markup, and the parser's cost of a stray end tag is the depth.
inline constexpr std::size_t kMaxHtmlDepth = 256;

struct OpenElement {
    std::string name;
    HtmlShape shape{};
    bool is_region = false;
    bool has_inline = false;   ///< link without address and the like open none
    bool keeps_block = false;  ///< of an item, cell or definition: its text is still one block
};

/// Turns the events of one page or piece of HTML into blocks.
class HtmlReader final : public HtmlEvents {
  public:
    HtmlReader(DraftBuilder& builder, bool is_page) : builder_(builder), is_page_(is_page) {}

    void start(std::string_view name, const HtmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece, std::size_t source_offset) override;
    void finish();

  private:
    void open_by_shape(const OpenElement& element, const HtmlAttributes& attributes);
    void open_region(OpenElement& element, const HtmlAttributes& attributes);
    void note_ids(const OpenElement& element, const HtmlAttributes& attributes);
    void read_facts(std::string_view name, const HtmlAttributes& attributes);
    void begin_capture(std::string_view name, const HtmlAttributes& attributes);
    void close_by_shape(const OpenElement& element);
    void begin(BlockKind kind, std::uint32_t level = 0);
    void begin_item(const HtmlAttributes& attributes);
    void boundary();
    void close_last();
    OpenElement* holder();
    void break_holder();
    bool in_article() const;
    std::string_view text_since(std::size_t begin) const {
        return std::string_view(builder_.draft.text).substr(begin);
    }

    DraftBuilder& builder_;
    bool is_page_;
    PageFacts facts_;
    std::vector<OpenElement> open_;
    std::vector<std::size_t> holders_;  ///< places in open_ of items, cells and definitions
    std::vector<HtmlRegion> regions_;
    std::vector<std::size_t> open_regions_;
    std::vector<HtmlAnchor> anchors_;
    HtmlLists lists_;
    std::string label_;  ///< of a term or first cell, for the block that follows
    std::string capture_;
    std::size_t unread_ = 0;  ///< open elements that are unread or inside one
    std::size_t quotes_ = 0;
    std::size_t preformatted_ = 0;
    std::size_t heading_begin_ = 0;
    std::size_t last_offset_ = 0;  ///< where the last piece of text ended in the file
    bool capturing_ = false;
    bool json_ = false;
    bool row_started_ = false;
};

}  // namespace whereof::article
