// SPDX-License-Identifier: MIT
#pragma once

#include "claim/quantities.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::claim {

/// "p < .01", "P-value = 0.03" at `at`.
std::optional<Quantity> p_value_at(std::string_view text, std::size_t at);
/// "n = 40"
std::optional<Quantity> number_of_people_at(std::string_view text, std::size_t at);
/// "hazard ratio of 0.71", "OR = 1.4", with the interval behind it.
std::optional<Quantity> named_estimate_at(std::string_view text, std::size_t at);

/// ", 95% CI 0.5 to 0.9)" behind a number, with the bracket that it opens, into out.interval. Past it; `end`
/// when there is none.
std::size_t read_interval(std::string_view text, std::size_t end, Quantity& out);

/// "<", "≥", "=": past the sign; `at` when there is none.
std::size_t read_relation(std::string_view text, std::size_t at, std::string& relation);

}  // namespace whereof::claim
