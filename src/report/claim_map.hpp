// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

#include <string>

namespace whereof::report {

/// One line a claim: where it stands, the references it rests on with the symbol of each one's headline, and
/// its words. Of a long article only with `style.verbose`.
void append_claim_map(std::string& out, const CheckedArticle& checked, const TextStyle& style);

}  // namespace whereof::report
