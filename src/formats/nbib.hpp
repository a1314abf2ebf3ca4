// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>
#include <string_view>

namespace whereof::formats {

/// MEDLINE/PubMed records (.nbib): "PMID- 29573870", values wrapped with six blanks, records divided by a
/// blank line. A work without PMID has an empty PMID line, which begins its record.
std::string write_nbib(std::span<const Entry> entries);

/// The same as PubMed exports it; FAU is taken before AU, page ranges are expanded, titles lose their full
/// stop. A line that belongs to no value, behind a blank one, is an Error and costs nothing else.
/// Headings and dates of record keeping are left out.
Items read_nbib(std::string_view file);
bool looks_like_nbib(std::string_view head);

}  // namespace whereof::formats
