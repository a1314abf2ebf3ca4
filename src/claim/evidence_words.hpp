// SPDX-License-Identifier: MIT
#pragma once

#include "text/word_list.hpp"

namespace whereof::claim {

/// The words of phrases that name evidence, by class: corpus/words/evidence_words.tsv, whose head says which
/// classes there are.
const text::WordList& evidence_words();

}  // namespace whereof::claim
