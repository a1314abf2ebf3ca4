// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// A line that is not blank, without the white space at its ends.
struct Line {
    std::uint32_t begin = 0;  ///< byte of its first character that is no blank
    std::uint32_t size = 0;
    std::uint16_t indent = 0;  ///< characters before it, a tab counting as four
    bool after_blank = false;  ///< a blank line, or the start of the text, stands before it

    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, size); }
};

/// Lines end with LF, CR LF or a CR alone.
std::vector<Line> split_lines(std::string_view text);

/// What stands before the text of a list item.
struct ItemLabel {
    std::string
        label;  ///< "3" of "3.", "[3]", "(3)", "3)"; "a)"; bullets as they are, also "• *"; else empty
    std::size_t size = 0;  ///< bytes with the white space after it
    std::uint32_t number = 0;
    bool ordered = false;
};
/// From 1500 on a number of four digits is a year, unless it is the one `expected` to come next.
ItemLabel read_item_label(std::string_view line, std::uint32_t expected = 0);

/// The width at which the lines of a text were broken, in bytes; 0 when a line is a paragraph of its own. It
/// is the length that 95 % of the lines with a line after them keep to, where at least half of them could not
/// have taken the next line's first word as well.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines);

/// Ends as a sentence does, closing quotes and brackets put aside.
bool ends_sentence(std::string_view line);

/// Only dashes, asterisks, equals signs, underscores or tildes, three or more: a rule or an underlining.
bool is_rule(std::string_view line);

/// A row of a table drawn with pipes, or (is_pipe_rule) the line of dashes below its head.
bool is_pipe_row(std::string_view line);
bool is_pipe_rule(std::string_view line);

/// Could be a heading by its looks: short, begins like one, and does not end as a sentence or a list does.
bool looks_like_heading(std::string_view line);

}  // namespace whereof::article
