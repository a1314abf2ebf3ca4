// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::formats {

/// Persons and bodies as the fields of files have them, in and out.

/// "et al.", "others": a name that says that the list goes on.
bool says_list_goes_on(std::string_view name);

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
