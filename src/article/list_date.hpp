// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace whereof::article {

/// The longest date in brackets: "2019, September 30 – October 2".
inline constexpr std::size_t kLongestListDate = 40;

/// What stands where a year would: "n.d.", "o. J.", "s. f.", "s. d.", "in press", "forthcoming", "n.d.-a".
/// `inside` is what the brackets hold.
bool stands_for_year(std::string_view inside);

/// What lists print in brackets behind the names: "2019", "2019a", "2019, March 4", "1998/2004", "ca. 1900",
/// and what stands for a year.
bool is_list_date(std::string_view inside);

}  // namespace whereof::article
