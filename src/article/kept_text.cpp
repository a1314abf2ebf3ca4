// SPDX-License-Identifier: MIT
#include "article/kept_text.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

/// A long piece gets an anchor at least this often, so that Article::position_of() never walks far.
constexpr std::size_t kAnchorEvery = 4096;

class TextKeeper {
  public:
    TextKeeper(const Draft& draft, Article& article) : draft_(draft), article_(article), cursor_(draft) {}

    /// One block with what of it is kept: spans of the draft, in order.
    void add(const Block& block, const std::vector<Span>& parts) {
        if (parts.empty()) {
            return;
        }
        if (!article_.text.empty()) {
            article_.text += "\n\n";
        }
        const std::size_t begin = article_.text.size();
        for (const Span& part : parts) {
            if (article_.text.size() != begin) {
                article_.text += '\n';
            }
            add_piece(part);
        }
        const Span span{begin, article_.text.size()};
        if (block.kind == BlockKind::heading) {
            article_.sections.push_back(
                {std::string(span.of(article_.text)), std::clamp(block.level, 1U, 6U)});
        } else if (article_.sections.empty()) {
            article_.sections.push_back({"", 0});
        }
        const auto section = static_cast<std::uint32_t>(article_.sections.size() - 1);
        kept_.blocks.push_back({span, block.kind, section});
    }

    KeptText finish() {
        map_inlines();
        return std::move(kept_);
    }

  private:
    void add_piece(Span part) {
        const std::size_t kept = article_.text.size();
        kept_.pieces.push_back({part.begin, kept, part.size()});
        article_.text += part.of(draft_.text);
        article_.anchors.push_back({kept, cursor_.position_of(part.begin)});
        auto anchor = std::upper_bound(draft_.anchors.begin(), draft_.anchors.end(), part.begin,
                                       [](std::size_t at, const Anchor& a) { return at < a.offset; });
        std::size_t last = part.begin;
        while (last < part.end) {
            const bool own = anchor != draft_.anchors.end() && anchor->offset < part.end;
            std::size_t next = own ? anchor->offset : part.end;
            if (next - last > kAnchorEvery) {
                next = last + kAnchorEvery;
                while (next < part.end && (static_cast<unsigned char>(draft_.text[next]) & 0xC0U) == 0x80U) {
                    ++next;
                }
            } else if (own) {
                ++anchor;
            }
            if (next < part.end) {
                article_.anchors.push_back({kept + next - part.begin, cursor_.position_of(next)});
            }
            last = next;
        }
    }

    void map_inlines() {
        auto piece = kept_.pieces.begin();
        for (const Inline& in : draft_.inlines) {
            while (piece != kept_.pieces.end() && piece->draft + piece->size <= in.span.begin) {
                ++piece;
            }
            if (piece == kept_.pieces.end()) {
                break;
            }
            const std::size_t begin = std::max(in.span.begin, piece->draft);
            const std::size_t end = std::min(in.span.end, piece->draft + piece->size);
            if (begin < end) {
                const std::size_t shift = piece->kept;
                kept_.inlines.push_back(
                    {in.kind, {begin - piece->draft + shift, end - piece->draft + shift}, in.target});
            }
        }
    }

    const Draft& draft_;
    Article& article_;
    PositionCursor cursor_;
    KeptText kept_;
};

}  // namespace

std::size_t KeptText::place_of(std::size_t draft_offset) const {
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), draft_offset,
                                        [](std::size_t at, const Piece& piece) { return at < piece.draft; });
    if (after == pieces.begin()) {
        return 0;
    }
    const Piece& piece = *(after - 1);
    return piece.kept + std::min(draft_offset - piece.draft, piece.size);
}

KeptText keep_text(const Draft& draft, const std::vector<DraftLine>& lines, const std::vector<bool>& drop,
                   const std::vector<bool>& listed, Article& article) {
    TextKeeper keeper(draft, article);
    for (std::size_t first = 0; first < lines.size();) {
        const std::uint32_t block = lines[first].block;
        std::size_t end = first;
        std::vector<Span> parts;
        while (end < lines.size() && lines[end].block == block) {
            if (!listed[end] && !drop[block]) {
                const bool goes_on = !parts.empty() && !listed[end - 1];
                if (goes_on) {
                    parts.back().end = lines[end].span.end;
                } else {
                    parts.push_back(lines[end].span);
                }
            }
            ++end;
        }
        keeper.add(draft.blocks[block], parts);
        first = end;
    }
    return keeper.finish();
}

Position PositionCursor::position_of(std::size_t offset) {
    const std::vector<Anchor>& anchors = draft_.anchors;
    while (anchor_ < anchors.size() && anchors[anchor_].offset <= offset) {
        if (anchors[anchor_].offset >= at_) {
            at_ = anchors[anchor_].offset;
            position_ = anchors[anchor_].position;
        }
        ++anchor_;
    }
    for (; at_ < std::min(offset, draft_.text.size()); ++at_) {
        position_.column += (static_cast<unsigned char>(draft_.text[at_]) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    return position_;
}

}  // namespace whereof::article
