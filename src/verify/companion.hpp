// SPDX-License-Identifier: MIT
#pragma once

#include "verify/sibling.hpp"

namespace whereof::verify {

/// What the marks of two titles make one work to the other: comment, erratum, protocol, part or report; none
/// when both bear the same marks. The titles are taken to be alike in all else.
[[nodiscard]] Sibling companionship(std::string_view cited_title, std::string_view record_title);

/// The same of a citation and a record that stands at another place, or `none`: the authors are partly the
/// same, no identifier leads there, and of journal, year, volume and identifiers no more agree than differ.
/// For what is mostly printed beside its work (a part, comment, erratum or summary) another page is enough.
/// A protocol or abstract may also call itself so behind its title, and what was told at a meeting comes
/// before the article.
[[nodiscard]] Sibling companion_elsewhere(const Citation& citation, const Candidate& candidate);

}  // namespace whereof::verify
