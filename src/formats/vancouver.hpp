// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>

namespace whereof::formats {

/// Vancouver (ICMJE, NLM's Citing Medicine): numbered lines in the order given, six authors and then et al.,
/// journal abbreviations from the journal table, shortened page ranges.
std::string write_vancouver(std::span<const Entry> entries);

}  // namespace whereof::formats
