// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "bib/labels.hpp"
#include "bib/reference.hpp"

#include <string_view>
#include <vector>

namespace whereof::bib {

/// One feature's say in a token's label.
struct Reason {
    std::string_view feature;  ///< "word", "looks: two on each side"; one of feature_names()
    double weight = 0;         ///< for the label, above the mean over all labels
};

/// What the tagger said of one token, and why.
struct TokenExplanation {
    Span span;  ///< bytes into Explanation::reference.raw
    std::string_view look;
    Label label{};
    std::string_view label_name;  ///< "title", "date_early"
    double probability = 0;       ///< of the label, given the whole text
    std::vector<Reason> reasons;  ///< the strongest for the label, strongest first, at most five
};

struct Explanation {
    Reference reference;
    std::vector<TokenExplanation> tokens;
};

/// parse_reference() with its reasons: each token with its label, how sure that is, and the features that
/// spoke loudest for it. Slower than parse_reference() by a small factor.
Explanation explain_reference(std::string_view text);

}  // namespace whereof::bib
