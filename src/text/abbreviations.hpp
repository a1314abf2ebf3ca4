// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::text {

/// A short form and what it stands for, as a text defines it.
struct Abbreviation {
    Span short_form;  ///< "PT"
    Span long_form;   ///< "physical therapy"
};

/// The definitions "long form (SF)" and "SF (long form)" in one sentence or paragraph, in order, by the
/// method of Schwartz and Hearst ("A simple algorithm for identifying abbreviation definitions in biomedical
/// text", Pacific Symposium on Biocomputing 2003), with first letters of words before letters within them,
/// endings
/// ("RyR1" for "ryanodine receptor"), square brackets, and refusals of our own. Linear; any bytes.
std::vector<Abbreviation> find_abbreviations(std::string_view text);

}  // namespace whereof::text
