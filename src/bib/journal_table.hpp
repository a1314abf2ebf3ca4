// SPDX-License-Identifier: MIT
#pragma once

#include "bib/journal_slots.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// The slots of the table that ships.
std::span<const JournalSlot> embedded_journal_slots() noexcept;

/// The embedded journals under the keys of all their names and ISSNs. Nothing is made at the start of the
/// program: what is looked up is where it was built.
class JournalTable {
  public:
    using Row = std::uint32_t;  ///< where the journal's line begins

    static const JournalTable& instance();

    /// The journals that bear a name with this journal_word_key(), ascending. Several when journals share an
    /// abbreviation.
    [[nodiscard]] std::vector<Row> find_key(std::string_view word_key) const;
    [[nodiscard]] std::vector<Row> find_issn(std::string_view issn) const;
    [[nodiscard]] JournalRow row(Row index) const;
    /// The journal that continues this one, or the journal itself.
    [[nodiscard]] Row successor(Row index) const;

  private:
    JournalTable();
    [[nodiscard]] std::vector<Row> find(std::uint64_t hash) const;

    std::string_view lines_;
    std::span<const JournalSlot> slots_;
};

}  // namespace whereof::bib
