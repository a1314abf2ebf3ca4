// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace whereof::report {

/// Adds to the JSON of a claim what its words say of it: "evidence_parts", "hedged", "negated", "turn" and
/// "quantities", each only where there is something to say.
void add_claim_facets(std::string_view claim, nlohmann::ordered_json& out);

/// One of "quantities" in a line for people: "5 mg (amount)".
std::string quantity_line(const nlohmann::ordered_json& quantity);
/// "evidence_parts" in a line: "meta-analysis, OCEBM 2011 level 1, 2023, 12 studies, 3400 people".
std::string evidence_line(const nlohmann::ordered_json& parts);

}  // namespace whereof::report
