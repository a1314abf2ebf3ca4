// SPDX-License-Identifier: MIT
#pragma once

#include "store/index.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <vector>

namespace whereof::search {

/// Two of the claims given that contradict each other, the earlier first.
struct OppositeClaims {
    std::size_t first = 0;
    std::size_t second = 0;
    bool denial =
        false;  ///< one denies what the other says ("not better than"), rather than saying the opposite
};

/// Claims on one pair that say opposite things of one outcome in people who may be the same, in order. Both
/// must be sure: not hedged, with a direction, or with the plain denial of one, that is read as often right
/// as search counts. No difference found, significant or not, contradicts nothing.
std::vector<OppositeClaims> opposite_claims(store::Store& store,
                                            const std::vector<store::ComparedClaim>& claims);

}  // namespace whereof::search
