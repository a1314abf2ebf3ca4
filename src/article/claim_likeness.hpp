// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"

#include <vector>

namespace whereof::article {

/// How much each sentence of an article reads as a claim (claim::likeness), each among the running text of
/// its section; 0 for headings and cells of tables.
std::vector<double> claim_likeness(const Article& article);

}  // namespace whereof::article
