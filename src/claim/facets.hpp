// SPDX-License-Identifier: MIT
#pragma once

#include "claim/evidence.hpp"
#include "claim/quantities.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// What a claim's own words say of it beside what it compares. Its references' roles: claim_roles.hpp.
struct ClaimFacets {
    EvidenceParts evidence;  ///< of the evidence it names, if it names any
    std::string hedged;      ///< the first words by which it is not sure: "may"; empty when it is
    std::string negated;     ///< the first words by which it denies: "did not"; empty when it does not
    std::string turn;        ///< "However": it begins by setting itself against what stands before
    std::vector<Quantity> quantities;  ///< spans of the claim's text
};

/// By rules and the words of corpus/words/claim_cues.tsv. "not only" denies nothing, nor does what is said of
/// some alone ("patients who did not respond"). Made from the text whenever it is wanted, so that it is the
/// same for a claim that an earlier version stored. Linear; any bytes.
ClaimFacets read_facets(std::string_view claim);

}  // namespace whereof::claim
