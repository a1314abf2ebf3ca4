// SPDX-License-Identifier: MIT
#pragma once

#include "authority/abstracts.hpp"
#include "authority/say.hpp"
#include "authority/say_rows.hpp"
#include "sqlite/database.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::authority {

/// A file that was read to its end.
struct ImportedFile {
    std::string digest;
    std::string name;
    std::string kind;
    std::int64_t records = 0;
    std::int64_t skipped = 0;
};

/// Builds an index or extends one: rows are appended file by file, finish() files them under their keys and
/// words, takes out what is there twice and merges rows that mean one work.
///
/// A process that dies in between leaves an index that says of itself that it is not complete; readers see it
/// as it was when it last was, and the next builder drops what a cut off file left and goes on from there.
/// Events and deletions of a file wait in temporary tables until it ends, so that none of a cut off one
/// stays.
///
/// Throws sqlite::DbError, IoError.
class IndexBuilder {
  public:
    /// `database` has the authority schema and outlives the builder. `date` is ISO 8601, of today.
    IndexBuilder(const sqlite::Database& database, std::string date, Abstracts abstracts = Abstracts::drop);
    ~IndexBuilder();

    /// Was it read to its end, with its abstracts if they are to be kept?
    [[nodiscard]] bool knows_file(std::string_view digest) const;

    void add(const Say& say);
    /// Files the event under each identifier of the work; canonical, either may be empty.
    void add_event(std::string_view DOI, std::string_view PMID, const StatusEvent& event);
    void add_deleted(std::string_view PMID);

    /// The rows since the last end of a file stay. Without a file they stay, but nothing is noted that would
    /// keep a second import from reading it again.
    void end_file(const std::optional<ImportedFile>& file);
    /// The rows since the last end of a file go.
    void drop_file();

    /// Makes the index complete. `progress` hears how many of how many rows are filed; what it throws ends
    /// the filing, and the index stays as it was.
    void finish(const std::function<void(std::int64_t done, std::int64_t all)>& progress);

    void set_meta(std::string_view name, std::string_view value);

  private:
    void begin_if_needed();
    void commit();
    void forget_waiting();

    const sqlite::Database& database_;
    std::string date_;
    Abstracts abstracts_;
    SayWriter writer_;
    AbstractWriter abstract_writer_;
    sqlite::Statement insert_event_;
    sqlite::Statement insert_deleted_;
    std::unique_ptr<sqlite::Transaction> transaction_;
    std::int64_t uncommitted_ = 0;
};

/// The value of a row of `meta`; empty without one.
std::string read_meta(const sqlite::Database& database, std::string_view name);

}  // namespace whereof::authority
