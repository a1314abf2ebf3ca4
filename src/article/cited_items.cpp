// SPDX-License-Identifier: MIT
#include "article/cited_items.hpp"

#include "article/reference_score.hpp"
#include "article/reference_text.hpp"
#include "bib/names.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace whereof::article {
namespace {

/// Letters and digits of a title by which it is looked up in the text; shorter titles are found by author.
constexpr std::size_t kProbe = 12;
/// Longer blocks print no single work.
constexpr std::size_t kLongestEntry = 2000;
/// A run of printed works may have so many other entries in it.
constexpr std::uint32_t kMostBetween = 3;
/// What a block of a list without marks must look like.
constexpr double kLooksPrinted = 0.6;

/// What a printed entry shows of its work.
struct Printed {
    std::string key;  ///< fold_key of the whole
    std::string text;
};

bool shows_author(const Printed& printed, const bib::Item& item) {
    return item.author.empty() ||
           printed.key.find(text::fold_key(bib::surname(item.author.front()))) != std::string::npos;
}

bool shows_year(const Printed& printed, const bib::Item& item) {
    return item.issued.year == 0 || printed.text.find(std::to_string(item.issued.year)) != std::string::npos;
}

/// Most of the longer words of the title, for titles that are short or were printed in another form.
bool shows_title(const Printed& printed, const bib::Item& item) {
    constexpr std::size_t kLongWord = 4;
    constexpr double kMost = 0.6;
    std::size_t words = 0;
    std::size_t shown = 0;
    for (const auto& word : text::fold_words(item.title)) {
        if (word.size() >= kLongWord) {
            ++words;
            shown += printed.key.find(word) != std::string::npos ? 1U : 0U;
        }
    }
    return static_cast<double>(shown) >= kMost * static_cast<double>(words);
}

/// Cited works by the beginnings of their titles, and by their first authors.
class WorkFinder {
  public:
    void add(std::size_t index, const bib::Item& item) {
        titles_.push_back(text::fold_key(item.title).substr(0, kLongestTitle));
        items_.push_back(&item);
        if (titles_.back().size() >= kProbe) {
            by_probe_[titles_.back().substr(0, kProbe)].push_back(index);
        }
        const auto author =
            item.author.empty() ? std::string() : text::fold_key(bib::surname(item.author.front()));
        if (!author.empty()) {
            by_author_[author].push_back(index);
        }
    }

    /// The free work of which `printed` shows most of a title and the author, or else the only one whose
    /// author it begins with and whose year and words of the title it shows; kNone when there is none.
    [[nodiscard]] std::size_t find(const Printed& printed, const std::vector<bool>& taken, bool sure) const {
        std::size_t best = kNone;
        for (std::size_t at = 0; at + kProbe <= printed.key.size(); ++at) {
            const auto found = by_probe_.find(printed.key.substr(at, kProbe));
            if (found == by_probe_.end()) {
                continue;
            }
            std::size_t tried = 0;
            for (const std::size_t index : found->second) {
                const bool fits =
                    !taken[index] && printed.key.compare(at, titles_[index].size(), titles_[index]) == 0;
                const bool longer = best == kNone || titles_[index].size() > titles_[best].size();
                if (fits && longer && shows_author(printed, *items_[index])) {
                    best = index;
                }
                if (++tried == kMostAlike) {
                    break;
                }
            }
        }
        return best != kNone || sure ? best : by_author(printed, taken);
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  private:
    static constexpr std::size_t kMostAlike = 8;
    static constexpr std::size_t kLongestTitle = 200;  // what is compared of one

    [[nodiscard]] std::size_t by_author(const Printed& printed, const std::vector<bool>& taken) const {
        constexpr std::size_t kHead = 80;
        constexpr std::size_t kWords = 4;
        const auto words = text::fold_words(std::string_view(printed.text).substr(0, kHead));
        std::size_t best = kNone;
        for (std::size_t i = 0; i < std::min(kWords, words.size()); ++i) {
            const auto found = by_author_.find(words[i]);
            if (found == by_author_.end() || found->second.size() > kMostAlike) {
                continue;
            }
            for (const std::size_t index : found->second) {
                if (!taken[index] && items_[index]->issued.year != 0 && shows_year(printed, *items_[index]) &&
                    shows_title(printed, *items_[index])) {
                    if (best != kNone && best != index) {
                        return kNone;
                    }
                    best = index;
                }
            }
        }
        return best;
    }

    std::vector<std::string> titles_;
    std::vector<const bib::Item*> items_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_probe_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_author_;
};

}  // namespace

std::string CitedItems::add(const FieldItem& cited, std::size_t offset) {
    const auto [found, fresh] = by_key_.emplace(cited.key, cited_.size());
    if (fresh) {
        cited_.push_back({"cited-" + std::to_string(cited_.size() + 1), offset, cited.item, kNone});
    }
    return cited_[found->second].id;
}

void CitedItems::pair(DraftBuilder& builder, const std::vector<bool>& candidates) {
    WorkFinder finder;
    for (std::size_t i = 0; i < cited_.size(); ++i) {
        finder.add(i, cited_[i].item);
    }
    std::vector<bool> taken(cited_.size(), false);
    for (const bool sure : {true, false}) {
        for (std::uint32_t i = 0; i < builder.draft.blocks.size(); ++i) {
            const Block& block = builder.draft.blocks[i];
            if (!candidates[i] || !block.id.empty() || block.span.size() > kLongestEntry) {
                continue;
            }
            const auto text = block.span.of(builder.draft.text);
            const Printed printed{text::fold_key(text), std::string(text)};
            const std::size_t index = finder.find(printed, taken, sure || !block.is_reference);
            if (index != WorkFinder::kNone) {
                taken[index] = true;
                cited_[index].block = i;
                builder.draft.blocks[i].id = cited_[index].id;
            }
        }
    }
}

/// The longest run of blocks that print works is the list; what stands between them belongs to it. What is
/// outside it only names a work.
void CitedItems::mark_run(DraftBuilder& builder) {
    std::vector<std::uint32_t> printing;
    for (const Cited& cited : cited_) {
        if (cited.block != kNone) {
            printing.push_back(cited.block);
        }
    }
    std::sort(printing.begin(), printing.end());
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t begin = 0; begin < printing.size();) {
        std::size_t end = begin + 1;
        while (end < printing.size() && printing[end] - printing[end - 1] <= kMostBetween + 1) {
            ++end;
        }
        if (end - begin >= most) {
            most = end - begin;
            best = begin;
        }
        begin = end;
    }
    auto& blocks = builder.draft.blocks;
    const std::uint32_t first = most == 0 ? kNone : printing[best];
    const std::uint32_t last = most == 0 ? 0 : printing[best + most - 1];
    for (std::uint32_t i = first; i <= last && i < blocks.size(); ++i) {
        blocks[i].is_reference = blocks[i].kind != BlockKind::heading;
    }
    for (Cited& cited : cited_) {
        if (cited.block != kNone && (cited.block < first || cited.block > last)) {
            blocks[cited.block].id.clear();
            cited.block = kNone;
        }
    }
}

