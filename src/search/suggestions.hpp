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
    bib::Item item;
    std::string where;   ///< "w17" for a work of the store, else "pubmed@2026-11-01#10.1000/x"
    double share = 0.0;  ///< of the title's words, how many the claim has
};

/// The works of the store and of the authorities whose titles, and abstracts where they are known, share most
/// words with a claim, best first: they have the rarest of the claim's words, by all works near to it, and
/// more of the others; synonyms are one word. A work that the store knows as retracted or under concern is
/// left out, and so is one that is only cited with verdicts that it was not found, is wrongly identified or
/// is another than described. Words for how something was found out ("randomised trial") count nothing. A
/// title must have two words of the claim that are rare in the store's articles, or, of three or more, a good
/// part of the claim; and they must be a third of its own, of two more than half. Or title and abstract have
/// two thirds of the claim's words, at least three, the title one of them.
std::vector<Candidate> suggest_works(store::Store& store, std::span<authority::Authority* const> authorities,
                                     std::string_view claim, std::span<const bib::Item> cited,
                                     std::size_t limit);

}  // namespace whereof::search
