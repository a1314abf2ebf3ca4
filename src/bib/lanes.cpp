// SPDX-License-Identifier: MIT
#include "bib/lanes.hpp"

#include <bit>
#include <cstring>
#include <limits>

namespace whereof::bib {
namespace {

// Both compilers know the attribute; without it neither turns these loops into vector code. No function takes
// or gives a vector by value: how that is done depends on the target.
using Floats = float __attribute__((vector_size(32)));
/// The same anywhere in memory.
using StoredFloats = float __attribute__((vector_size(32), aligned(4), may_alias));
using Shorts = std::int16_t __attribute__((vector_size(32)));

constexpr std::size_t kWide = 8;
constexpr std::size_t kLanes = kLabelCount / kWide;
static_assert(kLabelCount == kLanes * kWide && kLabelCount == 24);

/// Less than this share of the sum changes no probability that is shown.
constexpr float kNegligible = 1e-5F;

#define WHEREOF_INLINE __attribute__((always_inline)) inline

WHEREOF_INLINE const StoredFloats* lanes_of(const std::array<float, kLabelCount>& values) {
    return reinterpret_cast<const StoredFloats*>(values.data());
}

WHEREOF_INLINE StoredFloats* lanes_of(std::array<float, kLabelCount>& values) {
    return reinterpret_cast<StoredFloats*>(values.data());
}

WHEREOF_INLINE float sum(const Floats& v) {
    return ((v[0] + v[4]) + (v[1] + v[5])) + ((v[2] + v[6]) + (v[3] + v[7]));
}

/// Divides by the sum, so that it becomes 1; false when there is nothing to divide.
WHEREOF_INLINE bool scale(Floats (&row)[kLanes]) {
    const Floats lanes = (row[0] + row[1]) + row[2];
    const float total = sum(lanes);
    if (!(total > 1e-30F)) {
        return false;
    }
    const float factor = 1.0F / total;
    for (Floats& value : row) {
        value *= factor;
    }
    return true;
}

/// One bit for each label that may matter to the next token; no branch, for which they are is hard to guess.
WHEREOF_INLINE std::uint32_t active(const LaneRow& row) {
    using Bits = std::int32_t __attribute__((vector_size(32)));
    constexpr Bits kFirst{1, 2, 4, 8, 16, 32, 64, 128};
    const StoredFloats* values = lanes_of(row.values);
    const Bits bits = ((values[0] >= kNegligible) & kFirst) | ((values[1] >= kNegligible) & (kFirst << 8)) |
                      ((values[2] >= kNegligible) & (kFirst << 16));
    return static_cast<std::uint32_t>(((bits[0] | bits[4]) | (bits[1] | bits[5])) |
                                      ((bits[2] | bits[6]) | (bits[3] | bits[7])));
}

WHEREOF_INLINE void add_rows_body(const std::uint8_t* const* rows, std::size_t count, std::int16_t* sums) {
    using Bytes = std::uint8_t __attribute__((vector_size(16)));
    using HalfBytes = std::uint8_t __attribute__((vector_size(8)));
    using HalfShorts = std::int16_t __attribute__((vector_size(16)));
    Shorts low{};
    HalfShorts high{};
    for (std::size_t r = 0; r < count; ++r) {
        Bytes first;
        HalfBytes second;
        std::memcpy(&first, rows[r], sizeof first);
        std::memcpy(&second, rows[r] + sizeof first, sizeof second);
        low += __builtin_convertvector(first, Shorts);
        high += __builtin_convertvector(second, HalfShorts);
    }
    std::memcpy(sums, &low, sizeof low);
    std::memcpy(sums + sizeof low / sizeof *sums, &high, sizeof high);
}

WHEREOF_INLINE void forward_body(std::span<const Step> steps, std::span<const LaneRow> factors,
                                 std::span<LaneRow> sums) {
    for (std::size_t t = 0; t < factors.size(); ++t) {
        Floats local[kLanes];
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            local[lane] = lanes_of(factors[t].values)[lane];
        }
        Floats reached[kLanes] = {local[0], local[1], local[2]};
        if (t > 0) {
            Floats total[kLanes] = {};
            const auto& into = *steps[t].into;
            const auto& out_of = *steps[t].out_of;
            for (std::uint32_t left = active(sums[t - 1]); left != 0; left &= left - 1) {
                const auto from = static_cast<std::size_t>(std::countr_zero(left));
                const float before = sums[t - 1].values[from];
                for (std::size_t lane = 0; lane < kLanes; ++lane) {
                    total[lane] += before * lanes_of(into[from])[lane] * lanes_of(out_of[from])[lane];
                }
            }
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                reached[lane] = total[lane] * local[lane];
            }
        }
        if (!scale(reached)) {  // nothing left can go on: begin again
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                reached[lane] = local[lane];
            }
            scale(reached);
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            lanes_of(sums[t].values)[lane] = reached[lane];
        }
    }
}

