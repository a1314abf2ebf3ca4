// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string_view>

namespace whereof::bib {

/// The type of a work whose reference gives no type: from which fields it has and what its words say ("PhD
/// thesis", "Proceedings", "[Internet]"). `raw` is the reference string; `has_in` says that a word like "In:"
/// came before the container.
ItemType kind_of_work(const Item& item, std::string_view raw, bool has_in);

}  // namespace whereof::bib
