// SPDX-License-Identifier: MIT
#include "article/draft_builder.hpp"

#include "article/source_positions.hpp"
#include "article/text_lines.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::article {
namespace {

enum class Weight : std::uint8_t { plain, blank, lead };

/// Lead bytes of the sequences among which there are blanks and invisible characters.
constexpr std::array<Weight, 256> kWeights = [] {
    std::array<Weight, 256> weights{};
    for (std::size_t byte = 0; byte <= 0x20; ++byte) {
        weights[byte] = Weight::blank;
    }
    weights[0x7F] = Weight::blank;
    for (const std::size_t lead : {0xC2U, 0xE1U, 0xE2U, 0xE3U, 0xEFU}) {
        weights[lead] = Weight::lead;
    }
    return weights;
}();

Weight weight_of(char c) noexcept { return kWeights[static_cast<unsigned char>(c)]; }

/// Soft hyphen, zero-width blank, word joiner, byte-order mark: nothing that a reader sees.
bool is_invisible(char32_t c) noexcept { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

bool is_blank_beyond_ascii(char32_t c) noexcept { return (c >= 0x80 && c < 0xA0) || text::is_space(c); }

/// The end of the run of plain characters and single blanks between them that starts at `at`.
std::size_t run_end(std::string_view piece, std::size_t at) noexcept {
    for (; at < piece.size(); ++at) {
        const Weight weight = weight_of(piece[at]);
        if (weight == Weight::plain) {
            continue;
        }
        if (weight == Weight::blank && piece[at] == ' ' && at + 1 < piece.size() &&
            weight_of(piece[at + 1]) == Weight::plain) {
            continue;
        }
        if (weight == Weight::lead) {
            std::size_t after = at;
            const char32_t c = text::next_code_point(piece, after);
            if (!is_invisible(c) && !is_blank_beyond_ascii(c)) {
                at = after - 1;
                continue;
            }
        }
        break;
    }
    return at;
}

}  // namespace

void DraftBuilder::begin_block(Block block) {
    end_block();
    next_ = std::move(block);
}

void DraftBuilder::end_block() {
    if (open_) {
        for (Open& open : inlines_) {
            close_inline(open);
        }
        draft.blocks.back().span.end = draft.text.size();
        open_ = false;
    }
    next_ = Block{};
    pending_break_ = false;
    pending_blanks_ = 0;
    expected_ = kUnset;
}

void DraftBuilder::open_block() {
    open_ = true;
    pending_break_ = false;
    pending_blanks_ = 0;
    expected_ = kUnset;
    if (draft.blocks.size() >= kMaxBlocks) {
        draft.text += '\n';
        return;
    }
    if (!draft.text.empty()) {
        draft.text += "\n\n";
    }
    next_.span = {draft.text.size(), draft.text.size()};
    draft.blocks.push_back(std::move(next_));
    next_ = Block{};
}

void DraftBuilder::put(std::string_view run, std::size_t source_offset) {
    if (!open_) {
        open_block();
    } else if (pending_break_) {
        draft.text += '\n';
        expected_ = kUnset;
    } else if (pending_blanks_ != 0) {
        draft.text += ' ';
        const bool follows = pending_blanks_ == 1 && source_offset == expected_ + pending_blank_bytes_;
        expected_ = follows ? source_offset : kUnset;
    }
    pending_break_ = false;
    pending_blanks_ = 0;
    for (Open& open : inlines_) {
        open.begin = open.begin == kUnset ? draft.text.size() : open.begin;
    }
    if (source_offset != expected_) {
        anchors_.push_back(
            {static_cast<std::uint32_t>(draft.text.size()), static_cast<std::uint32_t>(source_offset)});
    }
    draft.text += run;
    expected_ = source_offset + run.size();
}

void DraftBuilder::append(std::string_view piece, std::size_t source_offset) {
    for (std::size_t at = 0; at < piece.size();) {
        if (weight_of(piece[at]) != Weight::blank) {
            const std::size_t end = run_end(piece, at);
            if (end > at) {
                put(piece.substr(at, end - at), source_offset + at);
                at = end;
                continue;
            }
        }
        const std::size_t start = at;
        const char32_t c = text::next_code_point(piece, at);
        if (is_invisible(c)) {
            continue;
        }
        const bool alone =
            pending_blanks_ == 0 && c != '\n' && c != '\r' && source_offset + start == expected_;
        pending_blanks_ = alone ? 1 : kManyBlanks;
        pending_blank_bytes_ = at - start;
    }
}

void DraftBuilder::begin_inline(InlineKind kind, std::string target) {
    if (inlines_.size() >= kMaxDepth) {
        ++skipped_inlines_;
        return;
    }
    inlines_.push_back({kind, kUnset, std::move(target)});
}

void DraftBuilder::close_inline(Open& open) {
    if (open.begin != kUnset && open.begin < draft.text.size() && draft.inlines.size() < kMaxInlines) {
        draft.inlines.push_back({open.kind, {open.begin, draft.text.size()}, open.target});
    }
    open.begin = kUnset;
}

void DraftBuilder::end_inline(InlineKind kind) {
    if (skipped_inlines_ > 0) {
        --skipped_inlines_;
        return;
    }
    const auto last =
        std::find_if(inlines_.rbegin(), inlines_.rend(), [&](const Open& o) { return o.kind == kind; });
    if (last != inlines_.rend()) {
        close_inline(*last);
        inlines_.erase(std::next(last).base());
    }
}

std::string DraftBuilder::take_label() {
    end_block();
    constexpr std::size_t kLongest = 8;
    if (draft.blocks.empty() || draft.blocks.back().span.size() > kLongest) {
        return {};
    }
    const Span span = draft.blocks.back().span;
    auto found = read_item_label(std::string(span.of(draft.text)) + " x");
    if (!found.ordered || found.size != span.size() + 1) {
        return {};
    }
    draft.blocks.pop_back();
    draft.text.resize(draft.blocks.empty() ? 0 : draft.blocks.back().span.end);
    while (!draft.inlines.empty() && draft.inlines.back().span.end > draft.text.size()) {
        draft.inlines.pop_back();
    }
    while (!anchors_.empty() && anchors_.back().offset >= draft.text.size()) {
        anchors_.pop_back();
    }
    return std::move(found.label);
}

void DraftBuilder::lift_labels() {
    end_block();
    constexpr std::size_t kLabelReach = 32;
    std::vector<Block> blocks;
    std::vector<Span> lifted;
    std::uint32_t last = 0;  // number
    for (Block& whole : draft.blocks) {
        if (whole.kind != BlockKind::paragraph) {
            blocks.push_back(std::move(whole));
            continue;
        }
        const Span span = whole.span;
        blocks.push_back(std::move(whole));
        for (std::size_t line = span.begin; line < span.end;) {
            const auto label = read_item_label(
                std::string_view(draft.text).substr(line, std::min(span.end - line, kLabelReach)), last + 1);
            last = label.number > 0 ? label.number : last;
            if (label.ordered && line > span.begin && blocks.size() < kMaxBlocks) {
                blocks.back().span.end = line - 1;
                blocks.push_back({});
                blocks.back().span = {line, span.end};
            }
            if (label.ordered && blocks.back().span.begin == line) {
                Block& item = blocks.back();
                item.kind = BlockKind::list_item;
                item.level = 1;
                item.ordered = true;
                item.label = label.label;
                item.span.begin = line + label.size;
                lifted.push_back({line, line + label.size});
                std::fill_n(draft.text.begin() + static_cast<std::ptrdiff_t>(line), label.size, ' ');
            }
            const auto next = draft.text.find('\n', line);
            line = next == std::string::npos ? span.end : next + 1;
        }
    }
    draft.blocks = std::move(blocks);
    auto at = lifted.begin();
    std::stable_sort(draft.inlines.begin(), draft.inlines.end(),
                     [](const Inline& a, const Inline& b) { return a.span.begin < b.span.begin; });
    for (Inline& mark : draft.inlines) {
        while (at != lifted.end() && at->end <= mark.span.begin) {
            ++at;
        }
        if (at != lifted.end() && at->contains(mark.span.begin)) {
            mark.span = {at->end, std::max(at->end, mark.span.end)};
        }
    }
    std::erase_if(draft.inlines, [](const Inline& mark) { return mark.span.empty(); });
}

void DraftBuilder::keep_only(const std::vector<bool>& keep) {
    end_block();
    std::string text;
    std::vector<Block> blocks;
    std::vector<Inline> inlines;
    std::vector<RawAnchor> anchors;
    std::stable_sort(draft.inlines.begin(), draft.inlines.end(),
                     [](const Inline& a, const Inline& b) { return a.span.begin < b.span.begin; });
    auto inline_at = draft.inlines.begin();
    auto anchor_at = anchors_.begin();
    for (std::size_t index = 0; index < draft.blocks.size(); ++index) {
        Block& block = draft.blocks[index];
        const Span old = block.span;
        if (keep[index] && !text.empty()) {
            text += "\n\n";
        }
        // Unsigned arithmetic wraps round, so a shift to the left is one number too.
        const std::size_t shift = text.size() - old.begin;
        for (; inline_at != draft.inlines.end() && inline_at->span.begin < old.end; ++inline_at) {
            // One that runs on over entries which lift_labels() divided stays with the first of them.
            const Span in{std::max(inline_at->span.begin, old.begin), std::min(inline_at->span.end, old.end)};
            if (keep[index] && in.begin < in.end) {
                inline_at->span = {in.begin + shift, in.end + shift};
                inlines.push_back(std::move(*inline_at));
            }
        }
        for (; anchor_at != anchors_.end() && anchor_at->offset < old.end; ++anchor_at) {
            if (!keep[index]) {
                continue;
            }
            // A label that was lifted stands before its block: the block then begins that much further on.
            const auto late =
                static_cast<std::uint32_t>(old.begin - std::min<std::size_t>(old.begin, anchor_at->offset));
            const auto offset = static_cast<std::uint32_t>(anchor_at->offset + late + shift);
            if (!anchors.empty() && anchors.back().offset == offset) {
                anchors.pop_back();
            }
            anchors.push_back({offset, anchor_at->source + late});
        }
        if (keep[index]) {
            text += old.of(draft.text);
            block.span = {old.begin + shift, old.end + shift};
            blocks.push_back(std::move(block));
        }
    }
    draft.text = std::move(text);
    draft.blocks = std::move(blocks);
    draft.inlines = std::move(inlines);
    anchors_ = std::move(anchors);
}

void DraftBuilder::write_anchors(std::span<const OffsetPair> map) {
    SourcePositions positions(source_);
    const auto of_source = [&](std::size_t decoded) {
        const auto after =
            std::upper_bound(map.begin(), map.end(), decoded,
                             [](std::size_t value, const OffsetPair& row) { return value < row.decoded; });
        return after == map.begin() ? decoded : (after - 1)->source + (decoded - (after - 1)->decoded);
    };
    draft.anchors.reserve(anchors_.size());
    for (std::size_t index = 0; index < anchors_.size(); ++index) {
        const auto [offset, source] = anchors_[index];
        draft.anchors.push_back({offset, positions.at(of_source(source))});
        const std::size_t end = index + 1 < anchors_.size() ? anchors_[index + 1].offset : draft.text.size();
        // Within one piece the decoded text runs on, but what it was decoded from may jump.
        for (auto row =
                 std::upper_bound(map.begin(), map.end(), source,
                                  [](std::size_t value, const OffsetPair&r) { return value < r.decoded; });
             row != map.end() && row->decoded - source < end - offset; ++row) {
            draft.anchors.push_back({offset + (row->decoded - source), positions.at(row->source)});
        }
    }
    anchors_ = {};
}

Draft DraftBuilder::finish(std::span<const OffsetPair> map) {
    end_block();
    if (draft.blocks.size() >= kMaxBlocks) {
        warn("The text has more blocks than an article can have; from the last one on they run together.");
    }
    // Inner inlines end, and are recorded, before outer ones; of two with one span the outer comes first.
    std::reverse(draft.inlines.begin(), draft.inlines.end());
    std::stable_sort(draft.inlines.begin(), draft.inlines.end(), [](const Inline& a, const Inline& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    write_anchors(map);
    return std::move(draft);
}

}  // namespace whereof::article
