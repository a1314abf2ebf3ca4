// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"
#include "verify/candidates.hpp"
#include "verify/citation.hpp"

#include <cstdint>
#include <string_view>

namespace whereof::verify {

/// How a record that is not the cited work belongs to it.
enum class Sibling : std::uint8_t {
    none,
    erratum,    ///< one is a notice of correction to the other
    comment,    ///< one is a comment on the other, or a reply to it
    dataset,    ///< one is the data of the other
    preprint,   ///< the record is a preprint, the citation names a journal
    version,    ///< the citation names a preprint or an older version, the record is a later one
    edition,    ///< another edition of the book
    part,       ///< another part of a series
    protocol,   ///< one is the other's protocol
    report,     ///< another report: a pilot, follow-up, update or summary, or the one that it belongs to
    elsewhere,  ///< the same title in another place: printed in several journals, or reported on
};
/// "an erratum or notice to", to be followed by "this work"
[[nodiscard]] std::string_view name(Sibling sibling) noexcept;

/// Told from what the two items say of themselves: titles, containers, editions, identifiers.
[[nodiscard]] Sibling sibling_of(const bib::Item& cited, const bib::Item& record);

/// The same, and besides by how the fields compare: title and authors agree, but the whole place is another,
/// or the DOI is that of another version and facts differ, or the titles' marks and the place are others
/// (companion.hpp). A record that an identifier of the citation leads to, or whose authors, volume and page
/// all agree, is the work itself.
[[nodiscard]] Sibling relation_of(const Citation& citation, const Candidate& candidate);

[[nodiscard]] bool is_preprint_server(std::string_view container, std::string_view DOI);

}  // namespace whereof::verify
