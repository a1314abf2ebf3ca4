// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::bib {

/// One word of a name list, with what its shape says.
struct NameWord {
    std::string text;
    std::size_t begin = 0;  ///< bytes into NameLine::text
    std::size_t end = 0;
    bool initials = false;      ///< "J.", "JM", "J.-P.", "Th."
    bool ambiguous = false;     ///< initials that may as well be a short name in capitals: "LI", "NG"
    bool particle = false;      ///< "van", "de", "dos" in lower case
    bool big_particle = false;  ///< "Van", "De", "Le": particle of the name behind it, if there is one
    bool suffix = false;        ///< "Jr.", "III"
    bool capitals = false;      ///< two letters or more, all upper case
    bool upper = false;         ///< begins with an upper case letter, or one of a script without case
};

/// A list as the grammar reads it: valid UTF-8, single blanks, none before a full stop, comma or semicolon,
/// "..." as "…", full-width punctuation as ASCII, brackets and ornaments as blanks, nothing invisible.
std::string clean_names(std::string_view text);

/// The word that stands at [begin, end) of a cleaned list, with its shape.
NameWord shape_word(std::string text, std::size_t begin, std::size_t end);

struct LetterCount {
    int count = 0;
    int upper = 0;
    int lower = 0;
    bool first_upper = false;  ///< the first letter, or it is of a script without case
    bool digits = false;
    bool uncased = false;  ///< holds letters of a script without case
};
LetterCount count_letters(std::string_view word);

}  // namespace whereof::bib
