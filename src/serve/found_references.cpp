// SPDX-License-Identifier: MIT
#include "serve/found_references.hpp"

#include <unordered_set>
#include <utility>

namespace whereof::serve {

Result<FoundReferences> find_references(store::Store& store, std::string_view query,
                                        const search::Synonyms* synonyms) {
    search::Options options;
    options.limit = 1'000'000;  // all that a store is made for
    options.synonyms = synonyms;
    auto hits = search::search(store, query, options);
    if (!hits) {
        return std::move(hits).error();
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
