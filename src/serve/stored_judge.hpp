// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace whereof::serve {

enum class Keeping : std::uint8_t {
    nothing,
    verdicts,  ///< new verdicts go into the store
};

/// Verdicts on stored references: kept ones where the authorities are unchanged, else new ones. Who asks
/// twice in a row for one reference gets one verdict.
class StoredJudge {
  public:
    /// Store and authorities outlive it. `state` is a digest of what the authorities hold.
    StoredJudge(store::Store& store, std::vector<authority::Authority*> authorities, std::string state,
                Keeping keeping)
        : store_(store), state_(std::move(state)), keeping_(keeping), verifier_(std::move(authorities)) {}

    finding::Verdict verdict(std::int64_t reference_id, const bib::Reference& reference);
    /// Only what is kept.
    std::optional<finding::Verdict> kept(std::int64_t reference_id);

  private:
    store::Store& store_;
    std::string state_;
    Keeping keeping_;
    verify::Verifier verifier_;
    std::optional<std::pair<std::int64_t, finding::Verdict>> last_;  ///< made, and of which reference
};

}  // namespace whereof::serve
