// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace whereof::article {

/// For the lines of one paragraph, which a reader is about to join: where another reference begins. A list
/// set line by line without blank lines between is no wrapped paragraph, whatever the format says; one entry
/// over several lines is.
///
/// In a numbered list a line begins another reference where its number goes on. In others where it has an
/// entry's head and both what stands before it and what follows up to the next such head are whole by
/// themselves, that is dated; or where three lines and more each begin and
/// end as a reference does, and most are whole. Gives nothing (an
/// empty vector) for paragraphs without such a place, else one value a line, the first of them true. Linear.
std::vector<bool> entry_breaks(const std::vector<std::string_view>& lines);

}  // namespace whereof::article
