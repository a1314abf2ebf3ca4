// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>

namespace whereof::formats {

/// Numbered lines "1. …" in the order given, with DOI and PMID; journals under their NLM abbreviations where
/// the journal table has them. An entry of which nothing is understood is its note.
std::string write_vancouver(std::span<const Entry> entries);

/// Numbered lines in AMA style, journals abbreviated too.
std::string write_ama(std::span<const Entry> entries);

/// One paragraph an entry in APA style, by the alphabet, divided by blank lines.
std::string write_apa(std::span<const Entry> entries);

}  // namespace whereof::formats
