// SPDX-License-Identifier: MIT
#pragma once

#include "authority/abstracts.hpp"
#include "authority/filing.hpp"
#include "authority/merged_rows.hpp"
#include "authority/say_rows.hpp"
#include "sqlite/database.hpp"

#include <map>
#include <utility>
#include <vector>

namespace whereof::authority {

/// May these two rows, which share an identifier, be taken for one work? Not when their titles differ and
/// nothing else of author, year, volume and page makes up for it, nor when each has a PMID of its own.
/// Symmetric.
[[nodiscard]] bool may_be_one_work(const bib::Item& a, const bib::Item& b);

/// Decides which rows of an index go and which mean one work. Both follow from the rows alone, not from the
/// order in which they came: a row goes when it is there twice, when its source has a later revision of it or
/// has taken it back; rows mean one work when a chain of shared identifiers joins them.
class Clusters {
  public:
    explicit Clusters(const sqlite::Database& database);

    void share_title(const std::vector<RecordId>& ids);  ///< rows under one title, some without identifiers
    void share_identifier(const std::vector<RecordId>& ids);  ///< rows under one DOI, PMID or PMCID
    void apply();                                             ///< in the caller's transaction

  private:
    void drop_deleted();
    void drop(RecordId id);
    [[nodiscard]] RecordId heir_of(RecordId id) const;
    void join(RecordId a, RecordId b);
    void count_work(RecordId id, std::int64_t by);

    const sqlite::Database& database_;
    SayReader reader_;
    CountChanges counts_;
    MergedRows merged_;
    sqlite::Statement set_work_;
    sqlite::Statement unset_work_;
    AbstractWriter abstracts_;
    std::map<RecordId, RecordId> dropped_;  ///< and the row that stays in its place; 0: none
    std::vector<std::pair<RecordId, RecordId>> edges_;
};

}  // namespace whereof::authority
