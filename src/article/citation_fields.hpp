// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// A work that a reference manager has put into a document together with a citation of it.
struct FieldItem {
    std::string key;  ///< one for one work of the document: the manager's address of it, or made from it
    bib::Item item;
};

enum class FieldKind : std::uint8_t {
    other,         ///< its result is text like any other
    citation,      ///< `items`
    word_source,   ///< `keys`: tags of Word's own sources
    bibliography,  ///< the printed reference list
    contents,      ///< a table of contents or index: no text of the article
    hyperlink,     ///< `target`
};

/// What the code of a field in a word processor's document says.
struct FieldCode {
    FieldKind kind = FieldKind::other;
    std::vector<FieldItem> items;
    std::vector<std::string> keys;
    std::string target;
};

/// Reads a field code: Zotero ("ADDIN ZOTERO_ITEM CSL_CITATION {…}"), Mendeley ("ADDIN CSL_CITATION {…}"),
/// EndNote ("ADDIN EN.CITE <EndNote>…", or `data`, which Word keeps beside the code in base64), Word's own
/// ("CITATION tag \m tag"), their bibliographies, hyperlinks and tables of contents. A code that is damaged
/// is other.
FieldCode read_field_code(std::string_view code, std::string_view data = {});

/// The works of a Zotero or Mendeley citation: a JSON object with `citationItems`, each with its `itemData`
/// in CSL-JSON. Works without fields are left out. Empty when `json` is no such object.
std::vector<FieldItem> read_csl_citation(std::string_view json);

/// Base64 with blanks in it; reading stops at the first character that is none of it.
std::string decode_base64(std::string_view text);

}  // namespace whereof::article
