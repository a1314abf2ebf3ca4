// SPDX-License-Identifier: MIT
#pragma once

#include "search/query.hpp"
#include "search/synonyms.hpp"
#include "search/weights.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::search {

/// A way in which the words of a text may answer a word of the query.
struct Alternative {
    std::vector<std::uint32_t> terms;  ///< into Slots::terms; several stand one after another, one word
                                       ///< between each two allowed
    double weight = 1.0;               ///< 1 for the word itself
    std::string shown;                 ///< "waiting", for people
};

/// One word of the query with all that may stand for it. A row's score for a slot is that of its best
/// alternative.
struct Slot {
    std::string shown;                      ///< as typed
    double weight = 1.0;                    ///< how often it was asked for
    bool follows = false;                   ///< stood right behind the slot before
    std::vector<Alternative> alternatives;  ///< the word itself first
};

/// What a query ranks by.
struct Slots {
    std::vector<std::string> terms;  ///< each once; text::is_prefix ones among them
    std::vector<Slot> slots;         ///< in the order of the query
};

/// The wanted words of a query, with synonyms, short and long forms as the store's articles define them,
/// compounds written as one word or two, and words that start with a prefix. Stop words are left out; so is
/// everything under a NOT. `outcome` is Weights::outcome.
Slots make_slots(const Node& query, store::Index& index, const Synonyms& synonyms, const Weights& weights);

}  // namespace whereof::search
