// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"
#include "verify/compare.hpp"

#include <optional>
#include <vector>

namespace whereof::verify {

/// Two citations held side by side.
struct CitedPair {
    bool same_work = false;  ///< an identifier or the title and first author say so
    /// An identifier that both bear although their titles say that they are different works.
    std::optional<bib::Field> shared_by_mistake;
    std::vector<FieldMatch> conflicts;  ///< the facts in which they contradict each other
};

/// Without asking any authority. Silence on either side is no conflict, nor are abbreviations, "et al." or a
/// subtitle left out.
CitedPair hold_side_by_side(const bib::Item& a, const bib::Item& b);

}  // namespace whereof::verify
