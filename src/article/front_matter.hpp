// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"

#include <cstddef>
#include <string_view>

namespace whereof::article {

/// Bytes of the block of "key: value" lines between "---" lines at the start of a Markdown text; 0 when there
/// is none.
std::size_t front_matter_size(std::string_view text);

/// Fills title, date, url, DOI, language, site and id of `draft` from it. Gives front_matter_size(). Only
/// plain values on one line are read.
std::size_t read_front_matter(std::string_view text, Draft& draft);

}  // namespace whereof::article
