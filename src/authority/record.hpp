// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whereof::authority {

enum class EventKind : std::uint8_t {
    correction,
    concern,
    retraction,
    reinstatement,
    new_version,
    replacement
};

/// An editorial event about a work. A `replacement` retracts it and puts a corrected article in its place,
/// often under the same identifiers. The values of the kinds are stored: never renumber.
struct StatusEvent {
    EventKind kind{};
    std::string notice_DOI;  ///< of the notice; may be empty
    std::string notice_PMID;
    std::string date;    ///< ISO 8601, as precise as known
    std::string source;  ///< who says so: "pubmed", "crossref", "retraction-watch"
    bool operator==(const StatusEvent&) const = default;
};

/// What an authority holds about one work. Several sources' say is merged: `item` has the most trusted value
/// of each field, `variants` what the others say.
struct Record {
    std::int64_t id = 0;  ///< in its index
    bib::Item item;
    std::vector<bib::Item> variants;             ///< other sources' say, only the fields that differ
    std::vector<std::string> sources;            ///< "crossref", "pubmed", "csl", "retraction-watch", …
    std::vector<std::string> publication_types;  ///< PubMed's
    std::vector<StatusEvent> events;
    bool authors_incomplete = false;  ///< the source lists only some authors, or none
    bool is_retraction_notice = false;
};

}  // namespace whereof::authority
