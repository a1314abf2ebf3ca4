// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// The persons and organisations of one author or editor list.
struct NameList {
    std::vector<Name> names;
    bool elided = false;    ///< "et al.", "u. a.", "y col.", "and others", "…": the list goes on
    bool repeated = false;  ///< "———", "Ders.", "Idem": begins with the author of the entry before
    bool operator==(const NameList&) const = default;
};

/// Reads a whole list of names in any style: "Smith JA, Lee K", "Smith, J. A., & Lee, K.",
/// "Smith, John, and Kim Lee", "SMITH, John; LEE, K.", "J. A. Smith/K. Lee", "Smith, Lee & Ray". The order of
/// family and given names is decided from the list and not name by name. Organisations become literals, roles
/// ("(eds.)", "Hrsg.") and degrees are dropped.
///
/// Takes   any bytes. Given names stay as cited, but for white space ("E . H ." is "E. H.").
/// Cost    linear in the length.
NameList parse_names(std::string_view text);

/// The family name with its particles, "van der Heijden", or the literal: what names are compared by.
std::string surname(const Name& name);

}  // namespace whereof::bib
