// SPDX-License-Identifier: MIT
#pragma once

#include "bib/reference.hpp"
#include "bib/tokens.hpp"

#include <span>

namespace whereof::bib {

/// How much a text is like a reference, 0 to 1: the mean of the labels' probabilities, less where fields that
/// make a reference are missing, where no identifier speaks for it, and where its words are those of prose.
[[nodiscard]] double likeness(std::span<const Token> tokens, std::span<const float> probabilities,
                              const Item& item);

/// How often a reference read with such spans has every field right. One lost field spoils a reference, so
/// the weakest speaks, not the mean. `reference`.likeness and .spans must be set.
[[nodiscard]] double confidence(const Reference& reference);

}  // namespace whereof::bib
