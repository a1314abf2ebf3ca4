// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "report/report.hpp"

#include <string>
#include <vector>

namespace whereof::cli {

/// TERM=dumb: it knows neither colours nor how to write over a line.
bool is_dumb_terminal(const Context& context);

/// How text goes to this context's output: colour on a terminal that is not dumb unless NO_COLOR is set, or
/// always with
/// FORCE_COLOR. Lines are broken at the terminal's width; into a file or pipe not at all, so that each
/// finding is one line there, unless COLUMNS asks for it.
report::TextStyle text_style(const Context& context, bool verbose);

/// Throws a Refusal where an output would take the place of an input.
void keep_inputs(const std::string& output, const std::vector<std::string>& inputs);

}  // namespace whereof::cli
