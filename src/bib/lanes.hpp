// SPDX-License-Identifier: MIT
#pragma once

#include "bib/labels.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace whereof::bib {

/// One number for each label, on a boundary that vector instructions like.
struct alignas(32) LaneRow {
    std::array<float, kLabelCount> values;
};

using TransitionTable = std::array<std::array<float, kLabelCount>, kLabelCount>;  ///< [from][to]

/// The same in steps, for sums that are exact.
using WholeTable = std::array<std::array<std::int16_t, kLabelCount>, kLabelCount>;

/// The step from a token to its right neighbour: the factors of a transition are the product of both.
struct Step {
    const TransitionTable* out_of = nullptr;
    const TransitionTable* into = nullptr;
};

/// The tagger's inner loops, compiled twice: for every x86-64 and for those with AVX2. Both compute the same
/// numbers to the last bit: eight numbers at once, in one order, without fused multiplication.
struct Lanes {
    /// Adds up `count` rows of kLabelCount unsigned bytes.
    void (*add_rows)(const std::uint8_t* const* rows, std::size_t count, std::int16_t* sums);

    /// Forward sums in plain numbers, each row scaled to a sum of 1 so that nothing under- or overflows.
    /// `steps[t]` leads to row t; the first is not looked at.
    void (*forward)(std::span<const Step> steps, std::span<const LaneRow> factors, std::span<LaneRow> sums);

    /// Turns forward sums into probabilities.
    void (*backward)(std::span<const Step> steps, std::span<const LaneRow> factors, std::span<LaneRow> sums);

    /// For each label the largest of best[from] + out_of[from][label] + into[from][label], and the first
    /// `from` that gives it.
    void (*best_step)(const std::int32_t* best, const WholeTable& out_of, const WholeTable& into,
                      std::int32_t* next, std::int32_t* source);
};

/// Those for this machine.
[[nodiscard]] const Lanes& lanes() noexcept;
/// Those for any machine, for comparison.
[[nodiscard]] const Lanes& plain_lanes() noexcept;

}  // namespace whereof::bib
