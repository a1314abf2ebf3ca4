// SPDX-License-Identifier: MIT
#pragma once

#include "cli/authorities.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whereof::cli {

/// Verdicts on stored references: kept ones where the authorities are unchanged, else new ones, which it
/// keeps.
class StoredJudge {
  public:
    /// Both outlive it.
    StoredJudge(store::Store& store, const Authorities& authorities)
        : store_(store), state_(authorities.state()), verifier_(authorities.pointers()) {}

    finding::Verdict verdict(std::int64_t reference_id, const bib::Reference& reference);

  private:
    store::Store& store_;
    std::string state_;
    verify::Verifier verifier_;
};

/// The worst of several headlines (in Headline's own order, `verified` last); absent for none.
std::optional<finding::Headline> worst(const std::vector<finding::Headline>& headlines);

}  // namespace whereof::cli
