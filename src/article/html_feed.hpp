// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace whereof::article {

/// The attributes of one start tag, names in lower case, entities decoded. Views into the parser's memory.
class HtmlAttributes {
  public:
    /// `pairs` is libxml2's array: name, value (or null), …, null; or null itself.
    explicit HtmlAttributes(const unsigned char* const* pairs) : pairs_(pairs) {}
    /// Empty when absent.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    /// The array, or null.
    [[nodiscard]] const unsigned char* const* pairs() const noexcept { return pairs_; }

  private:
    const unsigned char* const* pairs_;
};

/// What stands in an HTML page, in its order. Starts and ends are balanced, implied end tags included.
class HtmlEvents {
  public:
    virtual ~HtmlEvents() = default;
    virtual void start(std::string_view name, const HtmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// Decoded text, in pieces; `source_offset` is where the piece begins in the file.
    virtual void text(std::string_view piece, std::size_t source_offset) = 0;
};

/// Parses UTF-8 HTML, however broken, and tells `events`. At most `max_depth` elements are open at a time:
/// beyond it, the innermost is closed without an end event when the next one starts. `source_offset` is added
/// to offsets. Cost linear, also for what costs libxml2 more (attributes beyond a few hundred in one tag are
/// skipped).
void feed_html(std::string_view html, std::size_t source_offset, std::size_t max_depth, HtmlEvents& events);

}  // namespace whereof::article
