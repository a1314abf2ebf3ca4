// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>
#include <string_view>

namespace whereof::formats {

/// RFC 4180: a header row, every field quoted, CRLF, UTF-8; several names divided by "; ". A field that a
/// spreadsheet would take for a formula has "'" in front.
std::string write_csv(std::span<const Entry> entries);

/// One such field, its quotes included.
std::string csv_field(std::string_view value);

}  // namespace whereof::formats
