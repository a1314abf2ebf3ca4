// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"
#include "bib/name_words.hpp"

#include <span>
#include <string>
#include <vector>

namespace whereof::bib {

/// The words between two separators of a list.
using Words = std::span<const NameWord>;

/// What the words of one part are, seen alone.
enum class PartShape : unsigned char {
    initials,         ///< "J. M."
    family_initials,  ///< "Smith JM", "De Vugt M"
    initials_family,  ///< "J. M. Smith"
    one_word,         ///< "Smith", "van der Berg"
    words,            ///< "John Smith", "Mary C. Noonan", "García Márquez"
    either,           ///< "LI J": the list has to decide
    organisation,
    suffix,
};

/// Decides capitals that shape alone takes for initials or for a suffix: "VAN DEN BOSSCHE" begins with
/// particles, "JR" behind initials is a suffix ("Smith AB JR"), "IV" behind one word is none ("Zubarev IV").
void settle_capitals(std::vector<NameWord>& words);
PartShape shape_of(Words words);

bool has_stop(const NameWord& word);  ///< "J.", "Th."
bool is_east_asian(
    const NameWord& word);  ///< Chinese, Japanese, Korean script (U+3000 to U+D7FF): family first
std::string join_words(Words words);

/// Puts particles in front of a family name apart.
void set_family(Name& name, Words words);
/// Given names with what may stand behind them: "Johann Wolfgang von", "J. M. Jr."
void set_given(Name& name, Words words);
Name family_given(Words family, Words given);
/// "Smith JM", "van der Berg J. M.", "Silva JA da", "Smith JM Jr", "Frey Bruno S."
Name read_family_initials(Words words);
/// "J. M. Smith", "John van der Berg", "Mary C. Noonan", "John Smith Jr."
Name read_given_family(Words words);

}  // namespace whereof::bib
