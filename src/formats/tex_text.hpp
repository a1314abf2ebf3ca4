// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::formats {

/// The text that a TeX value stands for: accents ("\'e", "{\"o}", "\v{c}"), letters ("\ss", "\alpha"),
/// dashes, quotes and escaped signs as Unicode; braces and dollar signs gone; of other commands what they are
/// set on. Any bytes; linear.
std::string tex_to_text(std::string_view tex);

/// A DOI or URL, which TeX does not read: only "\_" and its like lose their backslash, braces go.
std::string tex_verbatim(std::string_view tex);

}  // namespace whereof::formats
