// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace whereof::authority {

/// The length of the mark by which a publisher's title says that the work is retracted, with the blanks
/// behind it: "RETRACTED: ", "[Retracted] ", "Retracted article: "; 0 without one. "Retracted articles in
/// surgery" is about retractions.
[[nodiscard]] std::size_t retracted_mark(std::string_view title);

/// Is it the title of a notice that retracts another work? "Retraction: …", "Retraction note to …",
/// "Retraction of “…”", "Notice of retraction. …". "Retraction of articles for misconduct" is none.
[[nodiscard]] bool is_retraction_notice(std::string_view title);

}  // namespace whereof::authority
