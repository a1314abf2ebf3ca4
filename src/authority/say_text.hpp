// SPDX-License-Identifier: MIT
#pragma once

#include "authority/say.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// Names as one text: names divided by U+001E; in a name family, given, non-dropping particle, dropping
/// particle and suffix divided by U+001F, empty ones at the end left out; a literal name begins with U+001D.
/// Control characters in the names themselves become blanks.
std::string encode_names(const std::vector<bib::Name>& names);
std::vector<bib::Name> decode_names(std::string_view text);

/// The fields of a Say that have no column of their own: each one letter and its text, divided by U+001E.
std::string encode_rest(const Say& say);
void decode_rest(std::string_view text, Say& say);

/// A date as year * 10000 + month * 100 + day; 0 for none. The literal form is among the rest.
std::int64_t encode_date(const bib::Date& date) noexcept;
void decode_date(std::int64_t number, bib::Date& date) noexcept;

}  // namespace whereof::authority
