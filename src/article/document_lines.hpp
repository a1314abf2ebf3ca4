// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// What is known of one line of a document by itself.
struct LineFacts {
    std::string_view text;     ///< without white space at the ends; empty for a blank line
    std::uint32_t indent = 0;  ///< columns before it
    double evidence = 0.0;     ///< for (positive) or against its being part of a reference
    bool page_mark = false;    ///< only a number, or a line that stands on many pages
    bool opens_list = false;   ///< a heading of reference lists
    bool ends_list = false;    ///< a heading that comes after them
};

/// The facts of every line. The views point into `lines`.
std::vector<LineFacts> read_line_facts(std::span<const std::string> lines);

/// For each line whether it belongs to a reference: the best path through the lines of the states outside,
/// inside, and interrupted by a page's end, which costs something to change.
std::vector<char> label_lines(const std::vector<LineFacts>& facts);

}  // namespace whereof::article
