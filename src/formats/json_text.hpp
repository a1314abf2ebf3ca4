// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::formats {

/// Appends `text` as a JSON string, quotes included. Only what JSON demands is escaped, and what turns the
/// order of a line round; what is no UTF-8 becomes U+FFFD. The same bytes as nlohmann's dump() with
/// error_handler_t::replace and escape_bidi() give, at a tenth of the price.
void append_json_string(std::string& out, std::string_view text);

/// Writes the characters by which a text decides in what order a line is shown (U+202A–202E, U+2066–2069) as
/// \u202a in JSON, from byte `from` on: who reads it in a terminal or a diff sees it as it is.
void escape_bidi(std::string& json, std::size_t from = 0);

/// Begins a member: a comma unless `out` is empty or ends in "{", the key and the colon. The key needs no
/// escape.
void begin_json_member(std::string& out, std::string_view key);

/// A share of one, 0 to 1, with four decimals and no zeros behind: "0.0", "0.25", "1.0". More would say
/// nothing, and would differ between processors.
void append_json_share(std::string& out, double share);

}  // namespace whereof::formats
