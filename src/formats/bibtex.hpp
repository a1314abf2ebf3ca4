// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::formats {

/// BibTeX: UTF-8, TeX's special characters escaped, mixed-case words of titles in braces, corporate authors
/// in braces, page ranges with "--". Keys are citation_keys().
std::string write_bibtex(std::span<const Entry> entries);

/// The same in biblatex's fields: date, journaltitle, location, eprint.
std::string write_biblatex(std::span<const Entry> entries);

/// "maher2017nonspecific": family name, year and first telling word of the title in ASCII, with a, b, c
/// behind where several works would have one; no two alike.
std::vector<std::string> citation_keys(std::span<const Entry> entries);

/// Both dialects, and what people make of them: macros, "#", "@type(…)", names in any order, TeX accents,
/// crossref. A broken entry is an Error and reading goes on at the next "@" that begins a line.
Items read_bibtex(std::string_view file);
bool looks_like_bibtex(std::string_view head);

}  // namespace whereof::formats
