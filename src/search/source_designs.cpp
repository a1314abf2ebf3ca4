// SPDX-License-Identifier: MIT
#include "search/source_designs.hpp"

#include "store/store.hpp"

namespace whereof::search {

bib::StudyDesign design_of_source(store::Index& index, const store::ArticleWords& words,
                                  std::uint32_t source) {
    const auto known = index.known_design(store::reference_id(words.article, source));
    return known != bib::StudyDesign::unknown
               ? known
               : bib::study_design_of_terms(words.terms_of(words.sources[source].title));
}

}  // namespace whereof::search
