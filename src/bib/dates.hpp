// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string_view>

namespace whereof::bib {

/// Reads a date as references have it, in English, German, French, Spanish, Portuguese, Italian or Dutch:
/// "2018 Jun 9", "June 2018", "2016 Jul-Aug", "9. Juni 2018", "15 de março de 2018", "2018-06-09",
/// "10.5.94", "2007b", "[cited 2025 Oct 15]". Of a range the beginning, of "1989 [1972]" the first year.
///
/// Gives   year, month and day as far as they were said; a text without a year ("n.d.", "in press") is
///         Date::literal, trimmed. "06/09/2018" could be June or September: the year alone.
/// Cost    linear; only the first 64 words and numbers are looked at.
Date parse_date(std::string_view text);

/// 1 to 12 for a month's name or abbreviation in those languages, any case, with or without its full stop;
/// else 0.
int month_of(std::string_view word);

}  // namespace whereof::bib
