// SPDX-License-Identifier: MIT
#include "authority/index_filing.hpp"

#include "authority/abstracts.hpp"
#include "authority/clusters.hpp"
#include "authority/index_builder.hpp"
#include "authority/key_runs.hpp"
#include "authority/row_filing.hpp"
#include "authority/say_rows.hpp"

#include <algorithm>
#include <memory>

namespace whereof::authority {
namespace {

constexpr std::int64_t kRowsABatch = 2'000;
// FTS5 makes a segment of each commit, and each writes all words' counts anew.
constexpr std::int64_t kRowsATransaction = 400'000;
constexpr std::size_t kKeysATransaction = 2'000'000;
constexpr std::size_t kKeysAStatement = 64;

std::int64_t meta_number(const sqlite::Database& database, std::string_view name) {
    const std::string text = read_meta(database, name);
    return text.empty() ? 0 : std::stoll(text);
}

void set_meta(const sqlite::Database& database, std::string_view name, std::string_view value) {
    database.prepare("INSERT INTO meta VALUES(?,?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .bind(name, value)
        .run();
}

std::int64_t count(const sqlite::Database& database, std::string_view table) {
    auto query = database.prepare("SELECT count(*) FROM " + std::string(table));
    return query.step() ? query.integer(0) : 0;
}

/// One pass over the rows to be filed: words and counts into the database, keys into `runs`. A row after
/// `keyed` has no keys yet; one up to `indexed` has its words, because an earlier run died between the two.
class RowFiler {
  public:
    RowFiler(const sqlite::Database& database, KeyRuns& runs)
        : database_(database),
          reader_(database),
          counts_(database),
          insert_words_(database.prepare("INSERT INTO title(rowid, words) VALUES(?,?)")),
          indexed_(meta_number(database, "indexed")),
          first_(meta_number(database, "keyed")),
          last_(meta_number(database, "last_say")),
          read_(first_),
          filing_(runs) {}

    void file(const std::function<void(std::int64_t, std::int64_t)>& progress) {
        int waiting = 0;
        bool more = true;
        while (more || waiting > 0) {
            sqlite::Transaction transaction(database_);
            std::int64_t filed = 0;
            while ((more || waiting > 0) && filed < kRowsATransaction) {
                while (more && waiting < 3) {
                    more = give();
                    waiting += more ? 1 : 0;
                }
                if (waiting > 0) {
                    filed += write(filing_.take());
                    --waiting;
                }
                if (progress) {
                    progress(std::max(indexed_, first_) - first_, last_ - first_);
                }
            }
            counts_.write();
            set_meta(database_, "indexed", std::to_string(indexed_));
            transaction.commit();
        }
    }

  private:
    bool give() {
        auto rows = reader_.read_after(read_, kRowsABatch);
        if (rows.empty()) {
            return false;
        }
        read_ = rows.back().id;
        filing_.give(std::move(rows));
        return true;
    }

    std::int64_t write(const RowFiling::Filings& filings) {
        for (const auto& [id, filing] : filings) {
            if (id > indexed_) {
                insert_words_.bind(id, filing.words).run();
                counts_.count_words(filing, 1);
                counts_.count_work(filing, 1);
                indexed_ = id;
            }
        }
        return static_cast<std::int64_t>(filings.size());
    }

    const sqlite::Database& database_;
    SayReader reader_;
    CountChanges counts_;
    sqlite::Statement insert_words_;
    std::int64_t indexed_;
    std::int64_t first_;
    std::int64_t last_;
    std::int64_t read_;
    RowFiling filing_;
};

/// Writes the sorted keys; hands rows that may be the same, or mean one work, to `clusters`.
class KeyLoader {
  public:
    KeyLoader(const sqlite::Database& database, Clusters& clusters)
        : database_(database),
          clusters_(clusters),
          insert_(database.prepare("INSERT OR IGNORE INTO key VALUES(?,?)")),
          insert_many_(database.prepare(many())),
          held_(database.prepare("SELECT id FROM key WHERE h = ?")),
          extends_(database.prepare("SELECT 1 FROM key LIMIT 1").step()) {}

    void load(KeyRuns& runs) {
        auto transaction = std::make_unique<sqlite::Transaction>(database_);
        KeyEntry entry;
        std::size_t written = 0;
        while (runs.next(entry)) {
            if (entry.key != key_) {
                end_group();
                key_ = entry.key;
            }
            role_ = std::max(role_, entry.role);
            ids_.push_back(entry.id);
            values_.push_back(static_cast<std::int64_t>(entry.key));
            values_.push_back(entry.id);
            if (values_.size() == 2 * kKeysAStatement) {
                insert_many_.bind_all(values_).run();
                values_.clear();
            }
            if (++written % kKeysATransaction == 0) {
                transaction->commit();
                transaction.reset();
                transaction = std::make_unique<sqlite::Transaction>(database_);
            }
        }
        end_group();
        for (std::size_t i = 0; i < values_.size(); i += 2) {
            insert_.bind(values_[i], values_[i + 1]).run();
        }
        transaction->commit();
    }

  private:
    static std::string many() {
        std::string sql = "INSERT OR IGNORE INTO key VALUES(?,?)";
        for (std::size_t i = 1; i < kKeysAStatement; ++i) {
            sql += ",(?,?)";
        }
        return sql;
    }

    void end_group() {
        if (role_ != KeyRole::plain && (extends_ || ids_.size() > 1)) {
            if (extends_) {
                held_.bind(static_cast<std::int64_t>(key_));
                while (held_.step()) {
                    ids_.push_back(held_.integer(0));
                }
                held_.reset();
            }
            std::ranges::sort(ids_);
            ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
            if (ids_.size() > 1 && role_ == KeyRole::title) {
                clusters_.share_title(ids_);
            } else if (ids_.size() > 1) {
                clusters_.share_identifier(ids_);
            }
        }
        ids_.clear();
        role_ = KeyRole::plain;
    }

    const sqlite::Database& database_;
    Clusters& clusters_;
    sqlite::Statement insert_;
    sqlite::Statement insert_many_;
    sqlite::Statement held_;
    bool extends_;
    Key key_ = 0;
    KeyRole role_ = KeyRole::plain;
    std::vector<RecordId> ids_;
    std::vector<std::int64_t> values_;
};

/// New words are gathered in memory, 32 MB instead of one, before they become a segment: the fewer there are,
/// the less often they are merged.
void gather_words(const sqlite::Database& database) {
    database.execute("INSERT INTO title(title, rank) VALUES('hashsize', 33554432)");
}

/// One segment of the full-text table is read faster than many; worth its time when most rows are new.
void merge_segments(const sqlite::Database& database, std::int64_t new_rows) {
    if (2 * new_rows > count(database, "say")) {
        database.execute("INSERT INTO title(title) VALUES('optimize')");
    }
}

}  // namespace

void file_rows(const sqlite::Database& database,
               const std::function<void(std::int64_t, std::int64_t)>& progress) {
    const bool in_memory = database.path().empty();
    const std::int64_t before = meta_number(database, "keyed");
    AbstractWriter abstracts(database);
    KeyRuns runs(in_memory ? std::filesystem::path()
                           : std::filesystem::absolute(database.path()).parent_path());
    Clusters clusters(database);
    gather_words(database);
    RowFiler(database, runs).file(progress);
    KeyLoader(database, clusters).load(runs);
    sqlite::Transaction transaction(database);
    clusters.apply();
    merge_segments(database, meta_number(database, "indexed") - before);
    set_meta(database, "keyed", std::to_string(meta_number(database, "indexed")));
    set_meta(database, "works", std::to_string(count(database, "say") - count(database, "merged")));
    set_meta(database, "events", std::to_string(count(database, "event")));
    if (const std::string date = read_meta(database, "importing"); !date.empty()) {
        set_meta(database, "imported", date);
    }
    transaction.commit();
    abstracts.file(progress);
    sqlite::Transaction last(database);
    set_meta(database, "abstracts", std::to_string(abstracts.count()));
    set_meta(database, "complete", "1");
    last.commit();
}

}  // namespace whereof::authority
