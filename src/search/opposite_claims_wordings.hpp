// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison.hpp"
#include "search/claim_scope.hpp"
#include "search/compared_sides.hpp"
#include "store/index.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace whereof::search {

/// One comparison, or the plain denial of one, in one wording, and all claims that have it.
struct ComparedWording {
    std::string text;  ///< of the claims, or that without its denial
    claim::Comparison comparison;
    ComparedSide first;
    ComparedSide second;
    bool denied = false;
    std::size_t question = 0;         ///< which of the pairs below it compares
    ClaimScope scope;                 ///< of what and whom it speaks
    std::vector<std::string> words;   ///< index terms of the claims' text
    std::vector<std::size_t> claims;  ///< places in the claims given, in order
};

/// Two sides and which of them does better, as some wordings say it: asked once of all others.
struct ComparedPair {
    ComparedSide first;  ///< without doses, for which the wordings may differ
    ComparedSide second;
    claim::Direction direction{};
    bool shares_words = false;          ///< do the sides have words in common: "early PT", "delayed PT"?
    std::vector<std::size_t> wordings;  ///< places in the wordings
};

struct ComparedWordings {
    std::vector<ComparedWording> wordings;
    std::vector<ComparedPair> pairs;
};

/// What the claims surely say of pairs that can be the same elsewhere, each wording once. A claim that says
/// no direction gives what it plainly denies: "not better than", but not "not significantly better".
ComparedWordings read_wordings(const std::vector<store::ComparedClaim>& claims);

}  // namespace whereof::search
