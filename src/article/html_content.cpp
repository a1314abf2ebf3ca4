// SPDX-License-Identifier: MIT
#include "article/html_content.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace whereof::article {
namespace {

/// Index of the block in which the text at or after `offset` stands.
std::size_t block_after(const Draft& draft, std::size_t offset) {
    const auto found =
        std::upper_bound(draft.blocks.begin(), draft.blocks.end(), offset,
                         [](std::size_t value, const Block& block) { return value < block.span.end; });
    return static_cast<std::size_t>(found - draft.blocks.begin());
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

/// Sums over runs of blocks, and marks of runs, each in the same time whatever the run's length.
class BlockRuns {
  public:
    explicit BlockRuns(const Draft& draft) : draft_(draft) {
        for (const Block& block : draft.blocks) {
            const bool heads = block.kind == BlockKind::heading && names_a_list(draft, block);
            sizes_.push_back(sizes_.back() + block.span.size());
            lists_.push_back(lists_.back() + (heads ? 1U : 0U));
        }
    }

    struct Run {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// The blocks that begin inside a region.
    [[nodiscard]] Run run_of(Span region) const {
        const auto before = [](const Block& block, std::size_t value) { return block.span.begin < value; };
        const auto last = std::lower_bound(draft_.blocks.begin(), draft_.blocks.end(), region.end, before);
        const auto end = static_cast<std::size_t>(last - draft_.blocks.begin());
        return {std::min(block_after(draft_, region.begin), end), end};
    }
    [[nodiscard]] std::size_t text_in(Run run) const { return sizes_[run.end] - sizes_[run.begin]; }
    [[nodiscard]] bool holds_list(Run run) const { return lists_[run.end] > lists_[run.begin]; }
    [[nodiscard]] std::size_t all_text() const { return sizes_.back(); }

  private:
    const Draft& draft_;
    std::vector<std::size_t> sizes_{0};
    std::vector<std::size_t> lists_{0};
};

class Marks {
  public:
    explicit Marks(std::size_t count) : steps_(count + 1, 0) {}
    void mark(BlockRuns::Run run) {
        ++steps_[run.begin];
        --steps_[run.end];
    }
    [[nodiscard]] std::vector<bool> all() const {
        std::vector<bool> marked(steps_.size() - 1, false);
        int depth = 0;
        for (std::size_t index = 0; index < marked.size(); ++index) {
            depth += steps_[index];
            marked[index] = depth > 0;
        }
        return marked;
    }

  private:
    std::vector<int> steps_;
};

/// Ids to which the text, not its menus, links.
std::unordered_set<std::string_view> linked_ids(const Draft& draft) {
    std::unordered_set<std::string_view> linked;
    for (const Inline& link : draft.inlines) {
        if (link.kind != InlineKind::link || !link.target.starts_with('#')) {
            continue;
        }
        const std::size_t from = block_after(draft, link.span.begin);
        if (from < draft.blocks.size() && draft.blocks[from].kind != BlockKind::list_item) {
            linked.insert(std::string_view(link.target).substr(1));
        }
    }
    return linked;
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
    const BlockRuns runs(draft);
    Marks in_article(count);
    Marks in_surroundings(count);
    Marks in_list(count);
    for (const HtmlRegion& region : regions) {
        const auto run = runs.run_of(region.span);
        if (region.is_article) {
            in_article.mark(run);
        }
        if (region.is_references) {
            in_list.mark(run);
        }
        if (region.surroundings != Surroundings::none && runs.text_in(run) * 2 <= runs.all_text()) {
            (runs.holds_list(run) ? in_list : in_surroundings).mark(run);
        }
    }
    const auto article = in_article.all();
    const auto around = in_surroundings.all();
    const auto worth = in_list.all();
    std::size_t article_text = 0;
    for (std::size_t index = 0; index < count; ++index) {
        article_text += article[index] ? draft.blocks[index].span.size() : 0;
    }
    const bool has_article = article_text * 2 > runs.all_text();
    const auto linked = linked_ids(draft);
    std::vector<bool> keep(count, true);
    bool below_heading = false;  // of a list that stands outside the article, until the next heading
    for (std::size_t index = 0; index < count; ++index) {
        const Block& block = draft.blocks[index];
        below_heading = names_a_list(draft, block) || (below_heading && block.kind != BlockKind::heading);
        const bool is_title = block.kind == BlockKind::heading && block.level == 1;
        const bool is_linked = !block.id.empty() && linked.contains(block.id);
        const bool is_outside = around[index] || (has_article && !article[index] && !below_heading);
        keep[index] = !is_outside || worth[index] || is_title || is_linked;
    }
    return keep;
}

}  // namespace whereof::article
