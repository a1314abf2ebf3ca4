// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"
#include "article/draft_builder.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace whereof::article {

/// Parses one XML file of a document archive, white space kept. Gives what is wrong with it, in a few words
/// ("broken XML at byte 12: …"), or nothing. Elements nested deeper than kMaxXmlDepth are refused, entities
/// of its own are never expanded.
std::optional<std::string> load_xml_part(std::string_view bytes, pugi::xml_document& document);

/// The first element below `node`, `node` itself left out, with that local name; a null node when there is
/// none.
pugi::xml_node find_element(pugi::xml_node node, std::string_view local_name);

/// The value of an attribute whatever its namespace prefix: "w:val" and "val" for "val". Empty when absent.
std::string_view attribute_of(pugi::xml_node node, std::string_view local_name);

/// The child with that local name; a null node when there is none.
pugi::xml_node child_of(pugi::xml_node node, std::string_view local_name);

/// Appends text that may hold broken characters; it has no place in a file that a person could open.
void append_part_text(std::string_view text, DraftBuilder& builder);

/// Positions for documents without lines: the Nth block that holds text is line N, its characters are the
/// columns. A line break inside a block is one character.
void number_paragraphs(Draft& draft);

}  // namespace whereof::article
