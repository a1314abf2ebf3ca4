// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.hpp"

#include <cstdint>
#include <functional>

namespace whereof::authority {

/// Files every row of `say` that is not filed yet under its words and keys, takes out what is there twice,
/// merges, and marks the index complete. May be cut off at any point and called again. `progress` hears how
/// many rows of how many.
void file_rows(const sqlite::Database& database,
               const std::function<void(std::int64_t, std::int64_t)>& progress);

}  // namespace whereof::authority
