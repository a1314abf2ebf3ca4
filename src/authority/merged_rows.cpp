// SPDX-License-Identifier: MIT
#include "authority/merged_rows.hpp"

namespace whereof::authority {

MergedRows::MergedRows(const sqlite::Database& database)
    : work_(database.prepare("SELECT work FROM merged WHERE id = ?")),
      rows_(database.prepare("SELECT id FROM merged WHERE work = ?")) {}

RecordId MergedRows::work_of(RecordId id) {
    work_.bind(id);
    const RecordId work = work_.step() ? work_.integer(0) : id;
    work_.reset();
    return work;
}

std::vector<RecordId> MergedRows::rows_of(RecordId work) {
    std::vector<RecordId> out{work};
    rows_.bind(work);
    while (rows_.step()) {
        out.push_back(rows_.integer(0));
    }
    rows_.reset();
    return out;
}

}  // namespace whereof::authority
