// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::article {

/// The character of a w:sym element: `code` hexadecimal, in private use as "F062" for the Symbol font's own
/// places. Greek letters and the signs of measurements are known; a blank for any other.
std::string word_symbol(std::string_view font, std::string_view code);

}  // namespace whereof::article
