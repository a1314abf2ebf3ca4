// SPDX-License-Identifier: MIT
#pragma once

#include "bib/identifiers.hpp"
#include "bib/labels.hpp"
#include "bib/reference.hpp"
#include "bib/tokens.hpp"

#include <span>

namespace whereof::bib {

/// Puts labelled tokens together to an item: runs of one label become a field's text, the text is normalised,
/// what is left over becomes the note. Fills `reference`.item, .spans and .confidence; its raw is the text
/// that tokens and identifiers were read from. The three spans of tokens, labels and probabilities have one
/// length.
void assemble(std::span<const Token> tokens, std::span<const Label> labels,
              std::span<const float> probabilities, std::span<const FoundIdentifier> identifiers,
              Reference& reference);

}  // namespace whereof::bib
