// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>

namespace whereof::verify {

/// Why two records are of one work: "same DOI", "same title, first author, year and pages". Empty when they
/// are not, or when nothing says so. What forbids it: two different DOIs, PMIDs, PMCIDs or arXiv numbers
/// (where not DOI, journal, volume, year and page agree); a word such as "protocol" or a number in one title
/// alone (where identifier and place agree, of the words only "protocol", "erratum", "reply" and their like);
/// and, where no identifier is shared, another journal, volume, first page or edition, or years more
/// than one apart (online and print). Stricter than hold_side_by_side(), which asks whether two citations
/// mean one work although one of them may be wrong: of two records made one, one is lost.
std::string why_one_work(const bib::Item& a, const bib::Item& b);

}  // namespace whereof::verify
