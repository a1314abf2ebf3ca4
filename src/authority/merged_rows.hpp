// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "sqlite/database.hpp"

#include <vector>

namespace whereof::authority {

/// Which rows of `say` mean one work: reads the table `merged`. Throws sqlite::DbError.
class MergedRows {
  public:
    /// `database` outlives it.
    explicit MergedRows(const sqlite::Database& database);

    /// The row that stands for the work of this one; itself where it is merged into none.
    RecordId work_of(RecordId id);
    /// The row that stands for a work, then those merged into it.
    std::vector<RecordId> rows_of(RecordId work);

  private:
    sqlite::Statement work_;
    sqlite::Statement rows_;
};

}  // namespace whereof::authority
