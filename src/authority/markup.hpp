// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace whereof::authority {

/// Takes tags of HTML, JATS and MathML out of `text`, spells entities out and squeezes white space. "p <
/// 0.05" keeps its sign. Whether there was more to take than white space.
bool take_markup(std::string& text);

}  // namespace whereof::authority
