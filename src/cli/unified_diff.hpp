// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// A piece of a file that is to be replaced.
struct Edit {
    Span span;  ///< bytes into the file
    std::string text;
};

/// The file with its edits made; they are by span, and none overlaps another.
std::string edited(std::string_view file, const std::vector<Edit>& edits);

/// The same as a unified diff with three lines of context, as `patch -p1` takes it; empty without edits.
std::string unified_diff(std::string_view path, std::string_view file, const std::vector<Edit>& edits);

}  // namespace whereof::cli
