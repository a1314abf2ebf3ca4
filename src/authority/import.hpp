// SPDX-License-Identifier: MIT
#pragma once

#include "authority/say.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace whereof::authority {

/// How far an import is. Rates are the listener's to work out.
struct ImportProgress {
    enum class Phase : std::uint8_t { reading, filing };
    Phase phase = Phase::reading;
    std::filesystem::path file;    ///< empty while filing
    std::uint64_t bytes = 0;       ///< taken so far of the file as it lies on the disk
    std::uint64_t file_bytes = 0;  ///< 0 when unknown (standard input)
    std::int64_t records = 0;      ///< read or filed so far in this run
    std::int64_t all = 0;          ///< rows to file; 0 while reading
};

struct ImportOptions {
    /// Called a few times a second; saying false while a file is read ends the import after the files that
    /// are done, with the index complete. Saying false while rows are filed leaves the index as it was; the
    /// next import files them.
    std::function<bool(const ImportProgress&)> progress{};
    std::string date{};                     ///< ISO 8601, of this import; empty: today's
    Abstracts abstracts = Abstracts::drop;  ///< when kept, a file that was read without is read again
    std::size_t most_reported =
        100;  ///< skipped records that are named, ten of a kind and file; all are counted
};

/// A record that could not be read.
struct SkippedRecord {
    std::filesystem::path file;
    std::uint64_t line = 0;    ///< from 1; 0 where lines mean nothing (XML)
    std::uint64_t offset = 0;  ///< its first byte in the file, unpacked
    std::string what;          ///< what was expected and what was there, in one sentence
};

struct FileReport {
    std::filesystem::path file;
    std::string kind;  ///< "csl", "crossref", "openalex", "datacite", "pubmed", "nbib", "retractions", …;
                       ///< empty when unknown
    std::int64_t records = 0;
    std::int64_t events = 0;   ///< editorial events told
    std::int64_t deleted = 0;  ///< PMIDs taken back
    std::int64_t skipped = 0;
    bool done = false;   ///< read to its end and kept
    bool known = false;  ///< was imported before: passed over
    std::string
        problem;  ///< why it could not be read to its end: none of it was kept; empty when all is well
};

struct ImportReport {
    std::vector<FileReport> files;
    std::vector<SkippedRecord> skipped;  ///< those that are named
    std::int64_t skipped_records = 0;    ///< all of them
    std::int64_t records = 0;            ///< in the files of this run
    std::int64_t works = 0;              ///< in the index now
    std::int64_t events = 0;             ///< in the index now
    std::int64_t abstracts = 0;          ///< in the index now
    bool stopped = false;                ///< ImportOptions::progress said so
    bool unfinished = false;             ///< it said so while rows were filed: the next import files them
};

/// Builds the index at `index`, or extends it, from bulk files; each is streamed, gzip or not, and known by
/// its content:
///
///   CSL-JSON, one object a line or an array · PubMed XML (baseline and update files, pre-2017
///   MedlineCitationSet, a bare PubmedArticle) · PubMed's tagged text (NBIB) · Crossref's public data files,
///   both shapes, and API replies · OpenAlex works, one a line · DataCite records, one a line · Retraction
///   Watch's CSV · lists of updates (one object a line) and of
///   {"retractions": {DOI: DOI}}.
///
/// A bad record is skipped and named; of a file that ends in the middle nothing is kept, and it is read again
/// next time. A file that was read to its end is known by its digest and passed over. When the process is
/// killed, the next import drops what the cut off file left and goes on; until then open_index() gives the
/// index as it was when the import began, and refuses one that never was complete. The order of files does
/// not change what the index says of a work.
///
/// Throws sqlite::DbError or IoError when the index cannot be written, sqlite::SchemaError when it is not one
/// of ours.
ImportReport import_files(const std::filesystem::path& index, std::span<const std::filesystem::path> files,
                          const ImportOptions& options);

}  // namespace whereof::authority
