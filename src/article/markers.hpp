// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "article/draft.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whereof::article {

/// The ways in which articles print numbers that point to a list. An article keeps to one of them.
enum class NumberSystem : std::uint8_t {
    bracket,      ///< "[1,3-5]"
    superscript,  ///< "³", or digits that the file says are raised
    parenthesis,  ///< "(1-3)"
    glued,        ///< "pain.1,2 The": raised digits that lost their place
    spaced,       ///< "pain. 15  The": the same, with blanks around
};
inline constexpr std::size_t kNumberSystems = 5;

/// A piece of text that may be a marker made of numbers.
struct NumberMark {
    NumberSystem system{};
    Span span;                           ///< all that goes when the marker is taken out, brackets included
    std::vector<std::uint32_t> numbers;  ///< ranges expanded, in order, none 0
    bool weak = false;                   ///< counts only when the system is sure: "back3 and"
    bool range = false;                  ///< all of it one range: "(2-13)"
};

/// Everything in `text` that may be a marker of numbers, in each system, by span. Exponents, units, isotopes,
/// intervals, numbers of tables and equations and enumerations are left out. `inlines` are those of `text`.
std::vector<NumberMark> find_number_marks(std::string_view text, const std::vector<Inline>& inlines);

}  // namespace whereof::article
