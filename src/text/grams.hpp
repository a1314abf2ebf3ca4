// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whereof::text {

/// How many different numbers a gram can have.
inline constexpr std::size_t kGramCount = std::size_t{1} << 16U;

/// Appends the numbers of a term's grams: every run of four bytes of the term with one blank before it
/// ("pain" gives " pai", "pain"); a shorter term is one gram. Two grams may share a number.
void add_grams(std::string_view term, std::vector<std::uint16_t>& out);

}  // namespace whereof::text
