// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string_view>

namespace pugi {
class xml_node;
}

namespace whereof::formats {

/// The elements that are one record of PubMed, outermost first.
inline constexpr std::string_view kPubmedRecords[] = {"PubmedArticle", "PubmedBookArticle", "MedlineCitation",
                                                      "DeleteCitation"};

/// What a PubmedArticle, MedlineCitation or PubmedBookArticle says of its work; without PMID and title when
/// it says nothing. The ISSN is as it stands there.
bib::Item pubmed_item(const pugi::xml_node& record);

}  // namespace whereof::formats
