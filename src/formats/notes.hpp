// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::formats {

/// The lines of an item's note that hold what a format has no place for, read back and written.

/// Adds a note, but for lines of it that name what a field is for: "PMID: 29573870" (as Zotero and our own
/// writers keep what a format has no place for). Those set the field.
void take_note(bib::Item& item, std::string_view text);

/// The same for notes that stand in one field, divided by "; ".
void take_notes(bib::Item& item, std::string_view text);

/// The notes that take_note() reads back: identifiers, dates and lists that the format has no place for,
/// then the item's own note; one line each.
std::vector<std::string> notes_of(const bib::Item& item, std::span<const bib::Field> homeless);

/// "authors: et al.": the lists of persons that go on, as take_note() reads them back, for formats where the
/// name "et al." would be a person's.
std::vector<std::string> elision_notes(const bib::Item& item);

}  // namespace whereof::formats
