// SPDX-License-Identifier: MIT
#include "bib/journal_slots.hpp"

#include "bib/journal_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
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

class Filling {
  public:
    explicit Filling(std::string_view table) : table_(table) {
        const auto lines = static_cast<std::size_t>(std::ranges::count(table, '\n'));
        std::size_t capacity = 1024;
        while (capacity < lines * 3) {  // two and a half keys a journal
            capacity *= 2;
        }
        slots_.resize(capacity);
    }

    std::vector<JournalSlot> run() && {
        each_part(table_, '\n', [this](std::string_view line) { add_line(line); });
        return std::move(slots_);
    }

  private:
    void add_line(std::string_view line) {
        const auto at = static_cast<std::uint32_t>(line.data() - table_.data());
        const JournalRow journal = journal_row(line);
        const auto add_name = [&](std::string_view name) {
            add_key(name, at);
            if (const std::string_view plain = without_qualifier(name); plain.size() != name.size()) {
                add_key(plain, at);
            }
        };
        add_name(journal.title);
        if (!journal.abbreviation.empty()) {
            add_name(journal.abbreviation);
        }
        each_part(journal.other_names, '|', add_name);
        each_part(journal.issns, ',', [&](std::string_view issn) { add(hash_of_issn(issn), at); });
    }

    void add_key(std::string_view name, std::uint32_t line) {
        journal_word_key(name, key_);
        add(hash_of_journal_name(key_), line);
    }

    void add(std::uint64_t hash, std::uint32_t line) {
        if (used_ * 8 > slots_.size() * 7) {
            grow();
        }
        std::size_t at = hash & (slots_.size() - 1);
        for (; slots_[at].line != JournalSlot::kFree; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].hash == hash && slots_[at].line == line) {
                return;
            }
        }
        slots_[at] = {hash, line};
        ++used_;
    }

    void grow() {
        std::vector<JournalSlot> old(slots_.size() * 2);
        std::swap(old, slots_);
        used_ = 0;
        for (const JournalSlot& slot : old) {
            if (slot.line != JournalSlot::kFree) {
                add(slot.hash, slot.line);
            }
        }
    }

    std::string_view table_;
    std::string key_;
    std::vector<JournalSlot> slots_;
    std::size_t used_ = 0;
};

}  // namespace

JournalRow journal_row(std::string_view line) {
    std::array<std::string_view, 5> columns{};
    for (std::string_view& column : columns) {
        const std::size_t end = std::min(line.find('\t'), line.size());
        column = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return {columns[0], columns[1], columns[2], columns[3], columns[4]};
}

std::uint64_t hash_of_journal_name(std::string_view word_key) { return hash_of(word_key, kNameSeed); }
std::uint64_t hash_of_issn(std::string_view issn) { return hash_of(issn, kIssnSeed); }

std::vector<JournalSlot> make_journal_slots(std::string_view table) { return Filling(table).run(); }

}  // namespace whereof::bib
