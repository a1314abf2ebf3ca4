// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "article/draft.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace whereof::article {

/// Makes markers of kind link for hyperlinks and bare identifiers of scholarly works (DOI, PMID, PMCID,
/// arXiv, trial numbers) in article.text, and references for works that are not in the list. Leaves out the
/// article's own identifiers and what is inside one of `taken` (by span). `has_list`: the text's markers lead
/// to a list, so that bare trial numbers and the article's own supplements are no references.
std::vector<Marker> find_linked_works(Article& article, const std::vector<Inline>& inlines,
                                      const std::vector<Marker>& taken, bool has_list);

}  // namespace whereof::article
