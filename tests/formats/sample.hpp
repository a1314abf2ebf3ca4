// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <string>
#include <vector>

namespace whereof::formats {

/// Real works of many kinds (bibliographic facts), and some that are hard to write.
std::vector<bib::Item> sample_items();

/// Entries over `items`, with ids "w1", "w2", …
std::vector<Entry> entries_of(const std::vector<bib::Item>& items);

/// The readable items of a result list.
std::vector<bib::Item> items_of(const Items& items);

/// The item of a list that should have this one alone; else the test fails.
bib::Item only(const Items& items);

/// "A title;error;Another title;": what became of each entry.
std::string outcome(const Items& items);

}  // namespace whereof::formats
