// SPDX-License-Identifier: MIT
#pragma once

#include "claim/quantities.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::claim {

/// A unit of corpus/words/units.tsv that stands in a text.
struct FoundUnit {
    QuantityKind kind{};
    std::string name;     ///< "mg/kg"
    std::size_t end = 0;  ///< past it
};

/// The unit right behind a number that ends at `end`: "%", "-week", "mg/kg/day", "hours per week".
std::optional<FoundUnit> unit_behind(std::string_view text, std::size_t end);

/// What is counted, a few words behind its number: the trials of "27 randomised controlled trials".
std::optional<FoundUnit> counted_behind(std::string_view text, std::size_t end, double count);
/// What "times" says that ends at `end`: of "four times a week" "time/week", of "three times daily"
/// "time/day", of "twelve times per course" "time". Absent for "four times higher".
std::optional<FoundUnit> frequency_behind(std::string_view text, std::size_t end);

/// Past the word at `at`, or past the sign where no word begins there.
std::size_t past_word(std::string_view text, std::size_t at);
std::size_t past_blanks(std::string_view text, std::size_t at);
bool letter_at(std::string_view text, std::size_t at);

}  // namespace whereof::claim
