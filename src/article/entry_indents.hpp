// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace whereof::article {

/// What the indentation of a list's lines tells: for each line -1 where an entry begins, 1 where one goes on,
/// 0 where it says neither. Further lines may be indented, or first lines, or nothing, and that may change
/// from page to page, as may the left edge.
///
/// `begins` says of each line how much it looks like an entry's first (positive) or not (negative); of
/// `indents`, in columns, only the differences count. Finds the best path through the lines (Viterbi).
/// Linear.
std::vector<int> read_indents(const std::vector<double>& begins, const std::vector<std::uint32_t>& indents);

}  // namespace whereof::article
