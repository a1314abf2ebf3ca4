// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::verify {

/// `text` with the letters mended whose UTF-8 was read as Latin-1 or Windows-1252 and written as UTF-8 again
/// ("LÃ³pez" is "López"). Only what is whole UTF-8 when read back changes; the rest stays as it is.
std::string without_mojibake(std::string_view text);

}  // namespace whereof::verify
