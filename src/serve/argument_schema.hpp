// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

/// Where `value` departs from a JSON Schema, in one sentence that names the place, what was expected and what
/// was there; absent when it matches. Of JSON Schema it knows type (one name), enum, minimum, maximum,
/// minLength and maxLength (in bytes), minItems, maxItems, items, properties, required and
/// additionalProperties: false; the rest is ignored. Recursion is bounded by the schema's depth.
std::optional<std::string> mismatch(const nlohmann::json& schema, const nlohmann::json& value,
                                    const std::string& place = "arguments");

}  // namespace whereof::serve
