// SPDX-License-Identifier: MIT
#pragma once

#include "finding/verdict.hpp"

#include <span>
#include <string_view>

namespace whereof::report {

/// A kind of thing that reports say is wrong: a headline other than `verified`, or a check on a whole
/// article.
struct Rule {
    std::string_view name;  ///< "mismatch", "uncited-claim"
    finding::Level level;   ///< that it usually has
    std::string_view explains;
    std::string_view help;  ///< what to do about it
};

/// Headlines first, then the checks in their order.
std::span<const Rule> rules();
/// nullptr when there is none of that name.
const Rule* find_rule(std::string_view name);

}  // namespace whereof::report