void CitedItems::settle(DraftBuilder& builder) {
    builder.end_block();
    auto& draft = builder.draft;
    if (cited_.empty()) {
        return;
    }
    std::vector<bool> candidates;
    for (const Block& block : draft.blocks) {
        candidates.push_back(block.is_reference);
    }
    const bool marked = std::find(candidates.begin(), candidates.end(), true) != candidates.end();
    if (!marked) {
        for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
            const Block& block = draft.blocks[i];
            candidates[i] = (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) &&
                            block.span.size() <= kLongestEntry &&
                            reference_likeness(block.span.of(draft.text)) >= kLooksPrinted;
        }
    }
    pair(builder, candidates);
    if (!marked) {
        mark_run(builder);
    }
    std::vector<std::pair<std::uint32_t, const Cited*>> printed;
    for (const Cited& cited : cited_) {
        if (cited.block != kNone) {
            printed.emplace_back(cited.block, &cited);
        }
    }
    std::sort(printed.begin(), printed.end());
    for (const auto& [block, cited] : printed) {
        draft.structured.push_back({block, cited->item});
    }
    first_added_ = draft.blocks.size();
    for (std::size_t i = 0; i < cited_.size() && draft.blocks.size() < DraftBuilder::kMaxBlocks; ++i) {
        if (cited_[i].block != kNone) {
            continue;
        }
        Block block;
        block.is_reference = true;
        block.is_made = true;
        block.id = cited_[i].id;
        builder.begin_block(std::move(block));
        const auto text = text::make_valid_utf8(reference_text(cited_[i].item));
        builder.append(text, 0);
        if (builder.in_block()) {
            draft.structured.push_back({static_cast<std::uint32_t>(draft.blocks.size() - 1), cited_[i].item});
            added_.push_back(i);
        }
        builder.end_block();
    }
}

void CitedItems::place(Draft& draft) const {
    for (std::size_t i = 0; i < added_.size() && first_added_ + i < draft.anchors.size(); ++i) {
        const std::size_t offset = cited_[added_[i]].offset;
        const auto after = std::upper_bound(
            draft.anchors.begin(), draft.anchors.begin() + static_cast<std::ptrdiff_t>(first_added_), offset,
            [](std::size_t at, const Anchor& anchor) { return at < anchor.offset; });
        if (after != draft.anchors.begin()) {
            draft.anchors[first_added_ + i].position = (after - 1)->position;
        }
    }
}

}  // namespace whereof::article
