// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"

#include <optional>
#include <string_view>

namespace whereof::authority {

/// The kind of event that a source's own word means: "retraction", "Retraction", "retration", "withdrawal",
/// "removal", "expression_of_concern", "Correction", "err", "new_version", …; in any case and with blanks,
/// hyphens or underscores. Absent for words that change nothing about the work ("comment", "print"). A
/// withdrawn Cochrane review
/// (`work_DOI`) is out of date, not retracted: a new version.
std::optional<EventKind> event_kind(std::string_view word, std::string_view work_DOI);

/// Does a list's row speak of the notice itself? Its title says so ("Retraction note: …") and it names no
/// other DOI.
bool is_own_notice(std::string_view title);

}  // namespace whereof::authority
