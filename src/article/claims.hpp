// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// Moves the ends of sentences over markers that stand behind a stop but were taken for the next sentence's
/// beginning: "… pain. [12] The next …". Needs article.sentences and article.markers by span.
void attach_trailing_markers(Article& article);

/// Makes article.claims from its sentences and markers: one for each sentence, heading or list item with a
/// marker, and one for each sentence that names evidence without one.
void make_claims(Article& article);

/// A stretch of text without the markers in it (spans in `text`, in order), white space squeezed, and without
/// what a marker leaves behind: "(see )", a blank before the stop.
std::string without_markers(std::string_view text, Span stretch, const std::vector<Span>& markers);

}  // namespace whereof::article
