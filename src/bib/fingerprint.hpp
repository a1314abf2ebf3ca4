// SPDX-License-Identifier: MIT
#pragma once

#include "bib/reference.hpp"

#include <string>
#include <string_view>

namespace whereof::bib {

/// 16 hexadecimal digits by which a text is known again: case, punctuation, white space and line breaks do
/// not count. The first digits of the SHA-256 of text::fold_key().
std::string fingerprint(std::string_view text);

/// The same of a reference: its string without the list label, or, where it came in fields, what they say. So
/// it stays the same when the list is renumbered, moved or broken into other lines.
std::string fingerprint(const Reference& reference);

}  // namespace whereof::bib
