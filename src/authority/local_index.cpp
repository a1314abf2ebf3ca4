// SPDX-License-Identifier: MIT
#include "authority/local_index.hpp"

#include "authority/index_builder.hpp"
#include "authority/index_reader.hpp"
#include "authority/keys.hpp"
#include "sqlite/migrations.hpp"

#include <fmt/format.h>

namespace whereof::authority {
namespace {

Say say_of(const bib::Item& item) {
    Say say;
    say.item = item;
    if (item.author.empty() || item.authors_elided) {
        say.flags |= kFlagAuthorsIncomplete;
    }
    return say;
}

Say say_of(const Record& record) {
    Say say = say_of(record.item);
    say.publication_types = record.publication_types;
    if (record.authors_incomplete) {
        say.flags |= kFlagAuthorsIncomplete;
    }
    if (record.is_retraction_notice) {
        say.flags |= kFlagRetractionNotice;
    }
    return say;
}

sqlite::Database fresh_database() {
    sqlite::Database database("", sqlite::OpenMode::memory);
    sqlite::migrate(database, "authority");
    return database;
}

}  // namespace

std::unique_ptr<Authority> open_index(const std::filesystem::path& path) {
    sqlite::Database database(path, sqlite::OpenMode::read_only);
    sqlite::check_schema(database, "authority");  // an index of schema 1 has no abstracts, and all else
    if (database.user_version() == 0 || read_meta(database, "keyed").empty()) {
        throw sqlite::SchemaError(
            fmt::format("{} is not complete, its first import was cut off: run the same import again",
                        path.string()),
            0);
    }
    database.execute("PRAGMA cache_size = -65536;");  // 64 MB: the same word lists are read again and again
    return std::make_unique<IndexReader>(std::move(database));
}

std::unique_ptr<Authority> index_in_memory(std::span<const bib::Item> items) {
    sqlite::Database database = fresh_database();
    IndexBuilder builder(database, "", Abstracts::keep);
    for (const bib::Item& item : items) {
        builder.add(say_of(item));
    }
    builder.end_file(std::nullopt);
    builder.finish({});
    return std::make_unique<IndexReader>(std::move(database));
}

std::unique_ptr<Authority> index_in_memory(std::span<const Record> records) {
    sqlite::Database database = fresh_database();
    IndexBuilder builder(database, "", Abstracts::keep);
    for (const Record& record : records) {
        builder.add(say_of(record));
        for (const StatusEvent& event : record.events) {
            builder.add_event(record.item.DOI, record.item.PMID, event);
        }
    }
    builder.end_file(std::nullopt);
    builder.finish({});
    return std::make_unique<IndexReader>(std::move(database));
}

}  // namespace whereof::authority
