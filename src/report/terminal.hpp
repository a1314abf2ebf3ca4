// SPDX-License-Identifier: MIT
#pragma once

#include "finding/verdict.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::report {

/// terminal_safe() with every run of white space one blank: what stands on one line.
std::string one_line(std::string_view text);

/// A file in a format that has no escapes for them, without the characters that turn a line's order round
/// (U+202A–202E, U+2066–2069): none of its titles looks like another line.
std::string without_bidi(std::string_view file);

/// one_line(), shortened to at most `most` columns at a blank where there is one, with " …".
std::string clipped(std::string_view text, std::size_t most);

/// How many columns a terminal gives a text: 2 to East Asian wide letters, 0 to combining marks.
std::size_t columns(std::string_view text) noexcept;

/// "12,345"
std::string grouped(std::uint64_t number);

/// `text` broken at blanks into lines of at most `width` columns; a longer word stands alone. Width 0 breaks
/// nothing. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// "✗", "✓": the symbol of a headline, so that colour is never the only sign.
std::string_view symbol(finding::Headline headline) noexcept;
/// "✗", "!", "i": the same for a finding.
std::string_view symbol(finding::Level level) noexcept;

/// ANSI colours, or nothing at all.
class Paint {
  public:
    explicit Paint(bool on) : on_(on) {}
    [[nodiscard]] std::string bold(std::string_view text) const { return wrapped("1", text); }
    [[nodiscard]] std::string dim(std::string_view text) const { return wrapped("2", text); }
    [[nodiscard]] std::string good(std::string_view text) const { return wrapped("32", text); }
    [[nodiscard]] std::string level(finding::Level level, std::string_view text) const;
    [[nodiscard]] std::string headline(finding::Headline headline, std::string_view text) const;

  private:
    [[nodiscard]] std::string wrapped(std::string_view code, std::string_view text) const;
    bool on_;
};

/// Appends `label` in a column of its own and `text` wrapped beside it:
///     "    found  Noninvasive nonpharmacological treatment for
///                chronic pain"
void append_labelled(std::string& out, std::size_t indent, std::size_t label_columns, std::string_view label,
                     std::string_view text, std::size_t width);

}  // namespace whereof::report
