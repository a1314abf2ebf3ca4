// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string_view>

namespace whereof::formats {

/// What every reader does with a value that it has found: understand it, or keep it verbatim in the note, so
/// that nothing is lost. Values are trimmed, blank ones ignored.

/// Adds "label: value" to item.note as a line of its own.
void keep_verbatim(bib::Item& item, std::string_view label, std::string_view value);

/// Sets an identifier in its canonical form; the first valid one stays, another one goes to the note, as
/// does text that is none.
void take_identifier(bib::Item& item, bib::Field field, std::string_view value);

/// Sets a plain text field. One that is set already stays, and what differs goes to the note.
void take_text(bib::Item& item, bib::Field field, std::string_view value);

/// One person as "Family, Given", "Family, Given, Jr." or "Given Family"; an organisation as `literal`.
/// Particles in front of the family name are told apart by their small letters.
bib::Name read_person(std::string_view text);

}  // namespace whereof::formats
