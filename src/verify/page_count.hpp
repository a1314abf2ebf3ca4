// SPDX-License-Identifier: MIT
#pragma once

#include "verify/citation.hpp"
#include "verify/compare.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// The numbers of a text that say how many pages a work has: "12 pages", "xii, 245 pp.", "12 S.". Not a range
/// ("736-747 pp"), nor a number whose label is the next one's ("389, p. 736", "389 pp. 736-747").
std::vector<std::string> page_counts(std::string_view text);

/// Is a page field such a count and no place?
[[nodiscard]] bool is_page_count(std::string_view page);

/// How many pages "736-747" has: 12. 0 where that is not known.
[[nodiscard]] std::size_t page_extent(std::string_view page);

/// Compares as a count what stands as one in the raw string and was read as pages: it agrees when it is the
/// record's extent. Read as a volume or issue it is none, and is left unsaid.
void support_page_counts(const Citation& citation, const bib::Item& found, Comparison& comparison);

}  // namespace whereof::verify
