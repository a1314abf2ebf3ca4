// SPDX-License-Identifier: MIT
#pragma once

#include "search/pair_tally.hpp"
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

struct Opposites {
    std::vector<OppositeClaims> pairs;  ///< in order; of every claim that has part in one, at least one
    PairTally unlisted;                 ///< more pairs that contradict each other
    PairTally unread;                   ///< pairs of claims on the same words that were not compared
};

/// Where more claims than this contradict one claim, and each of those more than this, pairs stay unlisted.
inline constexpr std::size_t kMostListed = 8;

/// Claims on one pair that say opposite things of one outcome in people who may be the same. Both must be
/// sure: not hedged, with a direction, or with the plain denial of one, that is read as often right as search
/// counts. No difference found, significant or not, contradicts nothing. Each wording is read once for each
/// pair of sides that is near to its own, so that the work grows with the claims, not with their square.
/// What is given back refers to `claims`.
Opposites opposite_claims(store::Store& store, const std::vector<store::ComparedClaim>& claims);

}  // namespace whereof::search
