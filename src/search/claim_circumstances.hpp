// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison.hpp"

#include <string_view>

namespace whereof::search {

/// Where or of whom a claim's comparison holds, by what stands behind its sides, else before its first comma:
/// of "zinc was better than iron against E. coli" and "In gout, zinc was better than iron" the "E. coli" and
/// the "gout". Empty when it is not told; may hold the outcome. Points into `text`, the whole claim.
[[nodiscard]] std::string_view circumstances(const claim::Comparison& comparison, std::string_view text);

}  // namespace whereof::search
