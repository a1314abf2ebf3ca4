// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::formats {

/// Appends `text` as a JSON string, quotes included. Only what JSON demands is escaped; what is no UTF-8
/// becomes U+FFFD. The same bytes as nlohmann's dump() with error_handler_t::replace gives, at a tenth of
/// the price.
void append_json_string(std::string& out, std::string_view text);

}  // namespace whereof::formats
