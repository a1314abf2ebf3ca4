// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.hpp"
#include "store/overview.hpp"

#include <cstddef>

namespace whereof::store {

/// Reads every verdict and reference once. At most `most` sites, journals and works each.
Overview read_overview(const sqlite::Database& database, std::size_t most);

}  // namespace whereof::store
