// SPDX-License-Identifier: MIT
#pragma once

#include "finding/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::finding {

/// One thing said about a reference, a marker or a claim of an article, beside the verdict on each citation.
struct Finding {
    std::string_view rule;  ///< stable name, a row of kRules: "identifier-conflict", "uncited-claim"
    Level level = Level::note;
    std::string message;     ///< one sentence for people
    std::uint32_t line = 0;  ///< from 1; 0 when it has no place
    std::uint32_t column = 0;
    std::optional<std::uint32_t> reference;  ///< index into the article's references
    std::optional<std::uint32_t> claim;      ///< index into its claims
    std::string hint;                        ///< the next step to take, or empty
};

}  // namespace whereof::finding
