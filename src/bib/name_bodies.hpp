// SPDX-License-Identifier: MIT
#pragma once

#include "bib/name_cut.hpp"
#include "bib/name_parts.hpp"

#include <vector>

namespace whereof::bib {

/// Makes one part of the parts of a body's name that its own conjunctions, slashes and commas cut apart:
/// "Cochrane Back and Neck Group", "WHO/UNICEF Joint Committee", "Smith J, Council on Nutrition, Physical
/// Activity, and Metabolism". One of them must be a body by its words and none a person by any sign. Where
/// persons stand as "Smith J", no conjunction divides names, so all belongs to the body; elsewhere only what
/// begins the list.
///
/// `shapes` has one value a part. Slashes that joined nothing are hard separators afterwards. Linear.
void join_bodies(NameLine& line, std::vector<PartShape>& shapes);

}  // namespace whereof::bib
