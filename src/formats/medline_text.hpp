// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>

namespace whereof::formats {

/// Pages as MEDLINE writes them, the first range of them with its end spelled out: "2356-67" is "2356-2367",
/// "S1-12; discussion S13" is "S1-S12", "e5001" and "142-3, 146" (first range) as they are, "1 p" is nothing.
std::string medline_pages(std::string_view text);

/// "2018 Mar 21", "2018 03 21", "1998 Dec-1999 Jan", "2000 Spring", "1975 May-Jun": what comes first.
bib::Date medline_date(std::string_view text);

/// A title without its full stop, and without the [brackets] that say that it is a translation.
std::string medline_title(std::string_view text);

}  // namespace whereof::formats
