// SPDX-License-Identifier: MIT
#pragma once

#include "bib/reference.hpp"
#include "cli/unified_diff.hpp"
#include "finding/verdict.hpp"

#include <string>
#include <vector>

namespace whereof::cli {

/// What can be corrected of one reference, and what cannot and why.
struct Corrections {
    std::vector<Edit> made;          ///< of Reference::raw; by span, none overlaps another
    std::vector<bib::Field> fields;  ///< that they correct
    std::vector<std::string> left;   ///< one sentence each
};

/// Corrects those fields of a reference string of which the evidence shows that they are wrong and what is
/// right, in the string's own way of writing: abbreviated pages stay abbreviated, a dash stays that dash.
/// Nothing is corrected of a work that was not found, nor where title and authors are both another's or more
/// than four facts: that is another work, and which one was meant only its author knows. (Tools that
/// rewrote entries from the best match put other papers into people's lists.)
[[nodiscard]] Corrections corrections_of(const bib::Reference& reference, const finding::Verdict& verdict);

}  // namespace whereof::cli
