// SPDX-License-Identifier: MIT
#pragma once

#include "authority/keys.hpp"
#include "authority/say.hpp"
#include "sqlite/database.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace whereof::authority {

/// Files every row of `say` that is not filed yet, takes out what is there twice, merges, and marks the index
/// complete. May be cut off at any point and called again.
void file_rows(const sqlite::Database& database,
               const std::function<void(std::int64_t, std::int64_t)>& progress);

/// Everything by which one row of `say` is found and counted.
struct Filing {
    std::vector<std::string> words;  ///< of the title, each once
    std::vector<Key> keys;
    Key identity = 0;  ///< of all that the row says
    Key journal = 0;   ///< 0 without one
    int year = 0;
    Key volume = 0;
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
    sqlite::Statement change_word_;
    sqlite::Statement change_coverage_;
    std::unordered_map<Key, std::int64_t> words_;
    std::map<Slot, std::int64_t> coverage_;
};

/// The words of a title as one text for the full-text table.
std::string words_text(const std::vector<std::string>& words);

}  // namespace whereof::authority
