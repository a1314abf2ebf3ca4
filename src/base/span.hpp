// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace whereof {

/// A half-open range of bytes [begin, end) in a text that the owner of the Span names.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
    [[nodiscard]] bool empty() const noexcept { return begin == end; }
    [[nodiscard]] bool contains(std::size_t offset) const noexcept { return offset >= begin && offset < end; }
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
    auto operator<=>(const Span&) const = default;
};

}  // namespace whereof
