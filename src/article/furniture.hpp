// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"

#include <string_view>
#include <vector>

namespace whereof::article {

/// Whether a line never stands in a reference list and so ends it: "Acknowledgements", "Leave a comment",
/// "Was this page helpful?", "5/5 - (1 vote)".
bool ends_reference_list(std::string_view line);

/// For each block whether it belongs to the page and not to the article: navigation, cookie banners, adverts,
/// share buttons, comments. Careful: a block that could be the article's own text stays.
std::vector<bool> find_furniture(const Draft& draft);

}  // namespace whereof::article
