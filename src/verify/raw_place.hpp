// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"
#include "verify/citation.hpp"
#include "verify/compare.hpp"

#include <cstddef>

namespace whereof::verify {

/// Looks for the record's volume, issue, pages and year in the raw string, behind word `from`, where its
/// title ends or 0. Where they stand together behind the journal's name they agree, whatever other numbers
/// the string holds: a second work, "Reprinted in: …", a note. Else numbers whose roles the parser may have
/// exchanged are put right.
void support_place(const Citation& citation, const bib::Item& found, std::size_t from,
                   Comparison& comparison);

/// Leaves unsaid what an article cited ahead of print could not have: "2018 Oct 9:269215518800000" and "In
/// press" name no volume, page or year of an issue; and a year that is part of the title or the journal's
/// name is none either.
void support_ahead_of_print(const Citation& citation, const bib::Item& found, Comparison& comparison);

}  // namespace whereof::verify
