// SPDX-License-Identifier: MIT
#include "serve/found_references.hpp"

#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace whereof::serve {

Result<FoundReferences> find_references(store::Store& store, std::string_view query,
                                        const search::Synonyms* synonyms, std::size_t most) {
    search::Options options;
    options.limit = most + 1;
    options.synonyms = synonyms;
    auto hits = search::search(store, query, options);
    if (!hits) {
        return std::move(hits).error();
    }
    if (hits->size() > most) {
        return Error{fmt::format("more than {} claims were found, which are too many at once", most)};
    }
    FoundReferences out;
    out.claims = hits->size();
    std::unordered_set<std::int64_t> seen;
    for (auto& hit : *hits) {
        for (auto& source : hit.references) {
            if (seen.insert(source.id).second) {
                out.references.push_back({hit.path, std::move(source)});
            }
        }
    }
    return out;
}

}  // namespace whereof::serve
