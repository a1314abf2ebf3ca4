// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "search/search.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::serve {

/// A source of a claim that a query found.
struct FoundReference {
    std::string path;  ///< of its article
    search::HitReference source;
};

struct FoundReferences {
    std::vector<FoundReference> references;  ///< each once, of the best hits first
    std::size_t claims = 0;                  ///< how many were found
};

inline constexpr std::size_t kMostFound = 1'000'000;  ///< claims: all that a store is made for

/// The sources of every claim that the query finds. Fails on a query that cannot be meant, and on one that
/// finds more than `most` claims. `synonyms` are search::Options' own.
Result<FoundReferences> find_references(store::Store& store, std::string_view query,
                                        const search::Synonyms* synonyms, std::size_t most = kMostFound);

}  // namespace whereof::serve
