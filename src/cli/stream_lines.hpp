// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace whereof::cli {

/// Calls `each(line, number, cut)` for every non-blank line of a file (gzip is unpacked), or of the context's
/// input for "-". Lines are numbered from 1, blank ones counted; a line over `max_line` bytes comes cut. One
/// line is in memory at a time, and it is handed over as soon as it is complete. Throws IoError.
void for_each_line(Context& context, const std::string& path, std::size_t max_line,
                   const std::function<void(std::string_view line, std::size_t number, bool cut)>& each);

}  // namespace whereof::cli
