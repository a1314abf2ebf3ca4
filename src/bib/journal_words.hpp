// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// The words of a journal's title or abbreviation that tell it from others: folded, without articles,
/// prepositions and "and" in the languages of medicine ("The", "of", "&", "für"). A title of nothing else
/// keeps them. scripts/make_journals.py has the same rule.
std::vector<std::string> journal_words(std::string_view title);

/// journal_words() without blanks, British and American spelling made one ("paediatrics", "tumour").
std::string journal_word_key(std::string_view title);
/// The same over `out`, for callers with a hundred thousand titles.
void journal_word_key(std::string_view title, std::string& out);

/// "Spine (Phila Pa 1976)" without what stands in parentheses at its end; the text itself when it has none.
std::string_view without_qualifier(std::string_view title) noexcept;

/// "Implementation science : IS" without what follows the first ':' or " = "; the text itself without one.
std::string_view without_subtitle(std::string_view title) noexcept;

/// Could each word of one be the abbreviation of the word in the same place of the other, as ISO 4
/// abbreviates: by its beginning ("Disord") or contracted to its last letter ("Natl")? Also an initialism in
/// capitals ("BJSM") of at least three words. Symmetric.
bool evidently_abbreviates(std::string_view a, std::string_view b);

/// Do the words of the shorter, at least `least` of them, abbreviate the first words of the longer? Then the
/// longer may be the full title, or a section of the shorter, or another journal.
bool may_continue(std::string_view a, std::string_view b, std::size_t least);

}  // namespace whereof::bib
