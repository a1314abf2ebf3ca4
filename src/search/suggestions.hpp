// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "bib/item.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::search {

/// A work near to a claim: somewhere to look, never a source until somebody has read it.
struct Candidate {
    std::string title;
    std::string where;   ///< "w17" for a work of the store, else "pubmed@2026-11-01#10.1000/x"
    int year = 0;        ///< 0 when unknown
    double share = 0.0;  ///< of the title's words, how many the claim has
};

/// The works of the store and of the authorities whose titles share most words with a claim, best first,
/// equal ones by title. Titles with fewer than three words of the claim, or less than a third of their own,
/// are none.
std::vector<Candidate> suggest_works(store::Store& store, std::span<authority::Authority* const> authorities,
                                     std::string_view claim, std::span<const bib::Item> cited,
                                     std::size_t limit);

}  // namespace whereof::search
