// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.hpp"

#include <string_view>

namespace whereof::sqlite {

/// The file belongs to another program, to a newer whereof, or to a history this binary does not know.
class SchemaError : public DbError {
  public:
    using DbError::DbError;
};

/// Brings a database to the newest schema of that name ("store", "authority"), whose numbered SQL files are
/// embedded under schema/<name>/. Each pending file, its row in schema_history and the new user_version
/// commit together. Throws SchemaError, having changed nothing, when the file's version is newer than the
/// binary's, when a file that was applied has another digest today, or when it is a database of something
/// else.
void migrate(const Database& database, std::string_view schema);

/// Only the checks of migrate(): throws SchemaError for a file that migrate() would refuse. Reads alone, so
/// that a file can be looked at before it is opened for writing.
void check_schema(const Database& database, std::string_view schema);

/// check_schema(); also refuses a database that still has pending migrations. For read-only
/// use.
void require_current_schema(const Database& database, std::string_view schema);

}  // namespace whereof::sqlite
