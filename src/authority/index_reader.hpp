// SPDX-License-Identifier: MIT
#pragma once

#include "authority/abstracts.hpp"
#include "authority/authority.hpp"
#include "authority/merged_rows.hpp"
#include "authority/say_rows.hpp"
#include "sqlite/database.hpp"

#include <optional>

namespace whereof::authority {

/// The Authority over an index database that was complete once, of today's schema or an earlier one;
/// local_index.hpp opens one. What an import that is not finished has added since is passed over: no row
/// after the mark `keyed` is found.
class IndexReader final : public Authority {
  public:
    explicit IndexReader(sqlite::Database database);

    [[nodiscard]] const AuthorityInfo& info() const noexcept override { return info_; }
    void begin_reading() override;
    void end_reading() noexcept override;
    std::vector<std::vector<RecordId>> by_keys(std::span<const Key> keys, std::size_t limit) override;
    std::vector<Record> records(std::span<const RecordId> ids) override;
    std::vector<RecordId> candidates(std::span<const std::string> words, std::size_t limit) override;
    std::vector<RecordId> about(std::span<const std::string> terms, std::size_t limit) override;
    std::vector<std::string> abstracts(std::span<const RecordId> ids) override;
    std::vector<std::int64_t> document_frequencies(std::span<const std::string> words) override;
    std::vector<YearCount> years(std::string_view journal_key) override;
    std::vector<SourceFile> source_files() override;
    std::vector<StatusEvent> events(std::string_view DOI, std::string_view PMID) override;

  private:
    void append_events(Key key, std::vector<StatusEvent>& out);

    sqlite::Database database_;
    RecordId last_;  ///< of the rows that are filed whole
    AuthorityInfo info_;
    SayReader reader_;
    sqlite::Statement begin_;
    sqlite::Statement commit_;
    sqlite::Statement by_key_;
    MergedRows merged_;
    sqlite::Statement matches_;
    sqlite::Statement frequency_;
    sqlite::Statement events_;
    std::optional<AbstractReader> abstracts_;  ///< absent where there are none
    int readings_ = 0;                         ///< begun and not ended
};

}  // namespace whereof::authority
