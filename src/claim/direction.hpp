// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace whereof::claim {

/// What happens to the outcome with the first side, as against the second.
enum class Change : std::uint8_t { none, more, less, same };

/// Which side does better.
enum class Direction : std::uint8_t { none, favours_first, favours_second, no_difference };

/// Both, of one saying.
struct Effect {
    Change change = Change::none;
    Direction direction = Direction::none;
};

/// What a saying means for the side it is said of. `sign`: 1 more or better, -1 less or worse, 0 the same.
/// `valued`: better or worse rather than more or less. `outcome`: is more of it good (1) or bad (-1), 0
/// unknown.
[[nodiscard]] Effect effect_of(int sign, bool valued, int outcome) noexcept;

/// "favours_first"
[[nodiscard]] std::string_view name(Direction direction) noexcept;
/// "more"
[[nodiscard]] std::string_view name(Change change) noexcept;
/// The sides change places: favours_first becomes favours_second.
[[nodiscard]] Direction mirrored(Direction direction) noexcept;
/// Of the opposite outcome: more becomes less.
[[nodiscard]] Change mirrored(Change change) noexcept;

}  // namespace whereof::claim
