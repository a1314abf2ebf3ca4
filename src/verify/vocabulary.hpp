// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace whereof::verify {

/// Is it a word that others use too, as opposed to a slip of the pen? Met at least three times in the
/// bibliographic records behind the parser's lexicon; a rare right word is not known, a common one is.
[[nodiscard]] bool is_known_word(std::string_view folded_word);

/// Are these two words of their own, so that one is not a slip for the other? Both are known and no
/// inflections of one stem ("stroke", "strokes"), or they are one word before which another prefix stands
/// ("hypocapnia", "hypercapnia"). Two neighbouring letters exchanged ("trail", "trial") stay a slip.
[[nodiscard]] bool are_other_words(std::string_view a, std::string_view b);

}  // namespace whereof::verify
