// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>

namespace whereof::article {

/// An item as a reader would expect it in a list, in the order of the Vancouver style ("Smith J, Lee K.
/// Title. Journal. 2019;12(3):45-67. doi: 10.1000/182. PMID: 1."): the raw text of a reference that came as
/// fields only. All fields that say something appear; nothing is abbreviated or left out.
std::string reference_text(const bib::Item& item);

}  // namespace whereof::article
