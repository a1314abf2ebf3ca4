// SPDX-License-Identifier: MIT
#include "article/html_content.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace whereof::article {
namespace {

/// Index of the block in which the text at or after `offset` stands.
std::size_t block_after(const Draft& draft, std::size_t offset) {
    const auto found =
        std::upper_bound(draft.blocks.begin(), draft.blocks.end(), offset,
                         [](std::size_t value, const Block& block) { return value < block.span.end; });
    return static_cast<std::size_t>(found - draft.blocks.begin());
}

std::size_t text_size(const Draft& draft, const std::vector<bool>& chosen) {
    std::size_t size = 0;
    for (std::size_t index = 0; index < chosen.size(); ++index) {
        size += chosen[index] ? draft.blocks[index].span.size() : 0;
    }
    return size;
}

/// "References", "(References)", "Sources:", "Works cited": the words that make a region worth keeping.
/// Whether a list stands below is for assemble() to say.
bool names_a_list(const Draft& draft, const Block& block) {
    constexpr std::size_t kLongest = 40;
    if (block.span.size() > kLongest ||
        (block.kind != BlockKind::heading && block.kind != BlockKind::paragraph)) {
        return false;
    }
    const auto lower = text::ascii_lower(block.span.of(draft.text));
    for (const std::string_view word :
         {"reference", "bibliograph", "works cited", "literature", "sources", "citations", "footnotes",
          "endnotes", "further reading", "literatur", "bibliografía"}) {
        if (lower.find(word) != std::string::npos) {
            return true;
        }
    }
    return false;
}

void mark(const Draft& draft, Span span, std::vector<bool>& blocks) {
    for (std::size_t index = block_after(draft, span.begin);
         index < draft.blocks.size() && draft.blocks[index].span.begin < span.end; ++index) {
        blocks[index] = true;
    }
}

bool holds_list(const Draft& draft, Span span) {
    for (std::size_t index = block_after(draft, span.begin);
         index < draft.blocks.size() && draft.blocks[index].span.begin < span.end; ++index) {
        if (draft.blocks[index].kind == BlockKind::heading && names_a_list(draft, draft.blocks[index])) {
            return true;
        }
    }
    return false;
}

}  // namespace

void name_blocks(const std::vector<HtmlAnchor>& anchors, Draft& draft) {
    for (const HtmlAnchor& anchor : anchors) {
        const std::size_t index = block_after(draft, anchor.offset);
        if (index < draft.blocks.size() && (draft.blocks[index].id.empty() || anchor.of_block)) {
            draft.blocks[index].id = anchor.id;
        }
    }
}

void settle_anchors(const std::vector<HtmlAnchor>& anchors, const std::string& address, Draft& draft) {
    name_blocks(anchors, draft);
    std::unordered_map<std::string_view, std::size_t> block_of;
    for (const HtmlAnchor& anchor : anchors) {
        if (const std::size_t index = block_after(draft, anchor.offset); index < draft.blocks.size()) {
            block_of.emplace(anchor.id, index);
        }
    }
    for (Inline& link : draft.inlines) {
        const auto hash = link.kind == InlineKind::link ? link.target.find('#') : std::string::npos;
        if (hash == std::string::npos || (hash > 0 && link.target.compare(0, hash, address) != 0)) {
            continue;
        }
        const auto found = block_of.find(std::string_view(link.target).substr(hash + 1));
        if (found != block_of.end()) {
            link.target = "#" + draft.blocks[found->second].id;
        }
    }
}

std::vector<bool> blocks_to_keep(const std::vector<HtmlRegion>& regions, const Draft& draft) {
    const std::size_t count = draft.blocks.size();
    std::vector<bool> article(count, false);
    std::vector<bool> outside(count, false);  // of main and article, where those are the page
    std::vector<bool> around(count, false);   // in a region that surrounds the article
    std::vector<bool> worth(count, false);    // must stay whatever surrounds it
    const std::size_t all = text_size(draft, std::vector<bool>(count, true));
    for (std::size_t index = 0; index < count; ++index) {
        const Block& block = draft.blocks[index];
        worth[index] = block.is_reference || (block.kind == BlockKind::heading && block.level == 1);
    }
    // Regions nest, so marking each of them costs their depth, which the reader bounds.
    for (const HtmlRegion& region : regions) {
        if (region.is_article || region.is_references) {
            mark(draft, region.span, region.is_article ? article : worth);
        }
    }
    const std::size_t in_article = text_size(draft, article);
    if (in_article * 2 > all) {
        for (std::size_t index = 0; index < count; ++index) {
            outside[index] = !article[index];
        }
    }
    std::unordered_set<std::string_view> linked;
    for (const Inline& link : draft.inlines) {
        const std::size_t from = link.kind == InlineKind::link && link.target.starts_with('#')
                                     ? block_after(draft, link.span.begin)
                                     : count;
        if (from < count && draft.blocks[from].kind != BlockKind::list_item) {
            linked.insert(std::string_view(link.target).substr(1));
        }
    }
    for (const HtmlRegion& region : regions) {
        if (region.surroundings == Surroundings::none) {
            continue;
        }
        std::vector<bool> inside(count, false);
        mark(draft, region.span, inside);
        if (text_size(draft, inside) * 2 <= all) {
            mark(draft, region.span, holds_list(draft, region.span) ? worth : around);
        }
    }
    std::vector<bool> keep(count, true);
    bool in_list = false;  // below a list's heading outside the article, until the next heading
    for (std::size_t index = 0; index < count; ++index) {
        const Block& block = draft.blocks[index];
        in_list = names_a_list(draft, block) || (in_list && block.kind != BlockKind::heading);
        keep[index] = worth[index] || (!block.id.empty() && linked.contains(block.id)) ||
                      (!around[index] && (!outside[index] || in_list));
    }
    return keep;
}

}  // namespace whereof::article
