// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace whereof::text {

enum class Quotes : std::uint8_t { plain, escaped };

/// Appends text as the content of an element of XML or HTML, and with Quotes::escaped of a quoted attribute
/// too: what would be markup is an entity, U+FFFE and U+FFFF, which XML forbids, are U+FFFD. Other control
/// characters are the caller's to drop; the text is valid UTF-8.
void append_escaped(std::string& out, std::string_view text, Quotes quotes);

}  // namespace whereof::text
