// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// How much each sentence of a section reads as a claim: a statement of what was found, holds or follows,
/// rather than of what was done or is to be done. From 0 to 1, in the order of the sentences; kLikeness
/// and more is one. By a linear-chain conditional random field over words, pairs of words and places
/// (corpus/weights/ claims.bin, made by tests/bench/train_claims). Linear in the text; any bytes.
std::vector<double> likeness(std::span<const std::string_view> sentences);

/// From here on a sentence is taken for a claim: where training balanced misses and false alarms.
inline constexpr double kLikeness = 0.25;

/// The hashed traits of each sentence that the weights are for. For training.
std::vector<std::vector<std::uint32_t>> likeness_features(std::span<const std::string_view> sentences);

}  // namespace whereof::claim
