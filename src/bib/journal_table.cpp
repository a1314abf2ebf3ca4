// SPDX-License-Identifier: MIT
#include "bib/journal_table.hpp"

#include "base/embedded.hpp"
#include "bib/journal_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <xxhash.h>

namespace whereof::bib {
namespace {

constexpr std::uint64_t kNameSeed = 1;
constexpr std::uint64_t kIssnSeed = 2;

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

/// Calls put(part) for each non-empty part of `text` between the dividers.
template <typename Put>
void each_part(std::string_view text, char divider, Put put) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(divider), text.size());
        if (end > 0) {
            put(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

JournalRow split(std::string_view line) {
    std::array<std::string_view, 5> columns{};
    for (std::string_view& column : columns) {
        const std::size_t end = std::min(line.find('\t'), line.size());
        column = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return {columns[0], columns[1], columns[2], columns[3], columns[4]};
}

}  // namespace

const JournalTable& JournalTable::instance() {
    static const JournalTable table;
    return table;
}

JournalTable::JournalTable() {
    const std::string_view bytes = embedded_file("corpus/journals/journals.tsv").bytes;
    const auto count = static_cast<std::size_t>(std::ranges::count(bytes, '\n'));
    lines_.reserve(count);
    std::size_t capacity = 1024;
    while (capacity < count * 3) {  // two and a half keys a journal
        capacity *= 2;
    }
    slots_.resize(capacity);
    std::string key;
    each_part(bytes, '\n', [&](std::string_view line) { add_line(line, key); });
}

void JournalTable::add_line(std::string_view line, std::string& key) {
    const Row index = static_cast<Row>(lines_.size());
    lines_.push_back(line);
    const JournalRow journal = split(line);
    const auto add_name = [&](std::string_view name) {
        if (name.empty()) {
            return;
        }
        journal_word_key(name, key);
        add(hash_of(key, kNameSeed), index);
        const std::string_view plain = without_qualifier(name);
        if (plain.size() != name.size()) {
            journal_word_key(plain, key);
            add(hash_of(key, kNameSeed), index);
        }
    };
    add_name(journal.title);
    add_name(journal.abbreviation);
    each_part(journal.other_names, '|', add_name);
    each_part(journal.issns, ',', [&](std::string_view issn) { add(hash_of(issn, kIssnSeed), index); });
}

void JournalTable::add(std::uint64_t hash, Row row) {
    if (used_ * 8 > slots_.size() * 7) {
        std::vector<Slot> old(slots_.size() * 2);
        std::swap(old, slots_);
        used_ = 0;
        for (const Slot& slot : old) {
            if (slot.row != kFree) {
                add(slot.hash, slot.row);
            }
        }
    }
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].row != kFree; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash == hash && slots_[at].row == row) {
            return;
        }
    }
    slots_[at] = {hash, row};
    ++used_;
}

std::vector<JournalTable::Row> JournalTable::find(std::uint64_t hash) const {
    std::vector<Row> out;
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].row != kFree;
         at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash == hash) {
            out.push_back(slots_[at].row);
        }
    }
    std::ranges::sort(out);
    return out;
}

std::vector<JournalTable::Row> JournalTable::find_key(std::string_view word_key) const {
    return find(hash_of(word_key, kNameSeed));
}

std::vector<JournalTable::Row> JournalTable::find_issn(std::string_view issn) const {
    return find(hash_of(issn, kIssnSeed));
}

JournalRow JournalTable::row(Row index) const { return split(lines_[index]); }

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
