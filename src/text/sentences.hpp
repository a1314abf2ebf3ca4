// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <string_view>
#include <vector>

namespace whereof::text {

inline constexpr std::size_t kLongestSentence = std::size_t{8} << 10U;

/// Divides running text (UTF-8, one paragraph or several) into sentences.
///
/// Gives   spans in order, not overlapping, without white space at their ends; together they hold every
///         byte that is not white space. A citation marker glued to the stop ("pain.1,2 The", "move.¹ Next",
///         "sleep.[3] It") and closing quotes or brackets belong to the sentence before. No sentence ends
///         inside "et al.", "vs.", "Fig. 2", "p < .05", decimals, initials, "E. coli" or round brackets.
///         An empty line ends a sentence, and so does a line that starts a list item. What has more than
///         kLongestSentence bytes is no sentence: it is cut at blanks.
/// Cost    linear in the length of the text.
std::vector<Span> split_sentences(std::string_view text);

}  // namespace whereof::text
