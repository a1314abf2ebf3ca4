// SPDX-License-Identifier: MIT
#pragma once

#include "bib/study_design.hpp"
#include "store/index.hpp"

#include <cstdint>

namespace whereof::search {

/// The study design of a source, an index into words.sources: by the record that a kept verdict names, else
/// by words of the title.
bib::StudyDesign design_of_source(store::Index& index, const store::ArticleWords& words,
                                  std::uint32_t source);

}  // namespace whereof::search
