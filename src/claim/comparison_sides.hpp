// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace whereof::claim {

/// Where the two sides of a question stand in a statement, and which are named in one breath. Looks at what
/// it is made of, which must live as long.
class NamedSides {
  public:
    /// `sides` is parallel to `tokens`: 1 the first, 2 the second, else neither. The statement is the tokens
    /// from `begin` to `end`.
    NamedSides(std::span<const CompareToken> tokens, std::span<const std::uint8_t> sides, std::size_t begin,
               std::size_t end)
        : tokens_(tokens), sides_(sides), begin_(begin), end_(end) {}

    struct Place {
        std::uint8_t side = 0;  ///< 0: none stands there
        std::size_t at = 0;
    };
    [[nodiscard]] Place first_in(std::size_t from, std::size_t to) const;
    [[nodiscard]] Place last_before(std::size_t to) const;  ///< in the statement

    /// The first side among the tokens when the other is not named with it: "than A or B" names none (0).
    [[nodiscard]] std::uint8_t only_in(std::size_t from, std::size_t to) const;

    /// Is the other side named in one breath with that at a token: "A and B", "neither A nor B", "A, such as
    /// B"?
    [[nodiscard]] bool are_named_together(std::size_t at) const;

    [[nodiscard]] static std::uint8_t other(std::uint8_t side) noexcept {
        return static_cast<std::uint8_t>(side == 0 ? 0 : 3 - side);
    }

  private:
    [[nodiscard]] bool is_side(std::size_t at) const noexcept { return sides_[at] == 1 || sides_[at] == 2; }
    /// The "B" of "A, not B, was better"
    [[nodiscard]] bool is_excluded(std::size_t at) const;
    [[nodiscard]] bool are_listed(std::size_t at) const;
    [[nodiscard]] bool are_joined(std::size_t at, bool forth) const;

    std::span<const CompareToken> tokens_;
    std::span<const std::uint8_t> sides_;
    std::size_t begin_;
    std::size_t end_;
};

}  // namespace whereof::claim
