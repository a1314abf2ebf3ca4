// SPDX-License-Identifier: MIT
#pragma once

#include "authority/key_runs.hpp"
#include "authority/say.hpp"
#include "sqlite/database.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace whereof::authority {

/// Everything by which one row of `say` is found and counted. Depends on its first author alone among the
/// authors.
struct Filing {
    std::string words;             ///< of the title, each once, as the full-text table has them
    std::vector<Key> word_hashes;  ///< of the same
    std::vector<std::pair<Key, KeyRole>> keys;
    Key journal = 0;  ///< hash of its key; 0 without one
    int year = 0;
    Key volume = 0;  ///< hash of its number; 0 without one
};
Filing filing_of(const Say& say, std::string_view journal_fact);

/// Changes to the tables `df` and `coverage`, gathered in memory and written in order of their keys.
class CountChanges {
  public:
    explicit CountChanges(const sqlite::Database& database);
    void count_words(const Filing& filing, std::int64_t by);
    void count_work(const Filing& filing, std::int64_t by);
    void write();

  private:
    struct Slot {
        Key journal;
        int year;
        Key volume;
        auto operator<=>(const Slot&) const = default;
    };
    struct HashSlot {
        std::size_t operator()(const Slot& slot) const noexcept {
            return slot.journal ^ (slot.volume + static_cast<std::uint64_t>(slot.year) * 0x9E3779B97F4A7C15U);
        }
    };
    sqlite::Statement change_word_;
    sqlite::Statement change_coverage_;
    std::unordered_map<Key, std::int64_t> words_;
    std::unordered_map<Slot, std::int64_t, HashSlot> coverage_;
};

}  // namespace whereof::authority
