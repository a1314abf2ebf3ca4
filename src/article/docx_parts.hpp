// SPDX-License-Identifier: MIT
#pragma once

#include "article/word_numbering.hpp"
#include "article/word_styles.hpp"
#include "base/result.hpp"
#include "bib/item.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

namespace whereof::article {

/// The files of a Word document that say something of its text.
struct DocxParts {
    pugi::xml_document document;
    pugi::xml_document footnotes;
    pugi::xml_document endnotes;
    WordStyles styles;
    WordNumbering numbering;
    std::unordered_map<std::string, std::string> links;  ///< web addresses by relationship id
    std::map<std::string, bib::Item> sources;            ///< of Word's own bibliography, by tag
    std::string title;                                   ///< the one in the file's properties
};

/// Unpacks and parses a DOCX file. What is no Word document, is damaged, encrypted or a trap is an Error.
/// Parts other than the text itself may be missing or broken; `warnings` then says which.
std::optional<Error> read_docx_parts(std::string_view bytes, DocxParts& parts,
                                     std::vector<std::string>& warnings);

}  // namespace whereof::article
