// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace whereof::serve {

/// What becomes of one item when citations of one work are made one entry.
struct Merged {
    std::size_t into = 0;  ///< the item that stands for its work; its own index when that is itself
    std::string
        because;  ///< the key that they share, as "DOI:10.1000/182" or "title"; empty for what stands alone
};

/// Which items are of one work: those that share any identifier, or a title with its authors and place, also
/// by way of a third. Items whose titles say that they are different works stay apart whatever identifier
/// they share. The first item with a title stands for its work, else the first.
std::vector<Merged> merge_works(std::span<const bib::Item* const> items);

/// Gives an item the identifiers that another item of the same work has. True when it lacked one.
bool complete(bib::Item& item, const bib::Item& other);

}  // namespace whereof::serve
