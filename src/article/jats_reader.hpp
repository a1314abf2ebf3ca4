// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"
#include "article/jats_xrefs.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include <pugixml.hpp>

namespace whereof::article {

/// Walks through an article; the depth of its recursion is at most kMaxXmlDepth.
class JatsReader {
  public:
    explicit JatsReader(DraftBuilder& builder) : builder_(builder) {}

    void read(pugi::xml_node article);

  private:
    void walk(pugi::xml_node node);
    void element(pugi::xml_node node);
    void section(pugi::xml_node node);
    void heading(pugi::xml_node title, std::uint32_t level, pugi::xml_node label);
    void list(pugi::xml_node node);
    void definitions(pugi::xml_node node);
    void figure(pugi::xml_node node);
    void note(pugi::xml_node node);
    void front(pugi::xml_node node);
    void references(pugi::xml_node node);
    void reference(pugi::xml_node node);
    void citation(pugi::xml_node node, const std::string& id, const std::string& label);
    void verbatim(pugi::xml_node node);
    void block(pugi::xml_node node, BlockKind kind);
    void within(InlineKind kind, std::string target, pugi::xml_node node);
    void begin(BlockKind kind, pugi::xml_node node, std::uint32_t level = 0);
    std::size_t offset_of(pugi::xml_node node) const {
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
    }

    DraftBuilder& builder_;
    JatsXrefs xrefs_;
    std::uint32_t level_ = 1;  ///< of the innermost heading
    std::uint32_t list_depth_ = 0;
    BlockKind running_ = BlockKind::paragraph;  ///< of text that goes on behind a block inside its paragraph
};

}  // namespace whereof::article
