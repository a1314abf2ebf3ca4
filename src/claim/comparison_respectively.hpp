// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <string_view>
#include <vector>

namespace whereof::claim {

/// Has the sentence a word that says which number is whose?
[[nodiscard]] bool has_respectively(std::string_view sentence, const std::vector<CompareToken>& tokens);

/// Gives each of two numbers its side: "pain was 3.1 and 4.5 in the A and B groups, respectively" becomes
/// "pain was 3.1 in A and 4.5 in B". Of more than two, of two that are compared with a third, of sides that
/// are times, numbers or outcomes ("pain and function"), and where it is not sure which lists are meant,
/// nothing is changed and false returned. Spans stay those of the sentence and may go back. Linear.
bool distribute_respectively(std::string_view sentence, std::vector<CompareToken>& tokens);

}  // namespace whereof::claim
