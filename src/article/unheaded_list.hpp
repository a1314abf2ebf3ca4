// SPDX-License-Identifier: MIT
#pragma once

#include "article/entries.hpp"

#include <cstddef>
#include <optional>

namespace whereof::article {

/// A reference list that stands under no heading.
struct UnheadedList {
    std::size_t begin = 0;  ///< index of its first line
    EntryRun run;
};

/// Looks for one near the end of a draft: the last label "1" from which numbers go on, or else the last run
/// of lines that together look like a list. The whole run is judged and not each line, for any list holds
/// entries that look like little (a body's web page without a year); but most must have the form of an entry,
/// a head and a date, that running text, tables of contents, authors' lives and lists of links have not.
/// `skip` has one value a block: blocks that belong to no list. Linear.
std::optional<UnheadedList> find_unheaded_list(const Draft& draft, const std::vector<DraftLine>& lines,
                                               const std::vector<bool>& skip);

}  // namespace whereof::article
