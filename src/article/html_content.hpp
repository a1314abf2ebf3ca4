// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"
#include "article/html_elements.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace whereof::article {

/// An element that may stand around the article, or main or article itself, and the text that it held.
struct HtmlRegion {
    Span span;  ///< bytes into the builder's text
    Surroundings surroundings = Surroundings::none;
    bool is_article = false;     ///< main or article
    bool is_references = false;  ///< named as reference lists are
};

/// An id in the page, and where the text after it begins.
struct HtmlAnchor {
    std::string id;
    std::size_t offset = 0;  ///< byte into the builder's text
    bool of_block = false;   ///< of the li, p, td or dd itself
};

/// Gives blocks their ids and makes links inside the page point to them: "#x" is rewritten to the id of the
/// block in which x stands. `address` is the page's own, for links that spell it out.
void settle_anchors(const std::vector<HtmlAnchor>& anchors, const std::string& address, Draft& draft);

/// The first half of it: only gives blocks their ids.
void name_blocks(const std::vector<HtmlAnchor>& anchors, Draft& draft);

/// Which blocks belong to the article. Regions that surround it go, except those that hold most of the page's
/// text or a heading of a reference list; in those that go, regions named as lists and blocks to which the
/// text links stay; and where main or article hold most of the text, what is outside them goes in the same
/// way. When in doubt a block stays.
std::vector<bool> blocks_to_keep(const std::vector<HtmlRegion>& regions, const Draft& draft);

}  // namespace whereof::article
