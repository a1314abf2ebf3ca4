// SPDX-License-Identifier: MIT
#include "store/sqlite_store.hpp"

#include "sqlite/migrations.hpp"
#include "store/codec.hpp"
#include "store/sqlite_overview.hpp"

#include <utility>

namespace whereof::store {
namespace {

/// A batch commits when it holds this much text, or when the index holds this much of it in memory.
constexpr std::size_t kBatchText = std::size_t{16} << 20U;
constexpr std::size_t kBatchIndex = std::size_t{48} << 20U;

/// Did the file or its folder refuse to be written?
bool refuses_writing(const sqlite::DbError& error) noexcept {
    return error.cause() == sqlite::DbCause::read_only || error.cause() == sqlite::DbCause::cannot_open;
}

/// Migrates before any statement is prepared.
sqlite::Database open_database(const std::filesystem::path& path) {
    // A file of another program or a newer version is not written to.
    sqlite::Database database(path, sqlite::OpenMode::create,
                              [](const sqlite::Database& found) { sqlite::check_schema(found, "store"); });
    database.execute("PRAGMA cache_size = -32768;");  // 32 MB: adding touches most of the index's pages
    sqlite::migrate(database, "store");
    return database;
}

sqlite::Database open_database_to_read(const std::filesystem::path& path) {
    try {
        return open_database(path);
    } catch (const sqlite::DbError& error) {
        if (!refuses_writing(error)) {
            throw;
        }
    }
    sqlite::Database database(path, sqlite::OpenMode::read_only);
    sqlite::require_current_schema(database, "store");
    return database;
}

}  // namespace

SqliteStore::SqliteStore(sqlite::Database database)
    : database_(std::move(database)),
      articles_(database_),
      references_(database_),
      verdicts_(database_),
      acceptances_(database_),
      index_(database_) {}

void SqliteStore::commit_index(sqlite::Transaction& transaction) {
    index_.flush();
    transaction.commit();
}

void SqliteStore::commit_pending() {
    if (!batch_) {
        return;
    }
    try {
        commit_index(*batch_);
    } catch (...) {
        drop_pending();
        throw;
    }
    batch_.reset();
    batch_bytes_ = 0;
}

void SqliteStore::drop_pending() noexcept {
    index_.discard();
    batch_.reset();
    batch_bytes_ = 0;
}

template <typename Change>
auto SqliteStore::in_transaction(bool takes_out, Change change) {
    if (!in_batch_) {
        try {
            sqlite::Transaction transaction(database_);
            index_.make_room();
            auto result = change();
            commit_index(transaction);
            return result;
        } catch (...) {
            index_.discard();
            throw;
        }
    }
    if (!batch_) {
        batch_.emplace(database_);
    }
    index_.make_room();
    if (takes_out) {
        index_.flush();  // what other articles gave must not be taken back with this change
    }
    database_.execute("SAVEPOINT one");
    try {
        auto result = change();
        database_.execute("RELEASE one");
        return result;
    } catch (...) {
        if (takes_out) {
            index_.discard();
        }
        try {
            database_.execute("ROLLBACK TO one; RELEASE one");
        } catch (const sqlite::DbError&) {
            drop_pending();  // SQLite has taken the whole transaction back (full disk): so must we
        }
        throw;
    }
}

PutOutcome SqliteStore::put(std::string_view path, std::string_view sha256, const article::Article& article,
                            IfUnchanged if_unchanged) {
    const auto known = articles_.known(path);
    if (known && known->sha256 == sha256 && if_unchanged == IfUnchanged::leave) {
        return PutOutcome::unchanged;
    }
    std::optional<std::int64_t> id;
    SqliteVerdicts::ByRaw told;
    if (known) {
        id = known->id;
        told = verdicts_.told_of_article(known->id);
        remove(known->id);
    }
    const std::int64_t stored = articles_.put(id, path, sha256, article);
    references_.put(stored, article.references);
    verdicts_.carry_over(stored, told);
    index_.put(stored, article);
    return known ? PutOutcome::replaced : PutOutcome::added;
}

PutOutcome SqliteStore::put_article(std::string_view path, std::string_view sha256,
                                    const article::Article& article, IfUnchanged if_unchanged) {
    const auto known = articles_.known(path);
    if (known && known->sha256 == sha256 && if_unchanged == IfUnchanged::leave) {
        return PutOutcome::unchanged;
    }
    const bool in_batch = in_batch_;
    const PutOutcome outcome = in_transaction(known.has_value(), [&] {
        const PutOutcome result = put(path, sha256, article, if_unchanged);
        if (!in_batch && result != PutOutcome::unchanged) {
            index_.keep();
        }
        return result;
    });
    if (in_batch && outcome != PutOutcome::unchanged) {
        index_.keep();
        batch_bytes_ += article.text.size();
        if (batch_bytes_ > kBatchText || index_.pending_bytes() > kBatchIndex) {
            commit_pending();
        }
    }
    return outcome;
}

void SqliteStore::begin_batch() { in_batch_ = true; }

void SqliteStore::commit_batch() {
    in_batch_ = false;
    commit_pending();
}

void SqliteStore::abandon_batch() noexcept {
    in_batch_ = false;
    drop_pending();
}

bool SqliteStore::has_article(std::string_view path, std::string_view sha256) {
    const auto known = articles_.known(path);
    return known && known->sha256 == sha256;
}

void SqliteStore::remove(std::int64_t id) {
    index_.remove(id);
    references_.remove(id);
    articles_.remove(id);
}

bool SqliteStore::remove_article(std::string_view name) {
    return in_transaction(true, [&] {
        const auto found = articles_.find(name);
        if (found) {
            remove(found->id);
        }
        return found.has_value();
    });
}

std::vector<ArticleSummary> SqliteStore::articles() { return articles_.all(); }
std::optional<ArticleSummary> SqliteStore::find_article(std::string_view name) {
    return articles_.find(name);
}

article::Article SqliteStore::article(std::int64_t id) {
    article::Article out = articles_.load(id);
    for (StoredReference& reference : references_.of_article(id)) {
        out.references.push_back(std::move(reference.listed));
    }
    return out;
}

std::vector<StoredReference> SqliteStore::references_of_work(std::int64_t work) {
    return references_.of_work(work);
}
CitationCounts SqliteStore::citations_of_work(std::int64_t work) { return references_.citations(work); }
std::vector<StoredReference> SqliteStore::references_of_article(std::int64_t article) {
    return references_.of_article(article);
}
std::optional<StoredReference> SqliteStore::reference(std::int64_t id) { return references_.one(id); }
std::vector<std::int64_t> SqliteStore::works() { return references_.works(); }

std::optional<finding::Verdict> SqliteStore::verdict(std::int64_t reference,
                                                     std::string_view authority_state) {
    return verdicts_.of_state(reference, authority_state);
}

void SqliteStore::put_verdict(std::int64_t reference, std::string_view authority_state,
                              const finding::Verdict& verdict) {
    verdicts_.put(reference, authority_state, verdict);
}

std::optional<ToldVerdict> SqliteStore::told_verdict(std::int64_t reference) {
    return verdicts_.told(reference);
}

void SqliteStore::tell_verdict(std::int64_t reference, std::string_view authority_state,
                               const finding::Verdict& verdict) {
    verdicts_.tell(reference, authority_state, verdict);
}

void SqliteStore::accept(const Acceptance& acceptance) { acceptances_.put(acceptance); }
std::vector<Acceptance> SqliteStore::acceptances() { return acceptances_.all(); }
std::size_t SqliteStore::forget_acceptances(std::string_view fingerprint, std::string_view rule) {
    return acceptances_.remove(fingerprint, rule);
}

void SqliteStore::begin_reading() {
    if (readings_ == 0) {
        snapshot_.emplace(database_);
    }
    ++readings_;
}

void SqliteStore::end_reading() noexcept {
    --readings_;
    if (readings_ == 0) {
        snapshot_.reset();
    }
}

Overview SqliteStore::overview(std::size_t most) { return read_overview(database_, most); }

Index& SqliteStore::index() { return index_; }

std::unique_ptr<Store> open_store(const std::filesystem::path& path) {
    return std::make_unique<SqliteStore>(open_database(path));
}

std::unique_ptr<Store> open_store_to_read(const std::filesystem::path& path) {
    return std::make_unique<SqliteStore>(open_database_to_read(path));
}

}  // namespace whereof::store
