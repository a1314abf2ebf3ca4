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

/// The headlines of a comma-divided list, which `option` takes and calls `what` ("headline", "verdict"). An
/// error names those that there are, with `besides` behind them, and an empty list too is one: an unset
/// variable in a script must not let everything pass.
Result<std::set<finding::Headline>> parse_headlines(std::string_view list, std::string_view option,
                                                    std::string_view what, std::string_view besides);

/// The headlines of a comma-divided list, of "none" or of "any" (all but verified).
Result<std::set<finding::Headline>> parse_fail_on(std::string_view list);

/// What --format takes: the names of report::check_formats(), and what each is for.
std::vector<std::string> check_format_names();
std::string check_format_help();

}  // namespace whereof::cli
