// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace whereof::article {

/// The text inside a node, entities read, white space squeezed and trimmed. The tree may be at most
/// kMaxXmlDepth deep.
std::string plain_text(pugi::xml_node node);

/// Elements within elements; deeper documents are refused before anything walks through them.
inline constexpr int kMaxXmlDepth = 512;

/// The name of an element without its namespace prefix.
std::string_view local_name(pugi::xml_node node);

/// The fields of a citation by its tags: element-citation, mixed-citation, nlm-citation or citation, of
/// JATS 1.x and NLM 2.x and 3.0. What has no field of its own stands in the note.
bib::Item citation_item(pugi::xml_node citation);

/// A citation whose text stands in its tags alone, without the punctuation that a reader would see.
bool is_fields_only(pugi::xml_node citation);

}  // namespace whereof::article
