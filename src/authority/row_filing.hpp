// SPDX-License-Identifier: MIT
#pragma once

#include "authority/filing.hpp"
#include "authority/say_rows.hpp"
#include "base/bounded_queue.hpp"

#include <exception>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace whereof::authority {

/// Works out the Filings of rows in a thread of its own and puts their keys into sorted runs there, so that
/// the caller has only to read and to write. Batches come back in the order in which they were given.
class RowFiling {
  public:
    using Rows = std::vector<SayReader::Row>;
    using Filings = std::vector<std::pair<RecordId, Filing>>;

    explicit RowFiling(KeyRuns& runs);
    RowFiling(const RowFiling&) = delete;
    RowFiling& operator=(const RowFiling&) = delete;
    ~RowFiling();

    void give(Rows rows) { given_.push(std::move(rows)); }
    Filings take();  ///< of the oldest batch given and not taken. Rethrows what went wrong in the thread.

  private:
    void work();
    const std::string& journal_of(const SayReader::Row& row);

    KeyRuns& runs_;
    BoundedQueue<Rows> given_;
    BoundedQueue<Filings> done_;
    std::unordered_map<std::int64_t, std::string> journals_;  ///< journal_fact by container
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace whereof::authority
