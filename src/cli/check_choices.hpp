// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "finding/verdict.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

inline constexpr std::string_view kDefaultFailOn = "retracted,wrong_identifier,mismatch,not_found";

/// The headlines of a comma-divided list, of "none" or of "any" (all but verified).
Result<std::set<finding::Headline>> parse_fail_on(std::string_view list);

/// What --format takes: the names of report::check_formats(), and what each is for.
std::vector<std::string> check_format_names();
std::string check_format_help();

}  // namespace whereof::cli
