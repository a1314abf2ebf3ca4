// SPDX-License-Identifier: MIT
#pragma once

#include "verify/candidates.hpp"
#include "verify/citation.hpp"

namespace whereof::verify {

/// Compares the citation with the candidate's record and accounts for the evidence: every field of the
/// description that agrees or disagrees has its weight; identifiers are left aside, for they are what is
/// judged.
void weigh(const Citation& citation, Candidate& candidate);

/// Does the description mean this record? Needs several independent supports, the title or the first author
/// among them; `by_identifier`: an identifier of the citation led here, so less is needed.
[[nodiscard]] bool is_described(const Citation& citation, const Candidate& candidate, bool by_identifier);

/// Two records of one work that no import has merged: same title, and authors or place agree.
[[nodiscard]] bool is_same_work(const bib::Item& a, const bib::Item& b);

}  // namespace whereof::verify
