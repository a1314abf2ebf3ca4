// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// A 64-bit hash of typed facts, under which an index files a record; keys.hpp makes them.
using Key = std::uint64_t;
using RecordId = std::int64_t;

struct AuthorityInfo {
    std::string name;  ///< "sample", or the index file's name
    std::string date;  ///< newest import, ISO 8601; empty when never
    std::int64_t records = 0;
    std::int64_t events = 0;  ///< editorial events known
    std::int64_t abstracts = 0;
    bool sample = false;      ///< only a sample: its silence says nothing about any work
    bool unfinished = false;  ///< an import into it runs or was cut off: it answers as it did before that
    bool online = false;      ///< holds what services on the network answered in this run
};

/// How many works an authority holds of one year; year 0: of an unknown one.
struct YearCount {
    int year = 0;
    std::int64_t works = 0;
    std::int64_t volumes = 0;  ///< of one journal, in how many volumes they stand; 0 for all journals
};

/// A file from which an authority has its records.
struct SourceFile {
    std::string name;
    std::string kind;  ///< "pubmed", "csl", …
    std::int64_t records = 0;
    std::int64_t skipped = 0;
    std::string imported;  ///< ISO 8601
};

/// One place to ask whether a work exists. Every operation takes many questions at once, so that a
/// remote implementation needs one round trip for a whole list; the SQLite index is the first implementation.
///
/// Not thread-safe; one object a thread. Failure throws (sqlite::DbError): a broken authority must never look
/// like an absent work.
class Authority {
  public:
    virtual ~Authority() = default;
    [[nodiscard]] virtual const AuthorityInfo& info() const noexcept = 0;

    /// Between these every question is answered from one state of the authority, without locking it anew for
    /// each. Inner pairs count for nothing. Use Reading rather than these.
    virtual void begin_reading() {}
    virtual void end_reading() noexcept {}

    /// For each key the records filed under it, at most `limit` each, by id.
    virtual std::vector<std::vector<RecordId>> by_keys(std::span<const Key> keys, std::size_t limit) = 0;

    /// The records of these ids, in their order. Ids that do not exist are left out.
    virtual std::vector<Record> records(std::span<const RecordId> ids) = 0;

    /// Records whose title has at least two of these words (of text::fold_words), at most `limit`: those that
    /// share most of the rarest first, equal ones by id. Words that are too common to help are ignored.
    virtual std::vector<RecordId> candidates(std::span<const std::string> words, std::size_t limit) = 0;

    /// The records that have most of these terms (text::telling_terms) in their title and abstract, best
    /// first, at most `limit`; only records with an abstract, and nothing where none are kept.
    virtual std::vector<RecordId> about(std::span<const std::string> /*terms*/, std::size_t /*limit*/) {
        return {};
    }

    /// The abstracts of these records, in their order; empty where none is kept.
    virtual std::vector<std::string> abstracts(std::span<const RecordId> ids) {
        return std::vector<std::string>(ids.size());
    }

    /// In how many titles each word stands.
    virtual std::vector<std::int64_t> document_frequencies(std::span<const std::string> words) = 0;

    /// The works of a journal by year, or of all journals for an empty key. Nothing where nobody counts.
    virtual std::vector<YearCount> years(std::string_view /*journal_key*/) { return {}; }

    /// The files imported, the newest first.
    virtual std::vector<SourceFile> source_files() { return {}; }

    /// Editorial events by the DOI or PMID (canonical, either may be empty) of the work, also where the index
    /// holds no record of it.
    virtual std::vector<StatusEvent> events(std::string_view DOI, std::string_view PMID) = 0;
};

/// Several authorities asked many questions about one thing.
class Reading {
  public:
    explicit Reading(std::span<Authority* const> authorities) : authorities_(authorities) {
        try {
            for (; begun_ < authorities_.size(); ++begun_) {
                authorities_[begun_]->begin_reading();
            }
        } catch (...) {
            end();
            throw;
        }
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { end(); }

  private:
    void end() noexcept {
        while (begun_ > 0) {
            authorities_[--begun_]->end_reading();
        }
    }
    std::span<Authority* const> authorities_;
    std::size_t begun_ = 0;
};

}  // namespace whereof::authority
