// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>

namespace whereof::authority {

/// The date and the DOI in a reference to a notice: "PLoS One. 2020 Mar 6;15(3):e0230395. doi: 10.1371/…".
bib::Date date_in_source(std::string_view text);
std::string doi_in_source(std::string_view text);

}  // namespace whereof::authority
