// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "cli/corrections.hpp"
#include "cli/unified_diff.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// Where corrections of a reference stand in the bytes of its article's file; `next` is the reference behind
/// it, if any. Where the file has the string verbatim that is plain; where markup stands in between (HTML,
/// JATS), each piece must be found between here and `next` exactly once. Absent when one cannot be found for
/// sure.
[[nodiscard]] std::optional<std::vector<Edit>> place_edits(std::string_view file, std::string_view format,
                                                           const article::ListedReference& listed,
                                                           const article::ListedReference* next,
                                                           const std::vector<Edit>& corrections);

}  // namespace whereof::cli