WHEREOF_INLINE void backward_body(std::span<const Step> steps, std::span<const LaneRow> factors,
                                  std::span<LaneRow> sums) {
    Floats backward[kLanes];
    for (Floats& lane : backward) {
        lane = Floats{} + 1.0F;
    }
    for (std::size_t t = sums.size(); t-- > 0;) {
        Floats belief[kLanes];
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            belief[lane] = lanes_of(sums[t].values)[lane] * backward[lane];
        }
        scale(belief);
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            lanes_of(sums[t].values)[lane] = belief[lane];
        }
        if (t == 0) {
            break;
        }
        Floats weighed[kLanes];
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            weighed[lane] = backward[lane] * lanes_of(factors[t].values)[lane];
        }
        const auto& into = *steps[t].into;
        const auto& out_of = *steps[t].out_of;
        LaneRow next{};
        for (std::uint32_t left = active(sums[t - 1]); left != 0; left &= left - 1) {
            const auto from = static_cast<std::size_t>(std::countr_zero(left));
            Floats total{};
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                total += weighed[lane] * lanes_of(into[from])[lane] * lanes_of(out_of[from])[lane];
            }
            next.values[from] = sum(total);
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            backward[lane] = lanes_of(next.values)[lane];
        }
        scale(backward);
    }
}

WHEREOF_INLINE void best_step_body(const std::int32_t* best, const WholeTable& out_of, const WholeTable& into,
                                   std::int32_t* next, std::int32_t* source) {
    using Ints = std::int32_t __attribute__((vector_size(32)));
    using StoredInts = std::int32_t __attribute__((vector_size(32), aligned(4), may_alias));
    using StoredShorts = std::int16_t __attribute__((vector_size(16), aligned(2), may_alias));
    Ints most[kLanes];
    Ints where[kLanes] = {};
    for (Ints& lane : most) {
        lane = Ints{} + std::numeric_limits<std::int32_t>::min();
    }
    for (std::int32_t from = 0; from < static_cast<std::int32_t>(kLabelCount); ++from) {
        const auto* left =
            reinterpret_cast<const StoredShorts*>(out_of[static_cast<std::size_t>(from)].data());
        const auto* right =
            reinterpret_cast<const StoredShorts*>(into[static_cast<std::size_t>(from)].data());
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const Ints value = best[from] + __builtin_convertvector(left[lane], Ints) +
                               __builtin_convertvector(right[lane], Ints);
            const Ints better = value > most[lane];
            most[lane] = (value & better) | (most[lane] & ~better);
            where[lane] = ((Ints{} + from) & better) | (where[lane] & ~better);
        }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        reinterpret_cast<StoredInts*>(next)[lane] = most[lane];
        reinterpret_cast<StoredInts*>(source)[lane] = where[lane];
    }
}

// One set of functions for each target, around the same bodies.
#define WHEREOF_LANES(name, target)                                                                          \
    target void add_rows_##name(const std::uint8_t* const* rows, std::size_t count, std::int16_t* sums) {    \
        add_rows_body(rows, count, sums);                                                                    \
    }                                                                                                        \
    target void forward_##name(std::span<const Step> steps, std::span<const LaneRow> factors,                \
                               std::span<LaneRow> sums) {                                                    \
        forward_body(steps, factors, sums);                                                                  \
    }                                                                                                        \
    target void backward_##name(std::span<const Step> steps, std::span<const LaneRow> factors,               \
                                std::span<LaneRow> sums) {                                                   \
        backward_body(steps, factors, sums);                                                                 \
    }                                                                                                        \
    target void best_step_##name(const std::int32_t* best, const WholeTable& out_of, const WholeTable& into, \
                                 std::int32_t* next, std::int32_t* source) {                                 \
        best_step_body(best, out_of, into, next, source);                                                    \
    }                                                                                                        \
    constexpr Lanes kLanes_##name{add_rows_##name, forward_##name, backward_##name, best_step_##name};

WHEREOF_LANES(plain, )
#if defined(__x86_64__)
WHEREOF_LANES(avx2, __attribute__((target("avx2"))))
#endif

}  // namespace

const Lanes& plain_lanes() noexcept { return kLanes_plain; }

const Lanes& lanes() noexcept {
#if defined(__x86_64__)
    static const Lanes& best = __builtin_cpu_supports("avx2") != 0 ? kLanes_avx2 : kLanes_plain;
    return best;
#else
    return kLanes_plain;
#endif
}

}  // namespace whereof::bib
