// SPDX-License-Identifier: MIT
#pragma once

#include "bib/labels.hpp"
#include "bib/lexicon.hpp"
#include "bib/tokens.hpp"

#include <cstddef>
#include <span>

namespace whereof::bib {

/// How many tokens a date in brackets takes that stands before all else, and before what looks like a name
/// and was not read as one: "(n.d.). Smith J. Title", "(2019). Smith, J., & Lee, K. Title". 0 where there is
/// none. Mostly a title stands there, so that names need to be read without the date in front.
/// Tokens and labels have one length.
std::size_t date_before_name(std::span<const Token> tokens, std::span<const Label> labels,
                             const Lexicon& lexicon);

}  // namespace whereof::bib
