// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>

namespace whereof::formats {

/// One reference as plain text, without number and line end. Journals stand as the item has them, abbreviated
/// where it has container_title_short; markup of titles is taken off. Measured against reference lists on
/// which two CSL engines agree: tests/formats/styles_test.cpp.

/// NLM and ICMJE: "Family AB, Family C. Title. J Abbrev. 2002 Jul 25;347(4):284-7."
std::string vancouver(const bib::Item& item);
/// The same with "doi: …" and "PMID: …" behind it.
std::string vancouver_with_identifiers(const bib::Item& item);
/// AMA Manual of Style, 11th edition.
std::string ama(const bib::Item& item);
/// Publication Manual of the APA, 7th edition.
std::string apa(const bib::Item& item);

}  // namespace whereof::formats
