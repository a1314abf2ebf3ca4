// SPDX-License-Identifier: MIT
#include "article/entry_indents.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace whereof::article {
namespace {

/// How a list uses indentation, and whether an entry begins at the line.
enum State : std::size_t {
    kFreeBegins,  ///< indentation tells nothing
    kFreeGoesOn,
    kHangingBegins,  ///< further lines stand further right
    kHangingGoesOn,
    kFirstBegins,  ///< first lines stand further right
    kFirstGoesOn,
    kStates
};

constexpr bool begins_entry(std::size_t state) { return state % 2 == 0; }
constexpr std::size_t custom(std::size_t state) { return state / 2; }

/// Columns further apart belong to different columns of the page.
constexpr std::int64_t kColumnApart = 14;
// In the unit of `begins`; set by hand.
constexpr double kTrust = 0.5;          ///< in what the words say
constexpr double kMostSaid = 3.0;       ///< by the words of one line
constexpr double kExplained = 1.5;      ///< a change of indentation where one is expected
constexpr double kUnexplained = -1.5;   ///< one where none is: a new page
constexpr double kContradicted = -4.0;  ///< one in the wrong direction
constexpr double kSameEdge = 0.3;
constexpr double kNoChange = -3.0;     ///< where one is expected
constexpr double kOtherCustom = -4.0;  ///< the list goes on in another way

/// What a step between two lines is worth, `right` columns to the right.
double worth(std::size_t from, std::size_t to, std::int64_t right) {
    if (custom(from) != custom(to)) {
        return kOtherCustom;
    }
    if (custom(to) == custom(kFreeBegins) || right > kColumnApart || right < -kColumnApart) {
        return 0.0;
    }
    const bool same = begins_entry(from) == begins_entry(to);
    if (right == 0) {
        return same ? kSameEdge : kNoChange;
    }
    if (same) {
        return kUnexplained;
    }
    const bool hanging = custom(to) == custom(kHangingBegins);
    return (right > 0) == (hanging != begins_entry(to)) ? kExplained : kContradicted;
}

}  // namespace

std::vector<int> read_indents(const std::vector<double>& begins, const std::vector<std::uint32_t>& indents) {
    std::vector<int> sides(indents.size(), 0);
    std::vector<std::array<std::uint8_t, kStates>> came_from(indents.size());
    std::array<double, kStates> best{};
    for (std::size_t i = 0; i < indents.size(); ++i) {
        std::array<double, kStates> next{};
        const double said = kTrust * std::clamp(begins[i], -kMostSaid, kMostSaid);
        for (std::size_t to = 0; to < kStates; ++to) {
            double most = i == 0 ? 0.0 : -1e9;
            for (std::size_t from = 0; from < kStates && i > 0; ++from) {
                const double value =
                    best[from] + worth(from, to, std::int64_t{indents[i]} - std::int64_t{indents[i - 1]});
                if (value > most) {
                    most = value;
                    came_from[i][to] = static_cast<std::uint8_t>(from);
                }
            }
            next[to] = most + (begins_entry(to) ? said : -said);
        }
        best = next;
    }
    auto state = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t i = indents.size(); i-- > 0;) {
        sides[i] = custom(state) == custom(kFreeBegins) ? 0 : (begins_entry(state) ? -1 : 1);
        state = came_from[i][state];
    }
    return sides;
}

}  // namespace whereof::article
