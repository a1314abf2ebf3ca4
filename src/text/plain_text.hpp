// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace whereof::text {

/// Takes tags of HTML, JATS and MathML out of `text`, spells entities out and squeezes white space. "p <
/// 0.05" keeps its sign. Whether there was more to take than white space.
bool take_markup(std::string& text);

/// The same for an abstract, whose paragraphs stay apart; takes "Abstract" and "Summary" off its front too.
/// Done twice it is done once.
void make_plain_abstract(std::string& abstract);

}  // namespace whereof::text
