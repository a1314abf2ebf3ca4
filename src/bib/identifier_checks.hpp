// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::bib {

// Check characters. The has_ functions take the canonical or bare form and are false when the form itself is
// not met; the _check_character functions give the character that belongs at the end, '\0' when the form is
// not met.

bool has_isbn_check(std::string_view isbn);  ///< ten or thirteen characters (ISO 2108)
std::string isbn13_of_isbn10(std::string_view isbn10);

bool has_issn_check(std::string_view issn);  ///< "1234-567X" or eight characters, any case (ISO 3297)
char issn_check_character(std::string_view issn);

/// Elsevier's PII of a serial, "S" and 16 characters or 16: its last is the sum of the other 15 digits, each
/// times a prime 2, 3, 5, 7, 13, … 53 counted from the right (11 is left out), modulo 11; 10 is X.
bool has_pii_check(std::string_view pii);
char pii_check_character(std::string_view pii);

/// Springer Nature's "s12891-024-07102-x": s, journal of 5 digits, year of 3, item of 4 or 5, check
/// character.
bool has_springer_shape(std::string_view suffix);
/// The sum of digit times place, over 12 digits modulo 13 (10, 11, 12 are x, y, z), or over 13 digits modulo
/// 14 (10 to 13 are w, x, y, z).
bool has_springer_check(std::string_view suffix);
char springer_check_character(std::string_view suffix);

}  // namespace whereof::bib
