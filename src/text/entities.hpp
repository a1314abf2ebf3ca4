// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::text {

/// Reads the character reference or entity at `at`, where `text` has '&', moves `at` past it and gives its
/// UTF-8. Known are numbers, the five of XML, those of HTML 4 and the ISO names that journals use beyond
/// them; an unknown one gives "&" and moves one byte, so that it stays in the text as it is written. No
/// entity that a document declares is expanded.
std::string read_entity(std::string_view text, std::size_t& at);

/// `text` with its entities read, once: "&amp;lt;" is "&lt;".
std::string decode_entities(std::string_view text);

}  // namespace whereof::text
