// SPDX-License-Identifier: MIT
#pragma once

#include "claim/direction.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace whereof::search {

/// A query that compares: "early PT beats delayed PT", "A vs B", "is A better than B", "A versus B: outcome".
struct ComparativeQuery {
    std::string first;  ///< as typed
    std::string second;
    std::string outcome;  ///< empty: any
    /// Which side the query takes: favours_first for "A beats B"; none for "A vs B".
    claim::Direction asked = claim::Direction::none;
};

/// Fields, operators and what is excluded end a side and are passed over. An outcome is told by "for", "in"
/// or a colon. Absent when the query names no two sides.
std::optional<ComparativeQuery> read_comparative(std::string_view query);

/// Does the query compare two sides of which one has no word of its own, as in "early PT vs PT"? Then it
/// names no two sides that a claim could be held against.
[[nodiscard]] bool has_sides_alike(std::string_view query);

/// Is it one of the words by which a query compares: "vs", "than"?
[[nodiscard]] bool is_comparing_word(std::string_view word);

}  // namespace whereof::search
