// SPDX-License-Identifier: MIT
#pragma once

#include "authority/keys.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// The words of a title as the index counts and finds them: fold_words of its first 4,000 bytes.
std::vector<std::string> title_words(std::string_view title);

/// text::fold_key, by a short way for ASCII.
std::string fold_fact(std::string_view text);

/// XXH3-64, for words, journals and other texts that the index knows by hash alone. Never 0.
Key text_hash(std::string_view text);

/// The part of a volume or page that keys are made of: its first run of ASCII digits without leading zeros
/// ("R474-R482" gives "474"), or without digits all its letters folded.
std::string number_fact(std::string_view text);

/// The bib::journal_key of an item's container, by its full title or, where only that is known, its
/// abbreviation.
std::string journal_fact(const bib::Item& item);

/// title_key() for a caller that has the words.
Key whole_title_key(const std::vector<std::string>& title_words);

/// keys_of() for a caller that has the journal's key and the title's words at hand.
void append_keys(const bib::Item& item, std::string_view journal, const std::vector<std::string>& title_words,
                 std::vector<Key>& out);

}  // namespace whereof::authority
