// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <string_view>

namespace whereof::formats {

/// The tagged files of Web of Science and of what is searched through it (.ciw, .isi, savedrecs.txt): "FN …",
/// then records from "PT J" to "ER", one tag of two characters a line, one name a line. The tags are those of
/// Clarivate's "Web of Science Core Collection Field Tags". Keywords, addresses, grants, cited
/// references and counts are left out. The tab-delimited table is recognised and refused.
Items read_web_of_science(std::string_view file);
bool looks_like_web_of_science(std::string_view head);

}  // namespace whereof::formats
