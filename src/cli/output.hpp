// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "report/report.hpp"

namespace whereof::cli {

/// How text goes to this context's output: colour on a terminal unless NO_COLOR is set, or always with
/// FORCE_COLOR.
report::TextStyle text_style(const Context& context, bool verbose);

}  // namespace whereof::cli
