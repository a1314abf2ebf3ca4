// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

namespace whereof::verify {

/// Gives an item what another record of the same work says beside: fields that it lacks, identifiers, the
/// whole date, range of pages and list of authors. A second identifier of a kind goes to the note. True when
/// it changed.
bool complete(bib::Item& item, const bib::Item& other);

}  // namespace whereof::verify
