// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "verify/citation.hpp"
#include "verify/compare.hpp"

#include <cstddef>
#include <vector>

namespace whereof::verify {

/// A record that may be the work cited, and what led to it.
struct Candidate {
    authority::Record record;
    std::size_t authority = 0;            ///< index into the authorities asked
    std::vector<bib::Field> identifiers;  ///< the citation's identifiers under which it is filed
    Comparison comparison;                ///< of the citation's fields with the record's
    double score = 0.0;     ///< match.hpp: how well the description fits, identifiers left aside
    unsigned supports = 0;  ///< fields of the description that agree
};

/// Look-ups, each adding the records that are not yet among `candidates` (compared and scored). All are
/// bounded: at most a few dozen records a citation.
void add_by_identifiers(authority::Authority& authority, std::size_t index, const Citation& citation,
                        std::vector<Candidate>& candidates);
/// Keys of the whole title and of the place (surname, year, volume and page, three at a time), as parsed: few
/// works share one.
void add_by_place(authority::Authority& authority, std::size_t index, const Citation& citation,
                  std::vector<Candidate>& candidates);
/// Keys that many works share: the title's beginning; surname, year and volume.
void add_by_facts(authority::Authority& authority, std::size_t index, const Citation& citation,
                  std::vector<Candidate>& candidates);
/// Keys of every number and likely surname of the raw string, for when parsing went wrong.
void add_by_raw_numbers(authority::Authority& authority, std::size_t index, const Citation& citation,
                        std::vector<Candidate>& candidates);
/// Records that share at least two of the six rarest words of the title (of the raw string, without one).
void add_by_words(authority::Authority& authority, std::size_t index, const Citation& citation,
                  std::vector<Candidate>& candidates);

}  // namespace whereof::verify
