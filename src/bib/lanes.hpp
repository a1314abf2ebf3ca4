// SPDX-License-Identifier: MIT
#pragma once

#include "bib/labels.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace whereof::bib {

/// Four numbers that are computed with at once. Both compilers know the attribute; without it neither turns the tagger's loops
/// into vector code (comparisons of floats may trap, int8 may alias).
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

/// Eight signed bytes, widened.
inline Shorts load_bytes(const std::int8_t* from) noexcept {
    using Bytes = std::int8_t __attribute__((vector_size(8)));
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return __builtin_convertvector(bytes, Shorts);
}

}  // namespace whereof::bib
