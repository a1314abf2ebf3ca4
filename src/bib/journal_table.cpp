// SPDX-License-Identifier: MIT
#include "bib/journal_table.hpp"

#include "base/embedded.hpp"
#include "bib/journal_words.hpp"

#include <algorithm>
#include <cassert>

/// Made when whereof is built, of corpus/journals/journals.tsv by scripts/pack_tables.cpp.
extern "C" const whereof::bib::JournalSlot whereof_journal_slots[];
extern "C" const whereof::bib::JournalSlot whereof_journal_slots_end[];

namespace whereof::bib {

std::span<const JournalSlot> embedded_journal_slots() noexcept {
    return {whereof_journal_slots, whereof_journal_slots_end};
}

const JournalTable& JournalTable::instance() {
    static const JournalTable table;
    return table;
}

JournalTable::JournalTable()
    : lines_(embedded_file("corpus/journals/journals.tsv").bytes), slots_(embedded_journal_slots()) {
    assert((slots_.size() & (slots_.size() - 1)) == 0);
}

std::vector<JournalTable::Row> JournalTable::find(std::uint64_t hash) const {
    std::vector<Row> out;
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].line != JournalSlot::kFree;
         at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash == hash) {
            out.push_back(slots_[at].line);
        }
    }
    std::ranges::sort(out);
    return out;
}

std::vector<JournalTable::Row> JournalTable::find_key(std::string_view word_key) const {
    return find(hash_of_journal_name(word_key));
}

std::vector<JournalTable::Row> JournalTable::find_issn(std::string_view issn) const {
    return find(hash_of_issn(issn));
}

JournalRow JournalTable::row(Row index) const {
    const std::string_view rest = lines_.substr(index);
    return journal_row(rest.substr(0, rest.find('\n')));
}

JournalTable::Row JournalTable::successor(Row index) const {
    const std::string_view next = row(index).continued_by;
    if (!next.empty()) {
        for (const Row candidate : find_key(journal_word_key(next))) {
            if (row(candidate).title == next) {
                return candidate;
            }
        }
    }
    return index;
}

}  // namespace whereof::bib
