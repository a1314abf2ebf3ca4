// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "finding/verdict.hpp"
#include "verify/outcome.hpp"
#include "verify/retraction.hpp"

#include <span>

namespace whereof::verify {

/// Puts an outcome into a verdict: axes, headline, wrong fields, reason, next step, corrected citation.
/// `standing` is of outcome.work; without one, of the identifiers cited, and counts only when it is grave.
finding::Verdict judge(const Citation& citation, const Outcome& outcome, const Standing& standing,
                       std::span<const authority::AuthorityInfo> authorities);

/// The chance that a candidate with this score, to which so many identifiers led, is the work meant.
[[nodiscard]] double match_probability(const Candidate& candidate) noexcept;

}  // namespace whereof::verify
