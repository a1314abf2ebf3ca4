// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// Pages taken apart: "2356-67" is 2356 to 2367, "R474-R482" is r 474 to 482, "e5001" is e 5001.
struct PageRange {
    std::string prefix;  ///< letters before the first number, folded
    std::string first;   ///< digits without leading zeros; empty when there are none
    std::string last;    ///< expanded; empty for a single page
};
PageRange page_range(std::string_view text);

/// Every run of digits of a text, without leading zeros.
std::vector<std::string> page_numbers(std::string_view text);

}  // namespace whereof::verify
