// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>
#include <string_view>

namespace whereof::formats {

/// RFC 4180: a header row, every field quoted, CRLF, UTF-8; several names divided by "; ". A field that a
/// spreadsheet would take for a formula has "'" in front.
std::string write_csv(std::span<const Entry> entries);

/// One such field, its quotes included.
std::string csv_field(std::string_view value);
/// Tables of works by their header row: our own, and those of Zotero, Scopus and PubMed; divided by commas,
/// semicolons or tabs. Columns that nothing is known of are left out. A row without a type that has a journal
/// with a number (PMID, DOI, ISSN, volume, issue) is an article. An unclosed quote costs its line alone.
Items read_csv(std::string_view file);
bool looks_like_csv(std::string_view head);

/// A value as it was before write_csv() guarded it.
std::string without_formula_guard(std::string_view value);

}  // namespace whereof::formats
