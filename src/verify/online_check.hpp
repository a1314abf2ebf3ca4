// SPDX-License-Identifier: MIT
#pragma once

#include "authority/online.hpp"
#include "verify/verify.hpp"

#include <span>
#include <vector>

namespace whereof::verify {

/// Checks lists of citations with authorities at hand and services on the network: first what is at hand,
/// then identifiers (also of works that are held, to learn what became of them), then descriptions of what is
/// still open, then web addresses of what is open even so. Each step is one round for the whole list.
class OnlineVerifier {
  public:
    /// Authorities and `online` outlive it.
    OnlineVerifier(std::vector<authority::Authority*> at_hand, authority::Online& online);

    /// One verdict a reference, in their order.
    [[nodiscard]] std::vector<finding::Verdict> check(std::span<const bib::Reference* const> references);

  private:
    authority::Online& online_;
    Verifier at_hand_;
    Verifier all_;
};

}  // namespace whereof::verify
