// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::serve {

/// A schema of schema/json ("check") with everything that it refers to below its own $defs, so that it stands
/// alone; without $id and $schema.
std::string published_schema(std::string_view name);

}  // namespace whereof::serve
