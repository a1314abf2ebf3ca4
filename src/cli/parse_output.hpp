// SPDX-License-Identifier: MIT
#pragma once

#include "bib/explain.hpp"
#include "bib/reference.hpp"

#include <string>
#include <string_view>

namespace whereof::cli {

/// Appends one line of `parse`: the reference as a CSL-JSON object and "\n". What CSL-JSON has no place for
/// stands below `custom`: confidence, doubt, label, the fields' spans in `raw`, and raw itself.
void append_parsed(std::string& out, std::string_view id, const bib::Reference& reference);

/// The same line with `custom.tokens`: each token's text, place, look, label, probability and reasons.
void append_explained(std::string& out, std::string_view id, const bib::Explanation& explanation);

/// The same for people, in several lines: what was read, then one row a token with its label, how sure that
/// is and what spoke for it.
std::string explain_text(std::string_view id, const bib::Explanation& explanation);

}  // namespace whereof::cli
