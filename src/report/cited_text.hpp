// SPDX-License-Identifier: MIT
#pragma once

#include "bib/reference.hpp"

#include <string>

namespace whereof::report {

/// The reference as a reader sees it: as the article has it, or, of an entry of BibTeX, RIS and their like,
/// in Vancouver style with its identifiers. Cleaned of nothing.
std::string cited_text(const bib::Reference& reference);

}  // namespace whereof::report
