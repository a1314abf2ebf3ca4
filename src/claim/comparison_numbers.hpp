// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace whereof::claim {

/// Which measured value of a sentence belongs to which side: "44 % of A and 29 % of B". Tokens and marks
/// outlive it.
class ComparedNumbers {
  public:
    /// Of tokens [begin, end); `side` as in ComparisonMarks.
    ComparedNumbers(const std::vector<CompareToken>& tokens, const std::vector<std::uint8_t>& side,
                    std::size_t begin, std::size_t end)
        : tokens_(tokens), side_(side), begin_(begin), end_(end) {}

    /// The first value behind the side's name, or, where numbers stand before names, the first
    /// between it and the other name before it.
    [[nodiscard]] std::optional<double> of_side(std::size_t side, std::size_t other_side) const;

  private:
    /// A measured value: no dose of a side, deviation, count "n = 24", table number.
    [[nodiscard]] bool is_value(std::size_t i) const;

    const std::vector<CompareToken>& tokens_;
    const std::vector<std::uint8_t>& side_;
    std::size_t begin_;
    std::size_t end_;
};

}  // namespace whereof::claim
