// SPDX-License-Identifier: MIT
#pragma once

#include "search/hits.hpp"
#include "search/search.hpp"
#include "store/index.hpp"

#include <span>

namespace whereof::search {

/// Puts rows, best score first, into the order that people asked for. Rows of equal keys keep theirs.
///
/// Of equal scores (to 0.001, as they are printed) the row with the better evidence comes first, unless the
/// options say otherwise. The first kMostOrdered rows are sorted by year or evidence when that is asked for.
void order_rows(std::span<FoundRow> rows, const Options& options, store::Index& index);

}  // namespace whereof::search
