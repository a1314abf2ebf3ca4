// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "bib/reference.hpp"
#include "finding/verdict.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// One piece of a reference string that is to be replaced.
struct Correction {
    bib::Field field{};
    Span span;  ///< bytes into Reference::raw
    std::string text;
};

/// What can be corrected of one reference, and what cannot and why.
struct Corrections {
    std::vector<Correction> made;   ///< by span, none overlaps another
    std::vector<std::string> left;  ///< one sentence each
};

/// Corrects those fields of a reference string of which the evidence shows that they are wrong and what is
/// right, in the string's own way of writing: abbreviated pages stay abbreviated, a dash stays that dash.
/// Nothing is corrected of a work that was not found, nor where title and authors are both another's or more
/// than four facts: that is another work, and which one was meant only its author knows. (Tools that
/// rewrote entries from the best match put other papers into people's lists.)
[[nodiscard]] Corrections corrections_of(const bib::Reference& reference, const finding::Verdict& verdict);

/// `raw` with corrections in their places.
[[nodiscard]] std::string corrected(std::string_view raw, const std::vector<Correction>& corrections);

}  // namespace whereof::cli
