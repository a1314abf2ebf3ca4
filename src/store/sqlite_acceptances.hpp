// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::store {

/// What people let stand. Each change is a transaction of its own.
class SqliteAcceptances {
  public:
    explicit SqliteAcceptances(const sqlite::Database& database);

    void put(const Acceptance& acceptance);
    std::vector<Acceptance> all();
    std::size_t remove(std::string_view fingerprint, std::string_view rule);

  private:
    sqlite::Statement put_;
    sqlite::Statement select_all_;
    sqlite::Statement remove_;
};

}  // namespace whereof::store
