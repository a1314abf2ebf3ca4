// SPDX-License-Identifier: MIT
#include "bib/feature_places.hpp"

#include "bib/labels.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>
#include <stdexcept>

namespace whereof::bib {
namespace {

/// Features in the order of their buckets: those of bucket b are from begins[b] on.
struct Buckets {
    std::vector<std::uint32_t> features;
    std::vector<std::uint32_t> begins = std::vector<std::uint32_t>(FeaturePlaces::kBuckets + 1);

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t bucket) const {
        return std::span(features).subspan(begins[bucket], begins[bucket + 1] - begins[bucket]);
    }
};

Buckets divided(std::span<const std::uint32_t> features) {
    Buckets out;
    for (const std::uint32_t feature : features) {
        ++out.begins[FeaturePlaces::bucket(feature) + 1];
    }
    std::partial_sum(out.begins.begin(), out.begins.end(), out.begins.begin());
    out.features.resize(features.size());
    std::vector<std::uint32_t> next = out.begins;
    for (const std::uint32_t feature : features) {
        out.features[next[FeaturePlaces::bucket(feature)]++] = feature;
    }
    return out;
}

/// The places to which a pilot sends features, if all are free and different; else fewer.
void try_pilot(std::span<const std::uint32_t> features, std::uint32_t pilot, const std::vector<bool>& taken,
               std::vector<std::size_t>& places) {
    places.clear();
    for (const std::uint32_t feature : features) {
        const std::size_t at = FeaturePlaces::place(feature, pilot, static_cast<std::uint32_t>(taken.size()));
        if (taken[at] || std::ranges::find(places, at) != places.end()) {
            return;
        }
        places.push_back(at);
    }
}

}  // namespace

std::vector<std::uint32_t> features_of(std::string_view weights) {
    constexpr std::size_t kRowsAt = 24;
    std::uint32_t rows = 0;
    const auto expect = [](bool is_so) {
        if (!is_so) {
            throw std::invalid_argument("expected a file of weights, as train_parser writes it");
        }
    };
    expect(weights.starts_with("WHEREOF-WEIGHTS-1\n") && weights.size() > kRowsAt + sizeof rows);
    std::memcpy(&rows, weights.data() + kRowsAt, sizeof rows);
    const std::size_t size = rows * sizeof(std::uint32_t);
    expect(weights.size() > size + rows * kLabelCount);
    std::vector<std::uint32_t> out(rows);
    std::memcpy(out.data(), weights.data() + weights.size() - rows * kLabelCount - size, size);
    return out;
}

/// Gives each bucket, the fullest first, the first pilot that sends all its features to free places.
std::vector<std::uint16_t> find_pilots(std::span<const std::uint32_t> features) {
    const Buckets buckets = divided(features);
    std::vector<std::uint32_t> order(FeaturePlaces::kBuckets);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::uint32_t bucket) { return buckets.of(bucket).size(); });
    std::vector<std::uint16_t> out(FeaturePlaces::kBuckets);
    std::vector<bool> taken(FeaturePlaces::count_for(features.size()));
    std::vector<std::size_t> places;
    for (const std::uint32_t bucket : order) {
        const auto own = buckets.of(bucket);
        std::uint32_t pilot = 0;
        for (try_pilot(own, pilot, taken, places); places.size() < own.size() && pilot < 0xFFFFU;) {
            try_pilot(own, ++pilot, taken, places);
        }
        if (places.size() != own.size()) {
            throw std::invalid_argument("expected features that are all different");
        }
        out[bucket] = static_cast<std::uint16_t>(pilot);
        for (const std::size_t place : places) {
            taken[place] = true;
        }
    }
    return out;
}

}  // namespace whereof::bib
