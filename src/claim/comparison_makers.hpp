// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_statement.hpp"

namespace whereof::claim {

/// Does the sentence compare who gives the two, or studies them, rather than the two: "trials of A were of
/// better quality than those of B", "A teachers were more satisfied than B teachers"? Not where the question
/// itself asks for these.
[[nodiscard]] bool compares_makers(const AskedSentence& in);

}  // namespace whereof::claim
