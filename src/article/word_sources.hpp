// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <map>
#include <string>

#include <pugixml.hpp>

namespace whereof::article {

/// The sources of Word's own bibliography by their tags: <b:Sources> in a customXml part. Does nothing when
/// `part` is another part.
void read_word_sources(pugi::xml_node part, std::map<std::string, bib::Item>& sources);

}  // namespace whereof::article
