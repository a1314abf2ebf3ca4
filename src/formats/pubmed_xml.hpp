// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <string_view>

namespace whereof::formats {

/// The articles and books of PubMed's XML, each as pubmed_item() reads it, under its PMID as key. Titles lose
/// their full stop, as in read_nbib(). Records taken back (DeleteCitation) are no works.
Items read_pubmed_xml(std::string_view file);
bool looks_like_pubmed_xml(std::string_view head);

}  // namespace whereof::formats
