// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <string>
#include <string_view>

namespace whereof::bib {

/// `span` without the blanks and the punctuation that divide fields at its ends. A bracket or quotation mark
/// stays when its partner is inside; a pair that encloses all goes, but for square brackets.
Span trimmed(std::string_view text, Span span);

/// A field's text as it is stored: valid UTF-8, runs of white space one blank, soft hyphens gone.
std::string readable(std::string_view text);

}  // namespace whereof::bib
