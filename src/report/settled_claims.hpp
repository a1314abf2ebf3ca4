// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

namespace whereof::report {

/// A claim one of whose sources may stand, by a comment or an acceptance, does not rest only on flagged ones:
/// makes the finding that says so count no more, for the same reason.
void settle_claims(CheckedArticle& checked);

}  // namespace whereof::report
