// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"
#include "finding/verdict.hpp"

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace whereof::report {

/// {"design","level","scale","by"} of a source, or null where nobody knows its design; `level` is null for
/// designs that the scale does not rank.
nlohmann::ordered_json evidence_level_json(const bib::Item& cited,
                                           const std::optional<finding::Verdict>& verdict);

/// "meta-analysis by its title: OCEBM 2011 level 1", or empty.
std::string evidence_level_text(const bib::Item& cited, const std::optional<finding::Verdict>& verdict);

}  // namespace whereof::report
