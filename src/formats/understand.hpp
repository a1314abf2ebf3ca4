// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// Adds a note, but for lines of it that name what a field is for: "PMID: 29573870" (as Zotero and our own
/// writers keep what a format has no place for). Those set the field.
void take_note(bib::Item& item, std::string_view text);

/// The same for notes that stand in one field, divided by "; ".
void take_notes(bib::Item& item, std::string_view text);

/// ISSNs and ISBNs that stand in one field, told apart by what they are.
void take_serials(bib::Item& item, std::string_view value);

/// A number under a tag that databases use each in their own way: a PMID or PMCID when it says so or can be
/// nothing else. False, and nothing is done, when it is another.
bool take_accession(bib::Item& item, std::string_view value);

/// The server or archive where a work lies ("medRxiv", "arXiv") and its number there. arXiv's number is an
/// identifier; a preprint that names nobody else who made it public is published by its server, as Zotero has
/// it; anything else goes to the note. For an item whose type, container and publisher are known.
void take_archive(bib::Item& item, std::string_view archive, std::string_view number);

/// The notes that take_note() reads back: identifiers, dates and lists that the format has no place for,
/// then the item's own note; one line each.
std::vector<std::string> notes_of(const bib::Item& item, std::span<const bib::Field> homeless);

/// "authors: et al.": the lists of persons that go on, as take_note() reads them back, for formats where the
/// name "et al." would be a person's.
std::vector<std::string> elision_notes(const bib::Item& item);

/// Is nothing known but, at most, what kind of work it is?
bool says_nothing(const bib::Item& item);

/// "et al.", "others": a name that says that the list goes on.
bool says_list_goes_on(std::string_view name);

/// A value that stands on one line whatever it was: line breaks and controls of Unicode too are blanks,
/// invalid UTF-8 is U+FFFD.
std::string on_one_line(std::string_view value);

/// "2018-03-21", as precise as the date is; its literal without a year.
std::string iso_date(const bib::Date& date);

/// "van der Heijden, Geert, Jr."; an organisation by its name.
std::string family_first(const bib::Name& name);

/// Given names "H. el": the small words at their end are a dropping particle, as CSL's parse-names has it.
void divide_given(bib::Name& name);

/// One person as "Family, Given", "Family, Given, Jr." or "Given Family"; an organisation as `literal`.
/// Particles in front of the family name are told apart by their small letters.
bib::Name read_person(std::string_view text);

/// Adds the persons of one field to `names`: one, or several with semicolons between ("Maher, C; Underwood,
/// M"), as sloppy exports have them too where the format wants one a field. "et al." sets `elided`.
void add_people(std::vector<bib::Name>& names, bool& elided, std::string_view text);

}  // namespace whereof::formats
