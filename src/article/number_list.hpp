// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whereof::article {

/// More numbers are in no marker: "[1-5000]" is none.
inline constexpr std::size_t kMostNumbers = 1000;

/// Reads "1", "1,3-5", "2; 4", "1 and 2", "see 3", "9; this study". Fails on anything else, on 0 and on more
/// than kMostNumbers numbers.
bool read_number_list(std::string_view text, std::vector<std::uint32_t>& numbers);

/// Appends the numbers from `first` to `last`, as page ranges abbreviate them ("118-20" is 118 to 120). Fails
/// where they fall, or are more than kMostNumbers.
bool append_range(std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& numbers);

/// Is the text one dash, with blanks at most?
bool is_only_a_dash(std::string_view text);

}  // namespace whereof::article
