// SPDX-License-Identifier: MIT
#include "text/grams.hpp"

#include <algorithm>

namespace whereof::text {

void add_grams(std::string_view term, std::vector<std::uint16_t>& out) {
    constexpr std::uint32_t kMultiplier = 0x9E3779B1U;  // 2^32 / golden ratio: Knuth's multiplicative hashing
    constexpr std::size_t kLength = 4;
    const std::size_t first = std::min(term.size(), kLength - 1);
    std::uint32_t window = ' ';
    for (std::size_t i = 0; i < first; ++i) {
        window = window << 8U | static_cast<unsigned char>(term[i]);
    }
    out.push_back(static_cast<std::uint16_t>(window * kMultiplier >> 16U));
    for (std::size_t i = first; i < term.size(); ++i) {
        window = window << 8U | static_cast<unsigned char>(term[i]);
        out.push_back(static_cast<std::uint16_t>(window * kMultiplier >> 16U));
    }
}

}  // namespace whereof::text
