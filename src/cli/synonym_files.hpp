// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "search/synonyms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whereof::cli {

/// The shipped words with the user's tables: synonyms.tsv beside the store, where there is one, and `files`.
/// Absent when there are none. Throws IoError, or Refusal for a file that is no table.
std::optional<search::Synonyms> read_synonyms(const Context& context, const std::string& db_option,
                                              const std::vector<std::string>& files);

}  // namespace whereof::cli
