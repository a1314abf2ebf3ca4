// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"
#include "verify/citation.hpp"
#include "verify/compare.hpp"

namespace whereof::verify {

/// Looks for the record's facts in the raw string where the parsed fields are silent or disagree. A field
/// that the parser cut wrong must not convict: what stands in the string between punctuation marks, as the
/// record has it, agrees. Never turns agreement into disagreement.
void support_from_raw(const Citation& citation, const authority::Record& record, Comparison& comparison);

}  // namespace whereof::verify
