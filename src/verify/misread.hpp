// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"
#include "verify/citation.hpp"
#include "verify/compare.hpp"
#include "verify/raw_support.hpp"

#include <string_view>

namespace whereof::verify {

/// The note of a title that is none: the citation has no title, and its journal or authors were read as one.
inline constexpr std::string_view kNoTitle = "names the journal or authors; no title is cited";

/// The note of authors or a journal that are none: words of the record's title, or of its journal's name.
inline constexpr std::string_view kPieceOfTitle = "words of the title or journal; none is cited";

/// Was the field cited not at all, though a parser found something to put there?
[[nodiscard]] bool is_misread(const FieldMatch& match) noexcept;

/// Leaves a different title unsaid that is the head of the record's authors ("Deyle et al.") or its journal,
/// under any name the journal table knows or cut short by the parser, and lets it count as the journal cited.
/// Not where the raw string has those words twice: then they are a title too. Needs the raw string read,
/// where there is one.
void read_journal_for_title(const Citation& citation, const authority::Record& record,
                            Comparison& comparison);

/// Leaves different authors and a different journal unsaid whose every word stands in the raw string within
/// `title`, where the record's title was found, or in the journal's name behind it, and nowhere else.
void leave_out_pieces(const Citation& citation, const bib::Item& found, Window title, Comparison& comparison);

/// Is a short title, found in the raw string, only a piece of a longer one that was cited? "Low back pain"
/// does not support "Exercise and low back pain": words are left over that no other field of the record
/// explains.
[[nodiscard]] bool is_within_longer_title(const bib::Item& cited, const bib::Item& found);

}  // namespace whereof::verify
