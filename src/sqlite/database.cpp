// SPDX-License-Identifier: MIT
#include "sqlite/database.hpp"

#include <chrono>
#include <thread>

#include <fmt/format.h>
#include <sqlite3.h>

namespace whereof::sqlite {
namespace {

constexpr int kBusyTimeoutMs = 5000;

/// People read this: the statement would tell them nothing.
[[noreturn]] void fail(sqlite3* db, std::string where = {}) {
    const int code = db != nullptr ? sqlite3_extended_errcode(db) : SQLITE_NOMEM;
    const char* message = db != nullptr ? sqlite3_errmsg(db) : "out of memory";
    const char* path = db != nullptr ? sqlite3_db_filename(db, "main") : nullptr;
    if (path != nullptr && *path != '\0') {
        where = path;
    }
    throw DbError(where.empty() ? message : fmt::format("{}: {}", where, message), code);
}

int open_flags(OpenMode mode) {
    switch (mode) {
        case OpenMode::read_only:
            return SQLITE_OPEN_READONLY;
        case OpenMode::read_write:
            return SQLITE_OPEN_READWRITE;
        case OpenMode::create:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case OpenMode::memory:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    }
    return SQLITE_OPEN_READONLY;
}

/// As a URI that says that the file does not change; every byte with a meaning in URIs is escaped.
std::string immutable_name(const std::filesystem::path& path) {
    std::string out = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#') {
            out += fmt::format("%{:02x}", static_cast<unsigned>(c));
        } else {
            out.push_back(c);
        }
    }
    return out + "?immutable=1";
}

}  // namespace

DbCause DbError::cause() const noexcept {
    switch (code_ & 0xFF) {  // the primary result code
        case SQLITE_OK:
            return DbCause::stated;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return DbCause::busy;
        case SQLITE_READONLY:
            return DbCause::read_only;
        case SQLITE_IOERR:
        case SQLITE_FULL:
            return DbCause::disk;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return DbCause::damaged;
        case SQLITE_CANTOPEN:
            return DbCause::cannot_open;
        default:
            return DbCause::other;
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* stmt) const noexcept { sqlite3_finalize(stmt); }

Statement::Statement(sqlite3* db, std::string_view sql) {
    sqlite3_stmt* stmt = nullptr;
    const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), 0, &stmt, nullptr);
    stmt_.reset(stmt);
    if (code != SQLITE_OK) {
        fail(db);
    }
}

