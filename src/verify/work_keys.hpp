// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// The identifiers that name a work, what says most first. Of all but the last a work has one each.
inline constexpr std::array kWorkIdentifiers{bib::Field::DOI, bib::Field::PMID, bib::Field::PMCID,
                                             bib::Field::arXiv, bib::Field::PII};

/// An identifier in its canonical form, or as it stands where it is none. Empty when absent.
std::string work_identifier(bib::Field field, const bib::Item& item);

/// A title that few other works can have: three words or more that say something.
[[nodiscard]] bool is_telling_title(std::string_view title);

/// A title in a script without blanks, too long to be that of many works.
[[nodiscard]] bool is_long_foreign_title(std::string_view title);

/// Keys under which citations of one work fall together, what says most first: identifiers, the beginning of
/// a telling title, the place (journal, volume and first page), the whole of a long foreign title.
std::vector<std::string> work_keys(const bib::Item& item);

}  // namespace whereof::verify
