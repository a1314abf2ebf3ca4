// SPDX-License-Identifier: MIT
#include "claim/comparison_denials.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace whereof::claim {
namespace {

/// How many tokens may stand between a "no" and what it denies.
constexpr std::size_t kDenialReach = 5;
constexpr std::size_t kNeitherReach = 9;
/// Between "chose" and "over".
constexpr std::size_t kChoiceReach = 9;

}  // namespace

bool chooses(const std::vector<CompareToken>& tokens, std::size_t i, std::size_t end) {
    for (std::size_t n = i + 1; n < std::min(end, i + kChoiceReach); ++n) {
        if (tokens[n].has(kThan)) {
            return true;
        }
        if (tokens[n].has(kChange | kDiffer | kSame | kStop | kClause) && !tokens[n].has(kPlace)) {
            return false;
        }
    }
    return false;
}

/// "lack of", "absence of"
bool DenialReader::names_absence(std::size_t i) const { return i + 1 < end_ && tokens_[i + 1].term == "of"; }

bool DenialReader::undoes(const std::string& term) {
    static constexpr std::array<std::string_view, 4> kSecond{"fail", "lack", "without", "unabl"};
    return std::ranges::find(kSecond, std::string_view(term)) != kSecond.end();
}

/// Past ", as many believe,"; of "not B, but A" nothing is passed.
std::size_t DenialReader::past_insertion(std::size_t i) const {
    if (i >= end_ || tokens_[i].sign != ',') {
        return i;
    }
    for (std::size_t n = i + 1; n < std::min(end_, i + kNeitherReach + 1); ++n) {
        if (tokens_[n].sign == ',') {
            return n + 1;
        }
    }
    return i;
}

Denial DenialReader::read(std::size_t i) const {
    const bool neither = tokens_[i].term == "neither";
    const std::size_t reach = neither ? kNeitherReach : kDenialReach;
    const std::size_t from = past_insertion(i + 1);
    for (std::size_t n = from; n < std::min(end_, from + reach); ++n) {
        const CompareToken& token = tokens_[n];
        if (!neither && n <= i + 2 && undoes(token.term)) {
            return {n + 1, {}};  // "did not fail to", "not without"
        }
        if (token.has(kVerb) && names_absence(i)) {
            break;  // "lack of efficacy was more common"
        }
        if (is_one_of(token.term, {"onli", "therefor", "thu", "henc"}) || token.has(kClause | kThan) ||
            token.sign == ';' || token.sign == '.' || (token.sign == ',' && !neither)) {
            break;
        }
        if (is(n, kDiffer | kChange | kSame | kInsignificant)) {
            std::size_t at = n;
            // "did not improve or reduce", "no greater reduction": the last of a run.
            while (at + 1 < end_ && at < n + 2 && is(at + 1, kDiffer | kChange)) {
                ++at;
            }
            return {at + 1, CompareEvent{at, i, 0, false, 0}};
        }
        if (is(n, kPrefer) && chooses(tokens_, n, end_)) {
            return {n + 1, CompareEvent{n, i, 0, false, 0}};
        }
        if (token.has(kGroup) && neither) {
            return {n + 1, CompareEvent{n, i, 0, false, 0}};
        }
    }
    return of_all_groups(i);
}

/// "No serious events were seen in either group."
Denial DenialReader::of_all_groups(std::size_t i) const {
    for (std::size_t n = i + 1; n + 1 < end_; ++n) {
        const std::string& term = tokens_[n].term;
        if (tokens_[n].sign == ';' || tokens_[n].sign == '.' || tokens_[n].has(kClause)) {
            break;
        }
        const bool all = term == "either" || term == "ani" || term == "both" || term == "two";
        if (all && tokens_[n + 1].has(kGroup)) {
            return {i + 1, CompareEvent{i, i, 0, false, 0}};
        }
    }
    return {i + 1, {}};
}

}  // namespace whereof::claim
