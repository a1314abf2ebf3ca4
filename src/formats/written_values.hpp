// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>

namespace whereof::formats {

/// A value that stands on one line whatever it was: line breaks and controls of Unicode too are blanks,
/// invalid UTF-8 is U+FFFD.
std::string on_one_line(std::string_view value);

/// "2018-03-21", as precise as the date is; its literal without a year.
std::string iso_date(const bib::Date& date);

}  // namespace whereof::formats
