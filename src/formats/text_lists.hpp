// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace whereof::formats {

/// Which identifiers stand behind a reference written as text.
enum class Identifiers : std::uint8_t {
    of_style,  ///< those that the style asks for; in Vancouver DOI and PMID
    none,      ///< and no address that only leads to what they name
    DOI,
    PMID,
    all,  ///< DOI, PMID and PMCID
};

/// The item with those identifiers alone.
bib::Item with_identifiers(const bib::Item& item, Identifiers identifiers);

/// The item with its journal's NLM abbreviation, where it has none and the journal table knows it.
bib::Item with_short_journal(const bib::Item& item);

/// Lists of text have one entry a line, in the order given, by any of the styles "vancouver", "ama" and
/// "apa"; the first two are numbered, and have journals under their NLM abbreviations where the journal table
/// knows them. An entry of which nothing is understood is its note. Empty for another style.
std::string write_text_list(std::string_view style, std::span<const Entry> entries, Identifiers identifiers);

std::string write_vancouver(std::span<const Entry> entries);
std::string write_ama(std::span<const Entry> entries);
std::string write_apa(std::span<const Entry> entries);

}  // namespace whereof::formats
