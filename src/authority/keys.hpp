// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"

#include <string_view>
#include <vector>

namespace whereof::authority {

/// The keys of an index. Facts are folded inside (names by fold_key, numbers by their digits, titles by
/// fold_words), so callers give them as they have them. An empty fact gives a key that no record has.
Key identifier_key(bib::Field field, std::string_view canonical);  ///< DOI, PMID, PMCID, arXiv, ISBN, PII
/// Under which every record with a DOI of the same registrant ("10.1016") is filed: to ask whether any is.
Key registrant_key(std::string_view DOI);
Key surname_year_page_key(std::string_view surname, int year, std::string_view first_page);
Key year_volume_page_key(int year, std::string_view volume, std::string_view first_page);
Key surname_volume_page_key(std::string_view surname, std::string_view volume, std::string_view first_page);
Key surname_year_volume_key(std::string_view surname, int year, std::string_view volume);
Key title_key(std::string_view title);        ///< the whole title
Key title_start_key(std::string_view title);  ///< its first four content words
Key slot_key(std::string_view journal_key, std::string_view volume, std::string_view first_page);

/// Every key under which a record is filed.
std::vector<Key> keys_of(const bib::Item& item);

}  // namespace whereof::authority
