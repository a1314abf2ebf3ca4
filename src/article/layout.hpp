// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"
#include "article/entry_label.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// One line of a draft that is not blank. Blocks without line breaks are one line.
struct DraftLine {
    Span span;                 ///< bytes into Draft::text, without white space at the ends
    std::uint32_t block = 0;   ///< index into Draft::blocks
    std::uint32_t indent = 0;  ///< columns before it; a tab counts 4
    bool starts_block = false;
    bool after_blank = false;  ///< a block's first line, or one after an empty line
};

/// The lines of all blocks, in order.
std::vector<DraftLine> lay_out(const Draft& draft);

/// What numbers the line: the block's own label for its first line, else what stands in the text. `length`
/// counts bytes of the line's text. `expected`: as for read_entry_label().
EntryLabel label_of(const Draft& draft, const DraftLine& line, std::uint32_t expected = 0);

/// The form in which headings are compared with word lists: folded, without numbers in front ("7.", "VII")
/// and punctuation around. Empty for lines longer than any heading.
std::string heading_key(std::string_view line);

}  // namespace whereof::article
