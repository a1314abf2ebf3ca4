// SPDX-License-Identifier: MIT
#pragma once

#include "search/claim_scope.hpp"
#include "search/synonyms.hpp"

#include <set>
#include <string>
#include <string_view>

namespace whereof::search {

/// A side as claims of other articles may name it.
struct ComparedSide {
    /// Without who takes it, how much of it and that it is given: of "people taking metformin 500 mg" and of
    /// "the metformin group" the "metformin"; of a side that is nothing else, the side itself.
    std::string name;
    ScopeTerms terms;  ///< of the name, each way to say one thing the same
    /// Of these, what tells it from most other sides: of "early statin injection" the "statin". None where
    /// the name has no such word, or a short form, whose long form may be anything.
    ScopeTerms keys;
    std::set<std::string> doses;  ///< "500 mg": those that are named
};

/// A side of a comparison that `claim` makes. A side that was cut ("treatment" of "than treatment with
/// statins") is read on in the claim.
ComparedSide read_side(std::string_view side, std::string_view claim, const Synonyms& synonyms);

/// Is there anything that another article's side could be: not "the study group" nor "some trials"?
[[nodiscard]] bool names_something(const ComparedSide& side);

/// Can the comparisons be of one pair, in whatever order? Not where two sides have other keys, or more keys
/// of their own than in common, nor where they name different doses.
[[nodiscard]] bool may_be_one_pair(const ComparedSide& first, const ComparedSide& second,
                                   const ComparedSide& other_first, const ComparedSide& other_second);

}  // namespace whereof::search
