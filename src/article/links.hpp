// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "article/draft.hpp"

#include <string>
#include <vector>

namespace whereof::article {

/// Finds every marker in article.text and resolves it against article.references, and makes references of
/// works that the text links to without listing them.
///
/// Takes   an article with text and listed references; `inlines` of article.text; `lists`, one value a
///         reference: the list it stands in; `list_places`, one value a list: the byte of article.text
///         where the list stood, so that the numbers of a chapter are looked up in its own list.
/// Does    fills article.markers, by span, not overlapping, and appends to article.references.
void link_markers(Article& article, const std::vector<Inline>& inlines,
                  const std::vector<std::uint32_t>& numbers, const std::vector<std::uint32_t>& lists,
                  const std::vector<std::size_t>& list_places);

}  // namespace whereof::article
