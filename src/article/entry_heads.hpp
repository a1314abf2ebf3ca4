// SPDX-License-Identifier: MIT
#pragma once

#include "article/entry_label.hpp"

#include <string_view>

namespace whereof::article {

/// "Smith J", "SMITH, John", "van der Berg, J.", "J. K. Smith", "____." at the head of a line without blanks
/// before it.
bool has_author_head(std::string_view line);

/// "Statistisches Bundesamt (1974): …", "World Health Organization. (n.d.). …", "WHO 2003. …": a body and the
/// date, before anything else is said. "Smith and Lee (2019) walked" is a sentence and none.
bool has_body_and_date(std::string_view line);

/// "de Souza e Silva, Adriana": particles, then a capital, and a comma soon.
bool has_particles(std::string_view line);

/// "comScore", "eBay": a name that begins with a small letter.
bool has_inner_capital(std::string_view line);

/// What follows a label begins as references do.
bool has_head(std::string_view line, const EntryLabel& label);

/// Whether the line before cannot be the last of an entry.
bool goes_on(std::string_view line);

}  // namespace whereof::article
