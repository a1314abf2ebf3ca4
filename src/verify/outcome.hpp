// SPDX-License-Identifier: MIT
#pragma once

#include "bib/identifiers.hpp"
#include "verify/candidates.hpp"
#include "verify/coverage.hpp"
#include "verify/match.hpp"
#include "verify/sibling.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whereof::verify {

/// An identifier of the citation that leads to another work than the one described.
struct Foreign {
    bib::Field field{};
    const Candidate* owner = nullptr;  ///< nullptr: nobody holds it, but the work meant has another
};

/// What was found out about a citation before it is put into words. Pointers go into the candidates given.
struct Outcome {
    const Candidate* work = nullptr;     ///< the work that the description means
    const Candidate* sibling = nullptr;  ///< without `work`: a record that belongs to it but is not it
    Sibling relation = Sibling::none;    ///< how `sibling` does
    std::vector<Foreign> foreign;
    std::vector<bib::IdentifierFault> faults;  ///< of identifiers that no record vouches for
    bool unknown_registrant =
        false;  ///< nothing held has a DOI of the cited one's registrant, nor `work` one
    std::optional<Attested> attested;  ///< without `work`: proof that it would have been held
    std::vector<std::string> failed;   ///< services on the network that could not be asked, with the reason
    std::string URL_state;             ///< what the cited address answered; empty when it was not asked
};

/// Is this record the work cited itself, rather than something that belongs to it?
[[nodiscard]] bool is_work_cited(const Citation& citation, const Candidate& candidate);

/// Picks the work meant among the candidates, completes it from unmerged duplicates, and names the
/// identifiers that lead elsewhere. The candidates' order does not matter.
Outcome decide(const Citation& citation, std::vector<Candidate>& candidates);

}  // namespace whereof::verify
