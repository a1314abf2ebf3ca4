// SPDX-License-Identifier: MIT
#include "claim/comparison_tests.hpp"

#include "claim/comparison_ratios.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::claim {
namespace {

/// Tokens between "CI" or "RR" and the last of its numbers.
constexpr std::size_t kNumberReach = 14;
/// Tokens of a statement that takes another back.
constexpr std::size_t kLongestRetraction = 16;

}  // namespace

StatedTests::Found StatedTests::behind(std::size_t from, TokenRun statement) const {
    for (std::size_t i = from; i < statement.end; ++i) {
        if (tokens_[i].has(kPValue) && tokens_[i].has(kSignificant | kInsignificant)) {
            return {tokens_[i].has(kSignificant) ? 1 : -1, i};
        }
        if (tokens_[i].has(kInsignificant)) {
            return {-1, i};
        }
    }
    return measured(from, statement);
}

StatedTests::Found StatedTests::measured(std::size_t from, TokenRun statement) const {
    for (std::size_t i = from; i < statement.end; ++i) {
        if (tokens_[i].has(kPValue) && tokens_[i].has(kSignificant | kInsignificant)) {
            return {tokens_[i].has(kSignificant) ? 1 : -1, i};
        }
    }
    const Found found = interval(from);
    return found.verdict != 0 ? found : taken_back(from, statement);
}

bool StatedTests::calls_significant(std::size_t event, TokenRun statement) const {
    for (std::size_t i = statement.begin; i < std::min(statement.end, event + 3); ++i) {
        if (tokens_[i].has(kSignificant) && !tokens_[i].has(kPValue)) {
            return true;
        }
    }
    return false;
}

bool StatedTests::is_ratio(std::size_t i) const {
    return (tokens_[i].has(kRatio) && !tokens_[i].has(kDiffer)) || tokens_[i].term == "ratio";
}

/// Levels as "95 %" are none, nor is what has a unit.
std::vector<double> StatedTests::numbers_behind(std::size_t i, std::size_t most) const {
    std::vector<double> out;
    const std::size_t end = std::min(tokens_.size(), i + kNumberReach);
    for (std::size_t n = i + 1; n < end && out.size() < most; ++n) {
        if (tokens_[n].sign == '.' || tokens_[n].has(kClause | kPValue)) {
            break;
        }
        const bool level = n + 1 < tokens_.size() && tokens_[n + 1].sign == '%' && tokens_[n].value >= 80.0;
        if (tokens_[n].is_number && !level && !(is_ratio(i) && tokens_[n].has_unit)) {
            out.push_back(tokens_[n].value);
        }
    }
    return out;
}

/// An interval of a ratio that holds 1, or of a difference that holds 0, shows none.
StatedTests::Found StatedTests::interval(std::size_t from) const {
    for (std::size_t i = from; i < tokens_.size() && tokens_[i].sign != '.' && !tokens_[i].has(kClause);
         ++i) {
        const bool ci = tokens_[i].term == "ci" || tokens_[i].term == "interv";
        if (is_ratio(i)) {
            const auto n = numbers_behind(i, 3);
            if (n.size() == 3 && n[1] <= n[0] && n[0] <= n[2] && n[1] >= 0.0 && n[2] <= kMostRatio) {
                return {n[1] <= 1.0 && n[2] >= 1.0 ? -1 : 1, i};
            }
        } else if (ci) {
            const auto n = numbers_behind(i, 2);
            if (n.size() == 2 && n[0] < n[1] && n[0] < 0.0) {
                return {n[1] >= 0.0 ? -1 : 1, i};
            }
        }
    }
    return {};
}

bool StatedTests::names_new(std::size_t i, TokenRun statement) const {
    const CompareToken& token = tokens_[i];
    if (token.term.empty() || token.is_number || token.cues != 0 || text::is_stop_term(token.term) ||
        token.term == "statist") {
        return false;
    }
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(statement.begin);
    const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(statement.end);
    return std::none_of(begin, end, [&](const CompareToken& one) { return one.term == token.term; });
}

StatedTests::Found StatedTests::taken_back(std::size_t from, TokenRun statement) const {
    std::size_t begin = from;
    while (begin < statement.end && !tokens_[begin].has(kClause)) {
        ++begin;
    }
    if (begin >= tokens_.size() || !(tokens_[begin].has(kClause) || tokens_[begin].sign == ';')) {
        return {};
    }
    statement.end = begin;
    Found found;
    for (std::size_t i = begin; i < tokens_.size(); ++i) {
        const bool ends = tokens_[i].sign == ';' || tokens_[i].sign == '.' || tokens_[i].has(kClause);
        if (ends && i > begin) {
            break;
        }
        if (i > begin + kLongestRetraction || names_new(i, statement)) {
            return {};
        }
        if (tokens_[i].has(kInsignificant) && found.verdict == 0) {
            found = {-1, i};
        }
    }
    return found;
}

}  // namespace whereof::claim
