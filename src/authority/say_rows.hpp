// SPDX-License-Identifier: MIT
#pragma once

#include "authority/say.hpp"
#include "sqlite/database.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace whereof::authority {

/// Writes rows of `say` and the containers they name. One object an import; the caller holds the transaction.
class SayWriter {
  public:
    SayWriter(const sqlite::Database& database, std::int64_t first_id);
    void append(const Say& say);
    [[nodiscard]] std::int64_t next_id() const noexcept { return next_id_; }

    /// Forgets what a rolled back transaction took away.
    void forget() { containers_.clear(); }

  private:
    std::int64_t container_of(const bib::Item& item);
    sqlite::Statement insert_;
    sqlite::Statement insert_container_;
    sqlite::Statement find_container_;
    const sqlite::Database& database_;
    std::int64_t next_id_;
    std::unordered_map<std::uint64_t, std::int64_t> containers_;  ///< by hash; emptied when it grows large
};

/// Reads rows of `say`.
class SayReader {
  public:
    explicit SayReader(const sqlite::Database& database);

    /// False when there is no such row.
    bool read(std::int64_t id, Say& say);

    struct Row {
        std::int64_t id = 0;
        std::int64_t container = 0;  ///< 0 without one
        Say say;
    };
    /// Up to `limit` rows with id > `after`, in order of id, each with its first author alone: keys need no
    /// more.
    std::vector<Row> read_after(std::int64_t after, std::int64_t limit);

  private:
    sqlite::Statement by_id_;
    sqlite::Statement after_;
};

}  // namespace whereof::authority
