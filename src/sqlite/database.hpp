// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace whereof::sqlite {

/// Why a database could not do what was asked, as far as something else is to be done about each.
enum class DbCause : std::uint8_t {
    stated,       ///< what() says it: SQLite was not asked, or had nothing against it
    busy,         ///< another connection is writing
    read_only,    ///< the file or its folder may not be written to
    disk,         ///< full or broken
    damaged,      ///< no SQLite file, or one that is broken
    cannot_open,  ///< no such folder, no permission, or a folder where a file was expected
    other,
};

/// A database that could not do what was asked. what() has the file and SQLite's own message.
class DbError : public std::runtime_error {
  public:
    DbError(const std::string& message, int extended_code)
        : std::runtime_error(message), code_(extended_code) {}
    [[nodiscard]] int code() const noexcept { return code_; }  ///< SQLite's extended result code
    [[nodiscard]] DbCause cause() const noexcept;

  private:
    int code_;
};

/// Bytes to bind as a BLOB: STRICT tables take no text in such a column.
struct Blob {
    std::string_view bytes;
};

/// One prepared statement, owned. Bind, then step() until it says false.
///
/// Numbering is SQLite's own: parameters from 1, columns from 0. Text is UTF-8.
/// A string_view from text() points into SQLite's row and dies at the next step() or reset().
/// Every failure throws DbError with SQLite's message and the extended result code.
class Statement {
  public:
    Statement(sqlite3* db, std::string_view sql);

    /// Resets, then binds every parameter; an empty optional or nullptr becomes NULL.
    /// Text is copied: temporaries are safe.
    template <typename... Values>
    Statement& bind(const Values&... values) {
        reset();
        int index = 0;
        (put(++index, values), ...);
        return *this;
    }
    /// The same for a statement with many parameters, all integers.
    Statement& bind_all(std::span<const std::int64_t> values);
    [[nodiscard]] bool step();  ///< true while there is a row
    void run() {
        while (step()) {
        }
        reset();
    }
    void reset() noexcept;

    [[nodiscard]] bool is_null(int column) const noexcept;
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] double real(int column) const noexcept;
    [[nodiscard]] std::string_view text(
        int column) const noexcept;  ///< empty for NULL; also the bytes of a blob

  private:
    void put(int index, std::nullptr_t);
    void put(int index, std::int64_t value);
    void put(int index, int value) { put(index, std::int64_t{value}); }
    void put(int index, bool value) { put(index, std::int64_t{value}); }
    void put(int index, double value);
    void put(int index, std::string_view value);
    void put(int index, Blob value);
    void put(int index, const std::string& value) { put(index, std::string_view(value)); }
    void put(int index, const char* value) { put(index, std::string_view(value)); }
    template <typename T>
    void put(int index, const std::optional<T>& value) {
        if (value) {
            put(index, *value);
        } else {
            put(index, nullptr);
        }
    }
    struct Finalize {
        void operator()(sqlite3_stmt* stmt) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> stmt_;
};

enum class OpenMode : std::uint8_t {
    read_only,   ///< must exist; also where not even SQLite's own files can be made beside it
    read_write,  ///< must exist
    create,      ///< made when absent
    memory,      ///< the path is only a name
};

/// One connection, set up as this project wants every connection: foreign keys on, untrusted schema off,
/// defensive, extensions off, 5 s busy timeout, WAL for files that are written.
class Database {
  public:
    /// Throws DbError when the file cannot be opened or is no SQLite database. `look` is called before
    /// anything is changed; when it throws, the file stays as it is, but for a change of its own that was
    /// left unfinished.
    Database(const std::filesystem::path& path, OpenMode mode,
             const std::function<void(const Database&)>& look = {});

    [[nodiscard]] Statement prepare(std::string_view sql) const { return {db_.get(), sql}; }
    void execute(const std::string& sql) const;  ///< one or more statements without parameters
    [[nodiscard]] std::int64_t last_insert_rowid() const noexcept;
    [[nodiscard]] std::int64_t changes() const noexcept;
    [[nodiscard]] std::int64_t user_version() const;
    [[nodiscard]] sqlite3* handle() const noexcept { return db_.get(); }
    /// May nothing be written through this connection?
    [[nodiscard]] bool is_read_only() const noexcept;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// Stops statements that run longer, with SQLITE_INTERRUPT; 0 takes the limit off.
    void limit_statement_time(int milliseconds);

  private:
    struct Close {
        void operator()(sqlite3* db) const noexcept;
    };
    void connect(const std::string& name, int flags);
    void set_up() const;
    void look_first(const std::function<void(const Database&)>& look) const;
    void use_write_ahead_log() const;

    std::filesystem::path path_;
    std::unique_ptr<sqlite3, Close> db_;
};

/// BEGIN IMMEDIATE; rolls back unless commit() was reached.
class Transaction {
  public:
    explicit Transaction(const Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    const Database& database_;
    bool open_ = true;
};

/// Everything that is read while it lives is of one state of the file, and costs one lock instead of one a
/// statement. Within a transaction, or another snapshot, it does nothing. Nothing may be written while one is
/// open.
class Snapshot {
  public:
    explicit Snapshot(const Database& database);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

  private:
    const Database& database_;
    bool is_ours_;
};

}  // namespace whereof::sqlite
