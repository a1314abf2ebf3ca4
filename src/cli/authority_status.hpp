// SPDX-License-Identifier: MIT
#pragma once

#include "cli/authorities.hpp"
#include "cli/command.hpp"

#include <string>

namespace whereof::cli {

/// What the authorities hold: records, events, the files they come from and when, works by decade, and of
/// `journal` (a title or abbreviation; may be empty) by year; then the services that --online would ask.
void print_authority_status(Context& context, const Authorities& authorities, const std::string& journal,
                            bool as_json);

}  // namespace whereof::cli
