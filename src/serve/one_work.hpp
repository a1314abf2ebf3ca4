// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <vector>

namespace whereof::serve {

/// Why two records are of one work: "same DOI", "same title, first author, year and pages". Empty when they
/// are not, or when nothing says so. What forbids it: two different DOIs, PMIDs, PMCIDs or arXiv numbers
/// (where not DOI, journal, volume, year and page agree); a word such as "protocol" or a number in one title
/// alone; and, where no identifier is shared, another journal, volume, first page or edition, or years more
/// than one apart (online and print).
std::string why_one_work(const bib::Item& a, const bib::Item& b);

/// Keys under which records of one work fall together, what says most first: identifiers, the place (journal,
/// volume and first page), the title.
std::vector<std::string> one_work_keys(const bib::Item& item);

/// Gives an item what another record of the same work says beside: fields that it lacks, identifiers, the
/// whole date, range of pages and list of authors. A second identifier of a kind goes to the note. True when
/// it changed.
bool complete(bib::Item& item, const bib::Item& other);

}  // namespace whereof::serve
