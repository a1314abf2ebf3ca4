// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <string_view>

namespace whereof::formats {

/// EndNote's tagged files (.enw, "refer"): "%T A title", one tag a line. A record begins at "%0"; where there
/// is none, behind a blank line. Keywords, addresses and call numbers are left out.
Items read_enw(std::string_view file);
bool looks_like_enw(std::string_view head);

}  // namespace whereof::formats
