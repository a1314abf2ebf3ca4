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

/// Adds a part of the abstract, which some files have in several values, or whole under two names.
void take_abstract(bib::Item& item, std::string_view value);

/// Sets a plain text field. One that is set already stays, and what differs goes to the note.
void take_text(bib::Item& item, bib::Field field, std::string_view value);

/// ISSNs and ISBNs that stand in one field, told apart by what they are.
void take_serials(bib::Item& item, std::string_view value);

/// A number under a tag that databases use each in their own way: a PMID or PMCID when it says so or can be
/// nothing else. False, and nothing is done, when it is another.
bool take_accession(bib::Item& item, std::string_view value);

/// The server or archive where a work lies ("medRxiv", "arXiv") and its number there. arXiv's number is an
/// identifier; a preprint that names nobody else who made it public is published by its server, as Zotero has
/// it; anything else goes to the note. For an item whose type, container and publisher are known.
void take_archive(bib::Item& item, std::string_view archive, std::string_view number);

/// Is nothing known but, at most, what kind of work it is?
bool says_nothing(const bib::Item& item);

}  // namespace whereof::formats
