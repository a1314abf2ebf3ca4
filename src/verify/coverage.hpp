// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "verify/citation.hpp"

#include <optional>
#include <string>

namespace whereof::verify {

/// Why an authority would have known the work, had it existed.
struct Attested {
    std::string reason;                         ///< one clause for people
    std::optional<authority::Record> occupant;  ///< the work that stands where the citation claims to
};

/// Proof that this authority covers what is cited: the page of the journal's volume that the citation names
/// belongs to another work that it holds. How many works of a journal are held proves nothing: what a
/// selection lacks is as real as what it has (467 held works of PLoS ONE are one in a hundred). A sample
/// attests nothing. Absent: the authority's silence says nothing.
std::optional<Attested> attested_coverage(authority::Authority& authority, const Citation& citation);

}  // namespace whereof::verify
