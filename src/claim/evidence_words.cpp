// SPDX-License-Identifier: MIT
#include "claim/evidence_words.hpp"

namespace whereof::claim {

const text::WordList& evidence_words() {
    static const text::WordList words("corpus/words/evidence_words.tsv");
    return words;
}

}  // namespace whereof::claim
