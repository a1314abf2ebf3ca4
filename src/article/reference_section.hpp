// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"
#include "article/entries.hpp"
#include "article/layout.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::article {

/// A reference list in a draft: lines [begin, end), its heading included, unless text that cites stands
/// between.
struct ReferenceSection {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<Entry> entries;
};

/// Every reference list of a draft, in order of place: blocks that the format itself calls references, what
/// follows a heading of that meaning (in English, German, French, Spanish, Portuguese, Italian, Dutch), or,
/// where there is neither, a numbered or very reference-like list at the end. `skip` has one value a block:
/// blocks that belong to no list.
std::vector<ReferenceSection> find_reference_sections(const Draft& draft, const std::vector<DraftLine>& lines,
                                                      const std::vector<bool>& skip);

/// Whether a line is a heading that means a reference list, in any of those languages.
bool heads_reference_list(std::string_view line);
/// Whether it is one that hardly means anything else: "References", not "Notes".
bool surely_heads_reference_list(std::string_view line);

}  // namespace whereof::article
