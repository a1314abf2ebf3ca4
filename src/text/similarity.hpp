// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace whereof::text {

/// Levenshtein distance in bytes, or `limit` + 1 as soon as it must be more than `limit`.
/// Takes O((limit + 1) * min length) time. Fold first: accented letters count two bytes otherwise.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// 1 for equal, 0 for nothing in common: 1 - distance / longer length. Quadratic; for texts up to a few kB.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

}  // namespace whereof::text
