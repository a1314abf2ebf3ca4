// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"
#include "finding/verdict.hpp"

#include <span>
#include <string>
#include <vector>

namespace whereof::verify {

/// What became of a work, from every side that knows: events filed under its identifiers, the record's own,
/// PubMed's publication types, and a "RETRACTED:" put before its title.
struct Standing {
    finding::Status status = finding::Status::current;
    std::vector<std::string> notices;  ///< one sentence each, newest last
    std::string retracted_on;          ///< ISO 8601; empty when not retracted or unknown
};

/// `cited_title`: a citation of the notice itself is `retraction_notice`, not a retracted work. A
/// reinstatement dated after the last retraction lifts it. A work that was retracted and replaced is
/// `corrected`: the replacement mostly has the same identifiers, and who cites it cites a valid article.
Standing standing_of(const authority::Record& record, std::span<const authority::StatusEvent> events,
                     std::string_view cited_title);

}  // namespace whereof::verify
