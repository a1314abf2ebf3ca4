// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// One journal of corpus/journals/journals.tsv; views into the embedded file.
struct JournalRow {
    std::string_view title;
    std::string_view abbreviation;  ///< may be empty
    std::string_view issns;         ///< divided by ','
    std::string_view other_names;   ///< divided by '|'
    std::string_view continued_by;  ///< title of the journal that goes on under another name; mostly empty
};

/// The embedded journals under the keys of all their names and ISSNs. Built on first use in some
/// milliseconds; then read only.
class JournalTable {
  public:
    using Row = std::uint32_t;

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
    void add_line(std::string_view line, std::string& key);
    void add(std::uint64_t hash, Row row);
    [[nodiscard]] std::vector<Row> find(std::uint64_t hash) const;

    struct Slot {
        std::uint64_t hash = 0;
        Row row = kFree;
    };
    static constexpr Row kFree = ~Row{0};
    std::vector<std::string_view> lines_;
    std::vector<Slot> slots_;  ///< open addressing; a name of two journals has two slots
    std::size_t used_ = 0;
};

}  // namespace whereof::bib
