// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

#include <string>
#include <vector>

namespace whereof::report {

/// An article with one reference of each kind that an editor meets, made by hand.
CheckedArticle sample_article();

search::Hit sample_hit();

/// The lines of a report, without their ends.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace whereof::report
