// SPDX-License-Identifier: MIT
#pragma once

#include "search/query.hpp"
#include "search/synonyms.hpp"
#include "store/store.hpp"

#include <string>
#include <vector>

namespace whereof::search {

/// A word of a query that no article of the store has.
struct UnknownWord {
    std::string word;        ///< as typed
    std::string suggestion;  ///< the nearest word that articles have; or empty
};

/// The wanted words that stand nowhere, nor anything that may stand for them; in order, at most eight. A
/// suggestion is one slip away (a letter more, less, other, or two exchanged), or two from six letters on; of
/// several the one that most articles have. (Norvig's corrector, with the store for its dictionary.)
std::vector<UnknownWord> unknown_words(const Node& query, store::Store& store, const Synonyms& synonyms);

}  // namespace whereof::search
