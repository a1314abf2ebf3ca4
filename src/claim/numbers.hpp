// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace whereof::claim {

/// A number that stands in a text.
struct FoundNumber {
    double value = 0.0;
    std::size_t end = 0;  ///< past it
    bool plain = false;   ///< four digits and nothing else: it may be a year
};

/// The number in digits at `at`: "12", "3,400", "3 400" (with any blank), "0.71", "0·71", "0,71",
/// ".05". Absent when none begins there, and for one of more than fifteen digits.
std::optional<FoundNumber> read_number(std::string_view text, std::size_t at);
/// The same with a minus before it, where nothing but a blank, bracket or sign stands before that.
std::optional<FoundNumber> read_signed_number(std::string_view text, std::size_t at);
/// "two", "twenty-seven", "Ninety": one to ninety-nine.
std::optional<FoundNumber> read_number_words(std::string_view text, std::size_t at);

}  // namespace whereof::claim
