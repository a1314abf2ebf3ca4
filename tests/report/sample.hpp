// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

namespace whereof::report {

/// An article with one reference of each kind that an editor meets, made by hand.
CheckedArticle sample_article();

search::Hit sample_hit();

}  // namespace whereof::report
