// SPDX-License-Identifier: MIT
#include "claim/direction.hpp"

namespace whereof::claim {

Effect effect_of(int sign, bool valued, int outcome) noexcept {
    if (sign == 0) {
        return {Change::same, Direction::no_difference};
    }
    const int change = valued && outcome != 0 ? sign * outcome : sign;
    const int good = valued ? sign : sign * outcome;
    return {change > 0 ? Change::more : Change::less, good > 0   ? Direction::favours_first
                                                      : good < 0 ? Direction::favours_second
                                                                 : Direction::none};
}

std::string_view name(Direction direction) noexcept {
    switch (direction) {
        case Direction::favours_first:
            return "favours_first";
        case Direction::favours_second:
            return "favours_second";
        case Direction::no_difference:
            return "no_difference";
        case Direction::none:
            break;
    }
    return "none";
}

std::string_view name(Change change) noexcept {
    switch (change) {
        case Change::more:
            return "more";
        case Change::less:
            return "less";
        case Change::same:
            return "same";
        case Change::none:
            break;
    }
    return "none";
}

Change mirrored(Change change) noexcept {
    switch (change) {
        case Change::more:
            return Change::less;
        case Change::less:
            return Change::more;
        default:
            return change;
    }
}

Direction mirrored(Direction direction) noexcept {
    switch (direction) {
        case Direction::favours_first:
            return Direction::favours_second;
        case Direction::favours_second:
            return Direction::favours_first;
        default:
            return direction;
    }
}

}  // namespace whereof::claim
