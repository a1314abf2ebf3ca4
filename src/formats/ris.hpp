// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>

namespace whereof::formats {

/// RIS: one tag a line, CRLF; no value can start a line or a tag of its own.
std::string write_ris(std::span<const Entry> entries);

}  // namespace whereof::formats
