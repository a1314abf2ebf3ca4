// SPDX-License-Identifier: MIT
#include "authority/index_builder.hpp"

#include "authority/index_filing.hpp"
#include "authority/keys.hpp"

#include <algorithm>

namespace whereof::authority {
namespace {

std::int64_t number_of(const std::string& text) { return text.empty() ? 0 : std::stoll(text); }

std::int64_t last_id(const sqlite::Database& database) {
    auto query = database.prepare("SELECT max(id) FROM say");
    return query.step() ? query.integer(0) : 0;
}

/// Above every id that was ever given: ids of rows that were taken out must not come again, for the marks
/// `indexed` and `keyed` count on it.
std::int64_t next_id(const sqlite::Database& database) {
    return 1 + std::max({last_id(database), number_of(read_meta(database, "indexed")),
                         number_of(read_meta(database, "last_say"))});
}

/// What a file tells besides its records, until it ends.
const sqlite::Database& with_waiting_tables(const sqlite::Database& database) {
    database.execute(
        "CREATE TEMP TABLE IF NOT EXISTS waiting_event(h INTEGER, kind INTEGER, notice_doi TEXT, "
        "notice_pmid TEXT, source TEXT, date TEXT);"
        "CREATE TEMP TABLE IF NOT EXISTS waiting_deleted(pmid INTEGER);");
    return database;
}

}  // namespace

std::string read_meta(const sqlite::Database& database, std::string_view name) {
    auto query = database.prepare("SELECT value FROM meta WHERE name = ?");
    query.bind(name);
    return query.step() ? std::string(query.text(0)) : std::string();
}

IndexBuilder::IndexBuilder(const sqlite::Database& database, std::string date, Abstracts abstracts)
    : database_(with_waiting_tables(database)),
      date_(std::move(date)),
      abstracts_(abstracts),
      writer_(database, next_id(database)),
      abstract_writer_(database),
      insert_event_(database.prepare(
          "INSERT INTO waiting_event(h, kind, notice_doi, notice_pmid, source, date) VALUES(?,?,?,?,?,?)")),
      insert_deleted_(database.prepare("INSERT INTO waiting_deleted(pmid) VALUES(?)")) {
    drop_file();
}

IndexBuilder::~IndexBuilder() = default;

void IndexBuilder::begin_if_needed() {
    if (!transaction_) {
        transaction_ = std::make_unique<sqlite::Transaction>(database_);
        set_meta("complete", "0");
    }
    constexpr std::int64_t kRowsATransaction = 10'000;
    if (++uncommitted_ > kRowsATransaction) {
        commit();
        transaction_ = std::make_unique<sqlite::Transaction>(database_);
    }
}

void IndexBuilder::commit() {
    if (transaction_) {
        transaction_->commit();
        transaction_.reset();
    }
    uncommitted_ = 0;
}

void IndexBuilder::set_meta(std::string_view name, std::string_view value) {
    database_.prepare("INSERT INTO meta VALUES(?,?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .bind(name, value)
        .run();
}

bool IndexBuilder::knows_file(std::string_view digest) const {
    auto query = database_.prepare("SELECT 1 FROM file WHERE digest = ? AND abstracts >= ?");
    query.bind(digest, abstracts_ == Abstracts::keep ? 1 : 0);
    return query.step();
}

void IndexBuilder::add(const Say& say) {
    begin_if_needed();
    const RecordId id = writer_.next_id();
    writer_.append(say);
    if (abstracts_ == Abstracts::keep) {
        abstract_writer_.put(id, say.item.abstract);
    }
}

void IndexBuilder::add_event(std::string_view DOI, std::string_view PMID, const StatusEvent& event) {
    for (const Key key : {identifier_key(bib::Field::DOI, DOI), identifier_key(bib::Field::PMID, PMID)}) {
        if (key != 0) {
            begin_if_needed();
            insert_event_
                .bind(static_cast<std::int64_t>(key), static_cast<int>(event.kind), event.notice_DOI,
                      event.notice_PMID, event.source, event.date)
                .run();
        }
    }
}

void IndexBuilder::add_deleted(std::string_view PMID) {
    begin_if_needed();
    insert_deleted_.bind(PMID).run();
}

void IndexBuilder::end_file(const std::optional<ImportedFile>& file) {
    begin_if_needed();
    database_.execute(
        "INSERT INTO event(h, kind, notice_doi, notice_pmid, source, date) "
        "SELECT h, kind, notice_doi, notice_pmid, source, date FROM waiting_event WHERE true "
        "ON CONFLICT DO UPDATE SET date = CASE WHEN date = '' OR (excluded.date <> '' AND excluded.date < "
        "date) THEN excluded.date ELSE date END;"
        "INSERT OR IGNORE INTO deleted(pmid) SELECT pmid FROM waiting_deleted;");
    forget_waiting();
    const std::int64_t last = writer_.next_id() - 1;
    if (file) {
        database_
            .prepare(
                "INSERT OR REPLACE INTO file(digest, name, kind, records, skipped, last_say, imported, "
                "abstracts) "
                "VALUES(?,?,?,?,?,?,?,?)")
            .bind(file->digest, file->name, file->kind, file->records, file->skipped, last, date_,
                  abstracts_ == Abstracts::keep ? 1 : 0)
            .run();
    }
    set_meta("last_say", std::to_string(last));
    set_meta("importing", date_);
    commit();
}

void IndexBuilder::forget_waiting() {
    database_.execute("DELETE FROM waiting_event; DELETE FROM waiting_deleted;");
}

void IndexBuilder::drop_file() {
    transaction_.reset();
    uncommitted_ = 0;
    writer_.forget();
    sqlite::Transaction transaction(database_);
    forget_waiting();
    const RecordId last = number_of(read_meta(database_, "last_say"));
    database_.prepare("DELETE FROM say WHERE id > ?").bind(last).run();
    abstract_writer_.drop_after(last);
    transaction.commit();
}

void IndexBuilder::finish(const std::function<void(std::int64_t, std::int64_t)>& progress) {
    commit();
    file_rows(database_, progress);
}

}  // namespace whereof::authority
