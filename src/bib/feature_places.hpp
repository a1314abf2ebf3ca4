// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// Where the weights of hashed features stand, so that a look finds one without a search: each bucket of
/// features has a pilot, a number that sends all of them to places of their own (Belazzougui, Botelho &
/// Dietzfelbinger 2009, "Hash, displace, and compress").
class FeaturePlaces {
  public:
    static constexpr unsigned kBucketBits = 13;
    static constexpr std::size_t kBuckets = std::size_t{1} << kBucketBits;

    FeaturePlaces() = default;
    /// For so many features; `pilots`, one for each bucket, outlive it.
    FeaturePlaces(std::size_t features, std::span<const std::uint16_t> pilots)
        : places_(count_for(features)), pilots_(pilots) {}

    /// How many places there are, a few more than features.
    [[nodiscard]] std::size_t count() const noexcept { return places_; }
    /// The only place that may be the feature's. Any other number has one too, which is not its own.
    [[nodiscard]] std::size_t of(std::uint32_t feature) const noexcept {
        return place(feature, pilots_[bucket(feature)], places_);
    }

    [[nodiscard]] static std::size_t bucket(std::uint32_t feature) noexcept {
        return (feature * 0xC2B2AE35U) >> (32U - kBucketBits);
    }
    [[nodiscard]] static std::size_t place(std::uint32_t feature, std::uint32_t pilot,
                                           std::uint32_t places) noexcept {
        const std::uint32_t hash = (feature ^ (pilot * 0x9E3779B1U)) * 0x85EBCA6BU;
        return static_cast<std::size_t>((std::uint64_t{hash ^ (hash >> 15U)} * places) >> 32U);
    }
    [[nodiscard]] static std::uint32_t count_for(std::size_t features) noexcept {
        return static_cast<std::uint32_t>(features + features / 8 + 64);
    }

  private:
    std::uint32_t places_ = 0;
    std::span<const std::uint16_t> pilots_;
};

/// The features of a file of weights, as bib/tagger.hpp describes it. Throws std::invalid_argument when it is
/// none.
std::vector<std::uint32_t> features_of(std::string_view weights);

/// The pilots of these features; throws std::invalid_argument where two are the same. Takes some ten
/// milliseconds for the parser's, so scripts/pack_tables.cpp does it when whereof is built.
std::vector<std::uint16_t> find_pilots(std::span<const std::uint32_t> features);

}  // namespace whereof::bib
