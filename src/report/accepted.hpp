// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

#include <map>
#include <string>

namespace whereof::report {

/// What people let stand, with their reasons: by fingerprint_of(rule, fingerprint of the reference or claim).
using Accepted = std::map<std::string, std::string>;

/// Makes the verdicts and findings of an article that are accepted count no more.
void apply_accepted(const Accepted& accepted, CheckedArticle& checked);

}  // namespace whereof::report
