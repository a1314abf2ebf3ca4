// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"
#include "bib/item.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// Whose words a row of the index are. The values are stored: never renumber.
enum class Source : std::uint8_t {
    csl = 0,
    crossref = 1,
    pubmed = 2,
    openalex = 3,
    datacite = 4,
    europepmc = 5,
    retraction_watch = 6
};
[[nodiscard]] std::string_view name(Source source) noexcept;

/// What is remarkable about a row. The values are stored.
inline constexpr std::uint32_t kFlagAuthorsIncomplete = 1U << 0U;  ///< only some authors are listed, or none
inline constexpr std::uint32_t kFlagRetractionNotice = 1U << 1U;   ///< the work is itself a retraction notice
inline constexpr std::uint32_t kFlagMarkup = 1U << 2U;      ///< tags or entities were taken out of its text
inline constexpr std::uint32_t kFlagCapitals = 1U << 3U;    ///< title or names came in capitals
inline constexpr std::uint32_t kFlagTranslated = 1U << 4U;  ///< the title is a translation (came in brackets)
inline constexpr std::uint32_t kFlagHomonym = 1U << 5U;     ///< a number told namesakes apart ("Peters 0001")
inline constexpr std::uint32_t kFlagCollective = 1U << 6U;  ///< "on behalf of …" stood among the authors
inline constexpr std::uint32_t kFlagRetractedTitle = 1U << 7U;  ///< the title began with "RETRACTED:"
inline constexpr std::uint32_t kFlagSwapped = 1U << 8U;  ///< given and family name stood the wrong way round

/// What one source says of one work, as the index keeps it.
struct Say {
    bib::Item item;
    Source source = Source::csl;
    std::int64_t revision = 0;  ///< the source's own order of versions; a later one replaces an earlier one
    std::uint32_t flags = 0;
    std::vector<std::string> publication_types;
    std::vector<StatusEvent> events;  ///< of a work without DOI and PMID, under which they would be filed
    std::string vernacular_title;     ///< in the work's own language, where `item.title` is a translation
    bool operator==(const Say&) const = default;
};

/// What is done with the abstracts that sources have.
enum class Abstracts : bool { drop, keep };

/// One record out of all that is said of a work. The order of `says` does not matter. Needs at least one.
/// Leaves the id, and the events that are filed under identifiers, to the caller.
Record merge_says(std::vector<Say> says);

}  // namespace whereof::authority
