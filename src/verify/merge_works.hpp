// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace whereof::verify {

/// What becomes of one item when citations of one work are made one entry.
struct Merged {
    std::size_t into = 0;  ///< the item that stands for its work; its own index when that is itself
    std::string because;   ///< "same DOI", "the same record twice"; empty for what stands alone
};

/// Which items are of one work (why_one_work), also by way of a third; records that say the same in every
/// field are one whatever they lack. The first item with a title stands for its work, else the first. How
/// many works there are does not depend on the order of the items.
std::vector<Merged> merge_works(std::span<const bib::Item* const> items);

/// The items that stand for their works, each at the place of the first that means it.
std::vector<std::size_t> kept_items(std::span<const Merged> merged);

/// As merge_works; and gives the item that stands for a work what the others say beside it (complete).
std::vector<Merged> unite_works(std::span<bib::Item* const> items);

/// Leaves of a list only what stands for its work (kept_items). One `Merged` for each of the list.
template <typename T>
void leave_kept(std::vector<T>& list, std::span<const Merged> merged) {
    std::vector<T> left;
    for (const std::size_t i : kept_items(merged)) {
        left.push_back(std::move(list[i]));
    }
    list = std::move(left);
}

}  // namespace whereof::verify