Statement& Statement::bind_all(std::span<const std::int64_t> values) {
    sqlite3_reset(stmt_.get());
    int index = 0;
    for (const std::int64_t value : values) {
        put(++index, value);
    }
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(stmt_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    fail(sqlite3_db_handle(stmt_.get()));
}

void Statement::reset() noexcept {
    sqlite3_reset(stmt_.get());
    sqlite3_clear_bindings(stmt_.get());
}

bool Statement::is_null(int column) const noexcept {
    return sqlite3_column_type(stmt_.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const noexcept {
    return sqlite3_column_int64(stmt_.get(), column);
}
double Statement::real(int column) const noexcept { return sqlite3_column_double(stmt_.get(), column); }
std::string_view Statement::text(int column) const noexcept {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(stmt_.get(), column));
    const int size = sqlite3_column_bytes(stmt_.get(), column);
    return bytes != nullptr ? std::string_view(bytes, static_cast<std::size_t>(size)) : std::string_view();
}

void Statement::put(int index, std::nullptr_t) {
    if (sqlite3_bind_null(stmt_.get(), index) != SQLITE_OK) {
        fail(sqlite3_db_handle(stmt_.get()));
    }
}
void Statement::put(int index, std::int64_t value) {
    if (sqlite3_bind_int64(stmt_.get(), index, value) != SQLITE_OK) {
        fail(sqlite3_db_handle(stmt_.get()));
    }
}
void Statement::put(int index, double value) {
    if (sqlite3_bind_double(stmt_.get(), index, value) != SQLITE_OK) {
        fail(sqlite3_db_handle(stmt_.get()));
    }
}
void Statement::put(int index, std::string_view value) {
    const char* data = value.data() != nullptr ? value.data() : "";
    if (sqlite3_bind_text64(stmt_.get(), index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) !=
        SQLITE_OK) {
        fail(sqlite3_db_handle(stmt_.get()));
    }
}

void Statement::put(int index, Blob value) {
    const char* data = value.bytes.data() != nullptr ? value.bytes.data() : "";
    if (sqlite3_bind_blob64(stmt_.get(), index, data, value.bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK) {
        fail(sqlite3_db_handle(stmt_.get()));
    }
}

void Database::Close::operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }

void Database::connect(const std::string& name, int flags) {
    sqlite3* db = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    db_.reset(db);
    if (code != SQLITE_OK) {
        fail(db, path_.string());
    }
    set_up();
}

void Database::set_up() const {
    sqlite3* db = db_.get();
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, kBusyTimeoutMs);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    execute("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
}

// While one connection turns a new file to WAL, SQLite refuses every other at once: it asks no busy handler,
// for two that wait for each other there would wait for ever.
void Database::use_write_ahead_log() const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyTimeoutMs);
    while (true) {
        try {
            execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            return;
        } catch (const DbError& error) {
            if (error.cause() != DbCause::busy || std::chrono::steady_clock::now() >= deadline) {
                throw;
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

/// The last connection to a file in WAL mode would write into it what another program has left beside it.
void Database::look_first(const std::function<void(const Database&)>& look) const {
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    look(*this);
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Database::Database(const std::filesystem::path& path, OpenMode mode,
                   const std::function<void(const Database&)>& look)
    : path_(path) {
    std::error_code unknown;
    if (mode != OpenMode::memory && std::filesystem::is_directory(path, unknown)) {
        throw DbError(fmt::format("{}: expected a file, found a folder", path.string()), SQLITE_CANTOPEN);
    }
    connect(mode == OpenMode::memory ? ":memory:" : path.string(), open_flags(mode));
    if (look) {
        look_first(look);
    }
    if (mode == OpenMode::read_write || mode == OpenMode::create) {
        use_write_ahead_log();
    }
    if (mode != OpenMode::read_only) {
        return;
    }
    try {
        execute("SELECT 1 FROM sqlite_schema");
    } catch (const DbError& error) {
        // A file in WAL mode wants others beside it, which a read-only folder refuses. Nobody can write
        // there, so it can be read as unchanging, unless a writer has left changes that are not in it yet.
        const bool refused = error.cause() == DbCause::cannot_open || error.cause() == DbCause::read_only;
        std::error_code absent;
        const auto pending = std::filesystem::file_size(path.string() + "-wal", absent);
        if (!refused || (!absent && pending > 0)) {
            throw;
        }
        connect(immutable_name(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
}

bool Database::is_read_only() const noexcept { return sqlite3_db_readonly(db_.get(), "main") == 1; }

void Database::execute(const std::string& sql) const {
    char* message = nullptr;
    if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        sqlite3_free(message);
        fail(db_.get());
    }
}

std::int64_t Database::last_insert_rowid() const noexcept { return sqlite3_last_insert_rowid(db_.get()); }
std::int64_t Database::changes() const noexcept { return sqlite3_changes64(db_.get()); }

std::int64_t Database::user_version() const {
    Statement query = prepare("PRAGMA user_version");
    return query.step() ? query.integer(0) : 0;
}

void Database::limit_statement_time(int milliseconds) {
    if (milliseconds <= 0) {
        sqlite3_progress_handler(db_.get(), 0, nullptr, nullptr);
        return;
    }
    using Clock = std::chrono::steady_clock;
    thread_local Clock::time_point deadline;
    deadline = Clock::now() + std::chrono::milliseconds(milliseconds);
    sqlite3_progress_handler(
        db_.get(), 10000, [](void*) { return Clock::now() > deadline ? 1 : 0; }, nullptr);
}

Transaction::Transaction(const Database& database) : database_(database) {
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (open_) {
        try {
            database_.execute("ROLLBACK");
        } catch (const DbError&) {
            // SQLite has already rolled back (disk full, I/O error): there is nothing left to undo.
        }
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

Snapshot::Snapshot(const Database& database)
    : database_(database), is_ours_(sqlite3_get_autocommit(database.handle()) != 0) {
    if (is_ours_) {
        database_.execute("BEGIN");
    }
}

Snapshot::~Snapshot() {
    if (is_ours_) {
        try {
            database_.execute("COMMIT");
        } catch (const DbError&) {
            // Nothing was written: SQLite gives the lock back when the connection ends.
        }
    }
}

}  // namespace whereof::sqlite
