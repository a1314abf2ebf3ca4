// SPDX-License-Identifier: MIT
#include "article/xml_part.hpp"

#include "article/jats_reference.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <fmt/core.h>

namespace whereof::article {
namespace {

/// The element that follows `node` in the document below `root`, or null; `depth` follows.
pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root, int& depth) {
    if (node.first_child()) {
        ++depth;
        return node.first_child();
    }
    while (node && node != root && !node.next_sibling()) {
        node = node.parent();
        --depth;
    }
    return node == root ? pugi::xml_node() : node.next_sibling();
}

bool is_too_deep(pugi::xml_node root) {
    int depth = 0;
    for (auto node = root.first_child(); node; node = next_node(node, root, depth)) {
        if (depth > kMaxXmlDepth) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<std::string> load_xml_part(std::string_view bytes, pugi::xml_document& document) {
    const auto decoded = text::decode(bytes, text::declared_charset(bytes));
    const auto source = decoded.text();
    const auto parsed = document.load_buffer(
        source.data(), source.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) {
        return fmt::format("broken XML at byte {}: {}", parsed.offset, parsed.description());
    }
    if (is_too_deep(document)) {
        return fmt::format("elements nested more than {} deep", kMaxXmlDepth);
    }
    return std::nullopt;
}

pugi::xml_node find_element(pugi::xml_node node, std::string_view name) {
    int depth = 0;
    for (auto at = node.first_child(); at; at = next_node(at, node, depth)) {
        if (at.type() == pugi::node_element && local_name(at) == name) {
            return at;
        }
    }
    return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view name) {
    for (const auto attribute : node.attributes()) {
        const std::string_view full = attribute.name();
        const auto colon = full.find(':');
        if (full.substr(colon == std::string_view::npos ? 0 : colon + 1) == name) {
            return attribute.value();
        }
    }
    return {};
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
    return node.find_child([&](pugi::xml_node child) { return local_name(child) == name; });
}

void append_part_text(std::string_view text, DraftBuilder& builder) {
    // A character reference may name half a surrogate pair.
    if (text::is_valid_utf8(text)) {
        builder.append(text, 0);
    } else {
        builder.append(text::make_valid_utf8(text), 0);
    }
}

void number_paragraphs(Draft& draft) {
    draft.anchors.clear();
    draft.anchors.reserve(draft.blocks.size());
    for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
        draft.anchors.push_back({draft.blocks[i].span.begin, {static_cast<std::uint32_t>(i + 1), 1}});
    }
}

}  // namespace whereof::article
