// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>
#include <string_view>

namespace whereof::formats {

/// RIS as Zotero writes it, so that everything reads it: one tag a line, CRLF, UTF-8 without BOM; no value
/// can start a line or a tag of its own. What RIS has no tag for stands in N1 as "arXiv: …".
std::string write_ris(std::span<const Entry> entries);

/// RIS as databases really export it: BOM, any line ends, text before the first record, "TY  -  JOUR", values
/// wrapped over lines, a missing ER, PMIDs under AN, C2, C3, C5 or UR. A tag that is not understood goes to
/// the note; keywords and links to files are left out. MEDLINE records named .ris are read too.
Items read_ris(std::string_view file);
bool looks_like_ris(std::string_view head);

}  // namespace whereof::formats
