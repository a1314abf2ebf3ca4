// SPDX-License-Identifier: MIT
#include "claim/comparison_sides.hpp"

#include "claim/comparison_marks.hpp"

#include <algorithm>

namespace whereof::claim {
namespace {

constexpr std::size_t kReach = 8;  ///< tokens between two that are named together

}  // namespace

NamedSides::Place NamedSides::first_in(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        if (is_side(i)) {
            return {sides_[i], i};
        }
    }
    return {};
}

NamedSides::Place NamedSides::last_before(std::size_t to) const {
    for (std::size_t i = to; i > begin_; --i) {
        if (is_side(i - 1) && !is_excluded(i - 1)) {
            return {sides_[i - 1], i - 1};
        }
    }
    return {};
}

bool NamedSides::is_excluded(std::size_t at) const {
    for (std::size_t i = at; i > begin_ + 1 && i + kReach > at; --i) {
        if (tokens_[i - 1].has(kVerb | kThan | kClause | kChange) || tokens_[i - 1].sign == ',') {
            return false;
        }
        if (tokens_[i - 1].term == "not") {
            return tokens_[i - 2].sign == ',' || is_one_of(tokens_[i - 2].term, {"and", "but"});
        }
    }
    return false;
}

std::uint8_t NamedSides::only_in(std::size_t from, std::size_t to) const {
    const Place found = first_in(from, to);
    return found.side != 0 && are_named_together(found.at) ? std::uint8_t{0} : found.side;
}

bool NamedSides::are_named_together(std::size_t at) const {
    return are_joined(at, true) || are_joined(at, false) || are_listed(at);
}

/// "A, B and C": commas alone join where an "and" closes the list; in "compared with A, B and C did" none
/// does.
bool NamedSides::are_listed(std::size_t at) const {
    constexpr std::uint32_t kEnds = kVerb | kThan | kClause | kChange | kSame | kDiffer | kPlace | kStop;
    std::size_t first = at;
    for (std::size_t n = 1; n <= kReach && first >= begin_ + 1 && !tokens_[first - 1].has(kEnds); ++n) {
        --first;
    }
    if (first > begin_ && tokens_[first - 1].has(kThan)) {
        return false;
    }
    bool comma = false;
    bool both = false;
    for (std::size_t i = first; i < std::min(end_, at + kReach) && !tokens_[i].has(kEnds); ++i) {
        comma = comma || tokens_[i].sign == ',';
        both = both || sides_[i] == other(sides_[at]);
        if (comma && both && i > at && is_one_of(tokens_[i].term, {"and", "or"})) {
            return true;
        }
    }
    return false;
}

bool NamedSides::are_joined(std::size_t at, bool forth) const {
    bool together = false;
    for (std::size_t n = 1; n <= kReach && (forth ? at + n < end_ : at >= begin_ + n); ++n) {
        const std::size_t i = forth ? at + n : at - n;
        const CompareToken& token = tokens_[i];
        if (sides_[i] == other(sides_[at])) {
            return together;
        }
        const bool measured = token.is_number && i + 1 < end_ && tokens_[i + 1].sign == '%';
        if (token.has(kVerb | kThan | kClause | kChange | kSame | kDiffer) || measured ||
            (token.has(kPlace | kStop) && !token.has(kExample)) || token.sign == '=') {
            return false;
        }
        together = together || is_one_of(token.term, {"and", "or", "nor"}) || token.has(kExample);
    }
    return false;
}

}  // namespace whereof::claim
