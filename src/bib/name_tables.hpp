// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::bib {

// The closed word lists of the name grammar. Keys are lower_key() forms.

/// Lower case, without full stops: "Ét." and "ét" are one. ASCII, Latin-1 and basic Cyrillic letters.
std::string lower_key(std::string_view word);

bool is_particle(std::string_view key);           ///< "van", "de", "dos"
bool is_suffix_word(std::string_view word);       ///< "Jr.", "III", "3rd", as written
bool is_capital_suffix(std::string_view word);    ///< "JR", "SR": a suffix behind initials only
bool is_conjunction_word(std::string_view word);  ///< "and", "und", "e", as written
bool is_others_word(std::string_view key);        ///< "others", "cols", "andere"
bool is_degree_word(std::string_view word);       ///< "MD", "PhD", as written
bool is_clipped_given(std::string_view key);      ///< "th", "chr": given names cut short keep their full stop
bool is_repeat_mark(std::string_view word);       ///< "———", "Ders.", "Idem"
bool is_lead_in(std::string_view word);           ///< "In", "by" in front of a list

/// "eds.", "Hrsg.", "orgs." behind a list; `alone` when nothing stands before it in its part.
bool is_role_word(std::string_view word, bool alone);

/// "Ministry", "Group", "Instituto": a word that persons are not called by. Any case.
bool is_organisation_word(std::string_view word);
/// "of", "for", "für": a lower-case word that stands in organisations' names and in no person's.
bool is_organisation_glue(std::string_view word);

}  // namespace whereof::bib
