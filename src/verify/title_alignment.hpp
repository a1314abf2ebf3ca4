// SPDX-License-Identifier: MIT
#pragma once

#include "verify/symbols.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace whereof::verify {

/// How two titles' words lie against each other.
struct Alignment {
    std::size_t same = 0;     ///< content words in both, in order
    std::size_t typos = 0;    ///< words that are slips for each other
    std::size_t symbols = 0;  ///< Greek letters that have become Latin ones or got lost
    std::size_t changed = 0;  ///< content words on either side that have no partner
    std::size_t small = 0;    ///< stop words without partner
    bool numbers_differ = false;
    bool strange = false;  ///< is one of the changed words no word that others use?
};

Alignment align(const SymbolWords& title_a, const SymbolWords& title_b);

/// Each word in its spelling_form().
std::vector<std::string> spelled(const std::vector<std::string>& folded_words);

}  // namespace whereof::verify
