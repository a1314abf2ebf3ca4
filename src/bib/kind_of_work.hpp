// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string_view>

namespace whereof::bib {

/// The type of a work whose reference gives no type: from which fields it has and what is said of it beside
/// its title ("PhD thesis", "[Internet]"). A title may speak of theses and stand in no container because it
/// holds "in".
///
/// `raw` is the reference string; `beside` its words outside title and names (Runs::beside_title); `has_in`
/// says that a word like "In:" came before the container.
ItemType kind_of_work(const Item& item, std::string_view raw, std::string_view beside, bool has_in);

}  // namespace whereof::bib
