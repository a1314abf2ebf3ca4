// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "bib/item.hpp"

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace whereof::formats {

/// One item as a CSL-JSON 1.0.2 object without `id`. Fields that CSL-JSON lacks (arXiv, PII, trial, epub
/// date, elided lists) stand below `custom`. Absent fields are absent.
nlohmann::ordered_json to_csl_json(const bib::Item& item);

/// The same object appended as text, at a tenth of the price.
void append_csl_json(std::string& out, const bib::Item& item);

/// The members of to_csl_json() but `custom`, appended as text: "type":"book","title":"…". A comma goes
/// before the first unless `out` is empty or ends in "{".
void append_csl_members(std::string& out, const bib::Item& item);
/// The members that to_csl_json() puts below `custom`, appended in the same way; often none.
void append_csl_custom(std::string& out, const bib::Item& item);

/// The item of a CSL-JSON object, leniently: numbers for strings, dates as {date-parts}, {raw} or text,
/// titles as text or arrays (Crossref), names with literal, particles or as plain text. Unknown keys are
/// ignored. Fails when `json` is no object.
Result<bib::Item> from_csl_json(const nlohmann::ordered_json& json);

}  // namespace whereof::formats
