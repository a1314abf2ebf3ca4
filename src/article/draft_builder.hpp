// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// Where decoded text stands in what it was decoded from: from `decoded` on, byte for byte, until the next
/// row.
struct OffsetPair {
    std::size_t decoded = 0;
    std::size_t source = 0;
};

/// Builds a Draft block by block. White space is squeezed to single blanks, control characters count as white
/// space, soft hyphens and zero-width blanks are dropped; a hard line break stays as "\n" inside its block.
/// Blocks without text vanish. Pieces must be valid UTF-8. Offsets are bytes into `source`, below 4 GB.
class DraftBuilder {
  public:
    /// `source` must outlive the builder; only positions are taken from it.
    explicit DraftBuilder(std::string_view source) : source_(source) {}

    Draft draft;  ///< for title, url and the other facts; its text belongs to the builder

    /// Ends the open block; the next text begins one like `block` (its span is not used).
    void begin_block(Block block);
    void end_block();
    /// Text has been put into the open block.
    [[nodiscard]] bool in_block() const noexcept { return open_; }
    /// The open block, or the last one.
    [[nodiscard]] Block& last_block() noexcept { return draft.blocks.back(); }
    [[nodiscard]] std::size_t block_count() const noexcept { return draft.blocks.size(); }

    /// Text outside begin_block and end_block makes a paragraph of its own.
    void append(std::string_view piece, std::size_t source_offset);
    /// A blank, unless one is there already or the block is empty.
    void append_blank() noexcept { pending_blanks_ = pending_blanks_ == 0 ? kManyBlanks : pending_blanks_; }
    /// A hard line break, unless the block is empty.
    void append_line_break() noexcept { pending_break_ = true; }

    /// Inlines hold the text between the calls, without white space at their ends; one that reaches over
    /// blocks is divided. They may overlap. A depth beyond 64 is not recorded.
    void begin_inline(InlineKind kind, std::string target = {});
    /// Ends the innermost open inline of that kind, if there is one.
    void end_inline(InlineKind kind);

    void warn(std::string sentence) { draft.warnings.push_back(std::move(sentence)); }

    /// If the last block is nothing but a list label ("3.", "[3]"), takes it out and gives it; else empty.
    std::string take_label();

    /// Makes list items of paragraphs that begin with a list label in their text ("[3] Smith J …"), and
    /// divides paragraphs before hard-broken lines that do. The label's bytes in the text become blanks.
    void lift_labels();

    /// Takes out the blocks whose place in `keep` is false. `keep` has block_count() places.
    void keep_only(const std::vector<bool>& keep);

    /// The draft, its anchors turned into lines and columns of `source`. `map` is for text that was decoded
    /// from `source` and appended with offsets of the decoded text; by rising offsets.
    Draft finish(std::span<const OffsetPair> map = {});

    /// Text of this many blocks and more runs on in the last one (a file of a hundred million one-letter
    /// lines is data, not an article, and must not cost a hundred bytes a line).
    static constexpr std::size_t kMaxBlocks = 500'000;
    static constexpr std::size_t kMaxInlines = 2'000'000;

  private:
    static constexpr std::uint32_t kManyBlanks = 2;
    static constexpr std::size_t kMaxDepth = 64;
    static constexpr std::size_t kUnset = static_cast<std::size_t>(-1);
    struct Open {
        InlineKind kind{};
        std::size_t begin = kUnset;
        std::string target;
    };
    struct RawAnchor {
        std::uint32_t offset = 0;
        std::uint32_t source = 0;
    };
    void put(std::string_view run, std::size_t source_offset);
    void open_block();
    void close_inline(Open& open);
    void write_anchors(std::span<const OffsetPair> map);

    std::string_view source_;
    Block next_;
    bool open_ = false;
    bool pending_break_ = false;
    std::uint32_t pending_blanks_ = 0;     ///< 0, 1 (and then it stands where expected_ says), or kManyBlanks
    std::size_t pending_blank_bytes_ = 0;  ///< of the one pending blank
    std::size_t expected_ = kUnset;  ///< where the next byte stands if it follows the last one in the file
    std::vector<Open> inlines_;
    std::size_t skipped_inlines_ = 0;  ///< open beyond kMaxDepth
    std::vector<RawAnchor> anchors_;
};

}  // namespace whereof::article
