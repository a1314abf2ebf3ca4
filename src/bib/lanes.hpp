// SPDX-License-Identifier: MIT
#pragma once

#include "bib/labels.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace whereof::bib {

/// Four numbers that are computed with at once. Both compilers know the attribute; without it neither turns
/// the tagger's loops into vector code (comparisons of floats may trap, int8 may alias).
using Floats = float __attribute__((vector_size(16)));
using Ints = std::int32_t __attribute__((vector_size(16)));
using Shorts = std::int16_t __attribute__((vector_size(16)));

inline constexpr std::size_t kLanes = kLabelCount / 4;
static_assert(kLabelCount % 8 == 0);

/// One number for each label.
using LaneRow = std::array<Floats, kLanes>;

inline Floats load(const float* from) noexcept {
    Floats out;
    std::memcpy(&out, from, sizeof out);
    return out;
}
inline Floats all(float value) noexcept { return Floats{value, value, value, value}; }
inline float sum(Floats v) noexcept { return (v[0] + v[1]) + (v[2] + v[3]); }

/// The same numbers one by one, for loops that look at each.
inline std::array<float, kLabelCount> plain(const LaneRow& row) noexcept {
    std::array<float, kLabelCount> out;
    std::memcpy(out.data(), row.data(), sizeof out);
    return out;
}

inline float largest(const LaneRow& row) noexcept {
    Floats top = row[0];
    for (std::size_t lane = 1; lane < kLanes; ++lane) {
        top = row[lane] > top ? row[lane] : top;
    }
    const float left = top[0] > top[1] ? top[0] : top[1];
    const float right = top[2] > top[3] ? top[2] : top[3];
    return left > right ? left : right;
}

/// Divides by the sum, so that it becomes 1.
inline void scale(LaneRow& row) noexcept {
    Floats total = row[0];
    for (std::size_t lane = 1; lane < kLanes; ++lane) {
        total += row[lane];
    }
    const float all_of_it = sum(total);
    const Floats factor = all(1.0F / (all_of_it > 1e-30F ? all_of_it : 1e-30F));
    for (Floats& value : row) {
        value *= factor;
    }
}

/// Eight unsigned bytes, widened.
inline Shorts load_bytes(const std::uint8_t* from) noexcept {
    using Bytes = std::uint8_t __attribute__((vector_size(8)));
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return __builtin_convertvector(bytes, Shorts);
}

}  // namespace whereof::bib
