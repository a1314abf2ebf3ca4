// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "article/draft.hpp"
#include "article/layout.hpp"

#include <cstdint>
#include <vector>

namespace whereof::article {

/// A block of Article::text.
struct KeptBlock {
    Span span;  ///< bytes into Article::text
    BlockKind kind{};
    std::uint32_t section = 0;
};

/// What of a draft became Article::text, and how its places moved.
struct KeptText {
    struct Piece {
        std::size_t draft = 0;  ///< bytes into Draft::text
        std::size_t kept = 0;   ///< bytes into Article::text
        std::size_t size = 0;
    };
    std::vector<Piece> pieces;  ///< in order
    std::vector<KeptBlock> blocks;
    std::vector<Inline> inlines;  ///< those in kept text, spans of Article::text

    /// The byte of Article::text where a byte of the draft stands, or where it would, had it been kept.
    [[nodiscard]] std::size_t place_of(std::size_t draft_offset) const;
};

/// Fills article.text, .anchors and .sections from the blocks that are not dropped and the lines that are not
/// listed (in a reference list). `drop` has one value a block, `listed` one a line.
KeptText keep_text(const Draft& draft, const std::vector<DraftLine>& lines, const std::vector<bool>& drop,
                   const std::vector<bool>& listed, Article& article);

/// Positions of rising offsets into Draft::text, in time linear in the text for all of them.
class PositionCursor {
  public:
    explicit PositionCursor(const Draft& draft) : draft_(draft) {}
    Position position_of(std::size_t offset);

  private:
    const Draft& draft_;
    std::size_t anchor_ = 0;
    std::size_t at_ = 0;
    Position position_;
};

}  // namespace whereof::article
