// SPDX-License-Identifier: MIT
#include "claim/comparison_ratios.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace whereof::claim {

std::optional<CompareEvent> find_ratio(const std::vector<CompareToken>& tokens, std::size_t begin,
                                       std::size_t end, const std::vector<bool>& ignored) {
    static constexpr std::array<std::string_view, 4> kKinds{"hazard", "odd", "risk", "rate"};
    const auto is_ignored = [&](std::size_t i) { return !ignored.empty() && ignored[i]; };
    for (std::size_t i = begin + 1; i < end; ++i) {
        const bool kind = std::ranges::find(kKinds, std::string_view(tokens[i - 1].term)) != kKinds.end();
        const bool relative = tokens[i].term == "risk" && tokens[i - 1].term == "relat";
        if (is_ignored(i) || !((tokens[i].term == "ratio" && kind) || relative)) {
            continue;
        }
        std::vector<double> numbers;
        for (std::size_t n = i + 1; n < end && numbers.size() < 3; ++n) {
            const bool level = n + 1 < end && tokens[n + 1].sign == '%';
            if (tokens[n].is_number && !level && !is_ignored(n)) {
                numbers.push_back(tokens[n].value);
            }
        }
        const bool interval = numbers.size() == 3 && numbers[1] < numbers[0] && numbers[0] < numbers[2];
        if (!interval || numbers[2] > kMostRatio) {
            return std::nullopt;
        }
        return CompareEvent{i, i, numbers[1] > 1.0 ? 1 : numbers[2] < 1.0 ? -1 : 0, false, 0};
    }
    return std::nullopt;
}

}  // namespace whereof::claim
