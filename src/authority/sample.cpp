// SPDX-License-Identifier: MIT
#include "authority/sample.hpp"

#include "authority/builder_sink.hpp"
#include "authority/index_builder.hpp"
#include "authority/index_reader.hpp"
#include "authority/local_index.hpp"
#include "base/embedded.hpp"
#include "base/io.hpp"
#include "sqlite/migrations.hpp"

#include <cassert>

#include <fmt/format.h>
#include <unistd.h>

namespace whereof::authority {
namespace {

namespace fs = std::filesystem;

/// Of the newest list that the records were put together from (scripts/make_sample_authority.py).
constexpr std::string_view kSampleDate = "2026-08-08";

void build(const sqlite::Database& database) {
    sqlite::migrate(database, "authority");
    IndexBuilder builder(database, std::string(kSampleDate));
    const std::string_view records = embedded_file("corpus/authority/sample.jsonl").bytes;
    const auto source = open_bytes(records, "sample.jsonl");
    BuilderSink sink(builder);
    read_json_file(*source, records.substr(0, kHeadSize), sink);
    assert(sink.skipped_records() == 0);
    builder.end_file(std::nullopt);
    builder.set_meta("name", "sample");
    builder.set_meta("sample", "1");
    builder.finish({});
}

std::unique_ptr<Authority> build_in_memory() {
    sqlite::Database database("", sqlite::OpenMode::memory);
    build(database);
    return std::make_unique<IndexReader>(std::move(database));
}

/// Another process may do the same at the same time: each builds a file of its own, and the last rename wins.
std::unique_ptr<Authority> build_in(const fs::path& path) {
    const fs::path temporary = fmt::format("{}.{}", path.string(), ::getpid());
    std::error_code ignored;
    try {
        {
            const sqlite::Database database(temporary, sqlite::OpenMode::create);
            build(database);
            database.execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
        }
        fs::rename(temporary, path);
        return open_index(path);
    } catch (const std::exception&) {
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
            fs::remove(temporary.string() + suffix, ignored);
        }
        return build_in_memory();
    }
}

}  // namespace

std::unique_ptr<Authority> open_sample(const fs::path& cache_folder) {
    if (cache_folder.empty()) {
        return build_in_memory();
    }
    std::error_code ignored;
    fs::create_directories(cache_folder, ignored);
    const std::string_view digest = embedded_file("corpus/authority/sample.jsonl").sha256;
    const std::string_view schema = embedded_under("schema/authority/").back().sha256;
    const fs::path path =
        cache_folder / fmt::format("authority-sample-{}-{}.db", digest.substr(0, 16), schema.substr(0, 8));
    if (fs::exists(path, ignored)) {
        try {
            return open_index(path);
        } catch (const sqlite::DbError&) {
            // Damaged, or left by a machine that lost power: made anew below.
        }
    }
    return build_in(path);
}

}  // namespace whereof::authority
