// SPDX-License-Identifier: MIT
#include "sqlite/migrations.hpp"

#include "base/embedded.hpp"

#include <cassert>
#include <charconv>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace whereof::sqlite {
namespace {

struct Migration {
    std::int64_t number = 0;
    EmbeddedFile file;
};

/// The embedded files of one schema; their names begin with a number of four digits, without gaps from 1.
std::vector<Migration> migrations_of(std::string_view schema) {
    const std::string folder = fmt::format("schema/{}/", schema);
    std::vector<Migration> out;
    for (const auto& file : embedded_under(folder)) {
        Migration migration{0, file};
        const std::string_view digits = file.name.substr(folder.size(), 4);
        std::from_chars(digits.data(), digits.data() + digits.size(), migration.number);
        assert(migration.number == static_cast<std::int64_t>(out.size()) + 1);
        out.push_back(migration);
    }
    return out;
}

bool table_exists(const Database& database, std::string_view name) {
    auto query = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    query.bind(name);
    return query.step();
}

/// Throws unless the database is empty or one of ours, at a version and with digests that we know.
void check_history(const Database& database, std::string_view schema, const std::vector<Migration>& known) {
    const std::int64_t version = database.user_version();
    const std::string path = database.path().string();
    if (!table_exists(database, "schema_history")) {
        auto any = database.prepare("SELECT count(*) FROM sqlite_schema");
        if (version == 0 && any.step() && any.integer(0) == 0) {
            return;
        }
        throw SchemaError(fmt::format("{} is a database of another program, not a whereof {}", path, schema),
                          0);
    }
    auto whose = database.prepare("SELECT schema FROM schema_history WHERE schema <> ?");
    whose.bind(schema);
    if (whose.step()) {
        throw SchemaError(fmt::format("{} is a whereof {}, not a whereof {}", path, whose.text(0), schema),
                          0);
    }
    if (version > static_cast<std::int64_t>(known.size())) {
        throw SchemaError(
            fmt::format("{} has {} schema version {}, this whereof knows up to {}: use a newer whereof", path,
                        schema, version, known.size()),
            0);
    }
    auto rows = database.prepare("SELECT number, sha256 FROM schema_history ORDER BY number");
    while (rows.step()) {
        const std::int64_t number = rows.integer(0);
        if (number < 1 || number > static_cast<std::int64_t>(known.size()) ||
            rows.text(1) != known[static_cast<std::size_t>(number - 1)].file.sha256) {
            throw SchemaError(
                fmt::format("{} was made with another {} schema number {} than this whereof has", path,
                            schema, number),
                0);
        }
    }
}

}  // namespace

void migrate(const Database& database, std::string_view schema) {
    const auto known = migrations_of(schema);
    check_history(database, schema, known);
    if (database.user_version() == static_cast<std::int64_t>(known.size())) {
        return;
    }
    Transaction transaction(database);
    const std::int64_t version = database.user_version();  // again, now that no one else can write
    for (const auto& [number, file] : known) {
        if (number <= version) {
            continue;
        }
        database.execute(std::string(file.bytes));
        if (number == 1) {
            database.execute(
                "CREATE TABLE schema_history(number INTEGER PRIMARY KEY, schema TEXT NOT NULL, "
                "name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT");
        }
        database.prepare("INSERT INTO schema_history VALUES(?, ?, ?, ?)")
            .bind(number, schema, file.name, file.sha256)
            .run();
        database.execute(fmt::format("PRAGMA user_version = {}", number));
    }
    transaction.commit();
}

void check_schema(const Database& database, std::string_view schema) {
    check_history(database, schema, migrations_of(schema));
}

void require_current_schema(const Database& database, std::string_view schema) {
    const auto known = migrations_of(schema);
    check_history(database, schema, known);
    if (database.user_version() != static_cast<std::int64_t>(known.size())) {
        throw SchemaError(
            fmt::format("{} has {} schema version {}, this whereof needs {}: open it once for writing",
                        database.path().string(), schema, database.user_version(), known.size()),
            0);
    }
}

}  // namespace whereof::sqlite
