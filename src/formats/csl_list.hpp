// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>

namespace whereof::formats {

/// A JSON array of CSL-JSON items, `id` being the entry's.
std::string write_csl_list(std::span<const Entry> entries);

}  // namespace whereof::formats
