// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace whereof::bib {

/// What the embedded journal table (corpus/journals) knows of one journal.
struct Journal {
    std::string title;         ///< "Annals of Internal Medicine"
    std::string abbreviation;  ///< NLM or ISO 4, with or without dots as the table has it; may be empty
    std::string issn;          ///< "0003-4819", may be empty
};

/// The journal of that title or abbreviation in any case, with or without dots, "The" and "&". Absent when
/// the table does not hold it.
std::optional<Journal> find_journal(std::string_view title_or_abbreviation);

/// The journal with that print or electronic ISSN ("0140-6736"). Absent when the table does not hold it.
std::optional<Journal> find_journal_by_issn(std::string_view issn);

/// Do two container titles mean one journal? yes: equal after folding, or one is the other's known or evident
/// abbreviation ("BMC Musculoskelet Disord", "J Orthop Sports Phys Ther"). no: both are known journals and
/// not the same. unknown: neither can be said.
enum class SameJournal : unsigned char { yes, no, unknown };
SameJournal same_journal(std::string_view a, std::string_view b);

/// A key under which all forms of a journal's title that the table knows fall together, the titles it had
/// before among them; for other titles their words alone, folded, without "the", "of", "and".
std::string journal_key(std::string_view title_or_abbreviation);

}  // namespace whereof::bib
