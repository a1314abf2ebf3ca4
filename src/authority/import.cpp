// SPDX-License-Identifier: MIT
#include "authority/import.hpp"

#include "authority/file_reading.hpp"
#include "authority/index_builder.hpp"
#include "sqlite/migrations.hpp"

#include <array>
#include <chrono>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <xxhash.h>

namespace whereof::authority {
namespace {

namespace fs = std::filesystem;

std::string today() {
    const std::chrono::year_month_day date(
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// XXH3-128 of a file as it lies on the disk. Empty for standard input and whatever is no regular file.
std::string digest_of(const fs::path& path) {
    std::error_code error;
    if (path == "-" || !fs::is_regular_file(path, error)) {
        return {};
    }
    struct Free {
        void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
    };
    const std::unique_ptr<XXH3_state_t, Free> state(XXH3_createState());
    XXH3_128bits_reset(state.get());
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) {
        return {};
    }
    std::string block(std::size_t{1} << 20U, '\0');
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(block.data(), 1, block.size(), file.get());
        XXH3_128bits_update(state.get(), block.data(), got);
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// The user wants the import to end.
struct ImportStopped {};

/// A fault without the text it was found in, which stands in quotation marks at the end, and without numbers.
std::string kind_of(std::string_view what) {
    std::string out(what.substr(0, what.find('"')));
    std::erase_if(out, [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

/// Puts the finds of one file into the index, counts them and keeps the listener informed.
class FileImport {
  public:
    FileImport(IndexBuilder& builder, const ImportOptions& options, ImportReport& report, FileReport& file)
        : builder_(builder), options_(options), report_(report), file_(file) {}

    void run() {
        const std::string digest = digest_of(file_.file);
        if (!digest.empty() && builder_.knows_file(digest)) {
            file_.known = true;
            return;
        }
        std::error_code error;
        const auto size = fs::file_size(file_.file, error);
        FileReading reading(file_.file, options_.abstracts);
        while (auto batch = reading.next()) {
            for (Found& found : batch->found) {
                std::visit([this](auto& one) { put(one); }, found);
            }
            tell(batch->taken, error ? 0 : size);
        }
        file_.problem = reading.problem();
        if (!file_.problem.empty()) {
            drop();
            return;
        }
        builder_.end_file(!digest.empty()
                              ? std::optional(ImportedFile{digest, file_.file.filename().string(), file_.kind,
                                                           file_.records, file_.skipped})
                              : std::nullopt);
        file_.done = true;
    }

  private:
    /// Nothing of a file that breaks off is kept: what it lacks cannot be told from what it never had.
    void drop() {
        builder_.drop_file();
        report_.records -= file_.records;
        file_.records = file_.events = file_.deleted = 0;
    }
    void put(const Say& say) {
        builder_.add(say);
        ++file_.records;
        ++report_.records;
    }
    void put(const FoundEvent& found) {
        builder_.add_event(found.DOI, found.PMID, found.event);
        ++file_.events;
    }
    void put(const FoundDeletion& found) {
        builder_.add_deleted(found.PMID);
        ++file_.deleted;
    }
    void put(FoundFault& found) {
        constexpr int kNamedOfAKind = 10;
        ++file_.skipped;
        ++report_.skipped_records;
        if (report_.skipped.size() < options_.most_reported &&
            ++faults_[kind_of(found.what)] <= kNamedOfAKind) {
            report_.skipped.push_back({file_.file, found.line, found.offset, std::move(found.what)});
        }
    }
    void put(FoundKind& found) { file_.kind = std::move(found.name); }

    void tell(std::uint64_t taken, std::uint64_t size) {
        constexpr int kEvery = 8;  // batches
        if (options_.progress && ++told_ % kEvery == 0 &&
            !options_.progress(
                {ImportProgress::Phase::reading, file_.file, taken, size, report_.records, 0})) {
            throw ImportStopped();
        }
    }

    IndexBuilder& builder_;
    const ImportOptions& options_;
    ImportReport& report_;
    FileReport& file_;
    int told_ = 0;
    std::map<std::string, int> faults_;  ///< by kind; no more kinds than are named
};

std::int64_t meta_number(const sqlite::Database& database, std::string_view name) {
    const std::string text = read_meta(database, name);
    return text.empty() ? 0 : std::stoll(text);
}

/// Large pages hold more rows of several hundred bytes; only an empty database can have them set, and not in
/// WAL mode.
void set_page_size(const sqlite::Database& database) {
    auto objects = database.prepare("SELECT count(*) FROM sqlite_schema");
    if (objects.step() && objects.integer(0) == 0) {
        objects.reset();
        database.execute(
            "PRAGMA journal_mode = DELETE; PRAGMA page_size = 16384; VACUUM; PRAGMA journal_mode = WAL;");
    }
}

/// Files the rows of the files that are done. The listener may end that too, unless it is because of him that
/// they are filed now.
void finish(IndexBuilder& builder, const ImportOptions& options, ImportReport& report) {
    try {
        builder.finish([&](std::int64_t done, std::int64_t all) {
            if (options.progress && !options.progress({ImportProgress::Phase::filing, {}, 0, 0, done, all}) &&
                !report.stopped) {
                throw ImportStopped();
            }
        });
    } catch (const ImportStopped&) {
        report.stopped = true;
        report.unfinished = true;
    }
}

/// Without a write-ahead log the file alone is the index: it can be read from a folder that cannot be
/// written. While somebody reads, the log has to stay; the next import puts it away.
void put_log_away(const sqlite::Database& database) {
    try {
        database.execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
    } catch (const sqlite::DbError& error) {
        if (error.cause() != sqlite::DbCause::busy) {
            throw;
        }
    }
}

}  // namespace

ImportReport import_files(const fs::path& index, std::span<const fs::path> files,
                          const ImportOptions& options) {
    const sqlite::Database database(index, sqlite::OpenMode::create);
    set_page_size(database);
    sqlite::migrate(database, "authority");
    database.execute("PRAGMA cache_size = -131072; PRAGMA wal_autocheckpoint = 4000;");  // 128 MB, 64 MB
    ImportReport report;
    IndexBuilder builder(database, options.date.empty() ? today() : options.date, options.abstracts);
    try {
        for (const fs::path& path : files) {
            FileReport& file = report.files.emplace_back();
            file.file = path;
            FileImport(builder, options, report, file).run();
        }
    } catch (const ImportStopped&) {
        report.stopped = true;
        builder.drop_file();
    }
    finish(builder, options, report);
    report.works = meta_number(database, "works");
    report.events = meta_number(database, "events");
    report.abstracts = meta_number(database, "abstracts");
    put_log_away(database);
    return report;
}

}  // namespace whereof::authority
