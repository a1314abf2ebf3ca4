// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// One journal of corpus/journals/journals.tsv; views into its line.
struct JournalRow {
    std::string_view title;
    std::string_view abbreviation;  ///< may be empty
    std::string_view issns;         ///< divided by ','
    std::string_view other_names;   ///< divided by '|'
    std::string_view continued_by;  ///< title of the journal that goes on under another name; mostly empty
};

/// The columns of a line, without its end.
JournalRow journal_row(std::string_view line);

/// A name or ISSN of a journal: under its hash, where the journal's line begins in the table.
struct JournalSlot {
    static constexpr std::uint32_t kFree = ~std::uint32_t{0};

    std::uint64_t hash = 0;
    std::uint32_t line = kFree;  ///< byte of corpus/journals/journals.tsv
    std::uint32_t unused = 0;
};
static_assert(sizeof(JournalSlot) == 16);

std::uint64_t hash_of_journal_name(std::string_view word_key);  ///< of a journal_word_key()
std::uint64_t hash_of_issn(std::string_view issn);

/// Every name and ISSN of a table as corpus/journals/journals.tsv is, in open addressing: a power of two of
/// slots, each name in the first free one from hash % slots on. A name of two journals has two. Takes some
/// tens of milliseconds for the table that ships, so scripts/pack_tables.cpp does it when whereof is built.
std::vector<JournalSlot> make_journal_slots(std::string_view table);
}  // namespace whereof::bib
