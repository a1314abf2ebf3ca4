// SPDX-License-Identifier: MIT
#include "authority/import.hpp"

#include "authority/builder_sink.hpp"
#include "authority/index_builder.hpp"
#include "authority/record_sink.hpp"
#include "base/io.hpp"
#include "sqlite/migrations.hpp"

#include <array>
#include <chrono>
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

/// A source whose first bytes were looked at, from its beginning.
class PeekedSource final : public ByteSource {
  public:
    explicit PeekedSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {
        head_.resize(kHeadSize);
        std::size_t have = 0;
        try {
            for (std::size_t got = 1; got > 0 && have < kHeadSize; have += got) {
                got = inner_->read(head_.data() + have, kHeadSize - have);
            }
        } catch (const IoError&) {
            broken_ = std::current_exception();  // told when the good bytes are read
        }
        head_.resize(have);
    }
    [[nodiscard]] std::string_view head() const noexcept { return head_; }
    std::size_t read(char* out, std::size_t size) override {
        if (given_ < head_.size()) {
            const std::size_t count = head_.copy(out, size, given_);
            given_ += count;
            return count;
        }
        if (broken_) {
            std::rethrow_exception(broken_);
        }
        return inner_->read(out, size);
    }

  private:
    std::unique_ptr<ByteSource> inner_;
    std::string head_;
    std::size_t given_ = 0;
    std::exception_ptr broken_;
};

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

/// Puts what a reader finds into the index, counts it and keeps the listener informed.
class IndexSink final : public BuilderSink {
  public:
    IndexSink(IndexBuilder& builder, const ImportOptions& options, ImportReport& report, FileReport& file,
              std::uint64_t file_bytes)
        : BuilderSink(builder), options_(options), report_(report), file_(file), file_bytes_(file_bytes) {}

    void record(Say say) override {
        BuilderSink::record(std::move(say));
        ++file_.records;
        ++report_.records;
        tick();
    }
    void event(std::string DOI, std::string PMID, StatusEvent event) override {
        BuilderSink::event(std::move(DOI), std::move(PMID), std::move(event));
        ++file_.events;
        tick();
    }
    void deleted(std::string PMID) override {
        BuilderSink::deleted(std::move(PMID));
        ++file_.deleted;
    }
    void skipped(std::uint64_t line, std::uint64_t offset, std::string what) override {
        ++file_.skipped;
        if (report_.skipped.size() < options_.most_reported) {
            report_.skipped.push_back({file_.file, line, offset, std::move(what)});
        }
    }
    void kind(std::string_view name) override {
        if (file_.kind.empty()) {
            file_.kind = name;
        }
    }

  private:
    void tick() {
        constexpr int kEvery = 2000;
        if (++since_ < kEvery) {
            return;
        }
        since_ = 0;
        if (options_.progress && !options_.progress({ImportProgress::Phase::reading, file_.file, 0,
                                                     file_bytes_, report_.records, 0})) {
            throw ImportStopped();
        }
    }

    const ImportOptions& options_;
    ImportReport& report_;
    FileReport& file_;
    std::uint64_t file_bytes_;
    int since_ = 0;
};

void read_any(PeekedSource& source, RecordSink& sink, FileReport& file) {
    const std::string_view head = source.head();
    if (looks_like_json(head)) {
        read_json_file(source, head, sink);
    } else if (looks_like_pubmed(head)) {
        read_pubmed_file(source, sink);
    } else if (looks_like_retraction_watch_csv(head)) {
        read_retraction_watch_csv(source, sink);
    } else {
        file.problem = fmt::format(
            "expected CSL-JSON, PubMed XML, Crossref, OpenAlex or DataCite JSON or a list of retractions, "
            "found {}",
            head.empty() ? "an empty file" : "something else");
    }
}

/// One file from its first byte to its end, or as far as it goes.
class FileImport {
  public:
    FileImport(IndexBuilder& builder, const ImportOptions& options, ImportReport& report)
        : builder_(builder), options_(options), report_(report) {}

    void run(const fs::path& path) {
        FileReport& file = report_.files.emplace_back();
        file.file = path;
        const std::string digest = digest_of(path);
        if (!digest.empty() && builder_.knows_file(digest)) {
            file.known = true;
            return;
        }
        std::error_code error;
        const auto size = fs::file_size(path, error);
        IndexSink sink(builder_, options_, report_, file, error ? 0 : size);
        try {
            PeekedSource source(open_source(path));
            read_any(source, sink, file);
        } catch (const IoError& broken) {
            file.problem = broken.what();
        }
        const bool done = file.problem.empty() && !digest.empty();
        builder_.end_file(done ? std::optional(ImportedFile{digest, path.filename().string(), file.kind,
                                                            file.records, file.skipped})
                               : std::nullopt);
    }

  private:
    IndexBuilder& builder_;
    const ImportOptions& options_;
    ImportReport& report_;
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

}  // namespace

ImportReport import_files(const fs::path& index, std::span<const fs::path> files,
                          const ImportOptions& options) {
    const sqlite::Database database(index, sqlite::OpenMode::create);
    set_page_size(database);
    sqlite::migrate(database, "authority");
    database.execute("PRAGMA cache_size = -131072;");  // 128 MB
    ImportReport report;
    IndexBuilder builder(database, options.date.empty() ? today() : options.date);
    FileImport file_import(builder, options, report);
    try {
        for (const fs::path& file : files) {
            file_import.run(file);
        }
    } catch (const ImportStopped&) {
        report.stopped = true;
        builder.drop_file();
    }
    builder.finish([&](std::int64_t done, std::int64_t all) {
        if (options.progress) {
            options.progress({ImportProgress::Phase::filing, {}, 0, 0, done, all});
        }
    });
    report.works = meta_number(database, "works");
    report.events = meta_number(database, "events");
    // Without a write-ahead log the file alone is the index: it can be read from a folder that cannot be
    // written.
    database.execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
    return report;
}

}  // namespace whereof::authority
