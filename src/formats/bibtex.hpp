// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>

namespace whereof::formats {

/// BibTeX: UTF-8, special characters escaped, mixed-case words of titles in braces, corporate authors in
/// braces, keys made of family, year and first title word, unique by a letter.
std::string write_bibtex(std::span<const Entry> entries);

}  // namespace whereof::formats
