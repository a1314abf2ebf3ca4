// SPDX-License-Identifier: MIT
#include "search/source_designs.hpp"

#include "store/store.hpp"

namespace whereof::search {

SourceDesigns::SourceDesigns(store::Index& index) {
    for (const auto& [reference, design] : index.known_designs()) {
        known_.emplace(reference, design);
    }
}

bib::StudyDesign SourceDesigns::of(const store::ArticleWords& words, std::uint32_t source) const {
    const auto known = known_.find(store::reference_id(words.article, source));
    if (known != known_.end()) {
        return known->second;
    }
    return bib::study_design_of_terms(words.terms_of(words.sources[source].title));
}

}  // namespace whereof::search
