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

/// Proof that this authority covers what is cited: another work holds the very place (journal, volume, first
/// page) that the citation names, or the journal is held so densely around that year and volume that a gap is
/// unlikely. A sample attests nothing. Absent: its silence says nothing.
std::optional<Attested> attested_coverage(authority::Authority& authority, const Citation& citation);

}  // namespace whereof::verify
