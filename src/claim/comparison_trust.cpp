// SPDX-License-Identifier: MIT
#include "claim/comparison_trust.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace whereof::claim {
namespace {

constexpr std::size_t kPlainName = 8;  ///< tokens of a name that may hold a comma

}  // namespace

bool SideTrust::has_comma(TokenRun run) const {
    for (std::size_t i = run.begin; i < run.end; ++i) {
        if (tokens_[i].sign == ',') {
            return true;
        }
    }
    return false;
}

double SideTrust::of_side(TokenRun side) const {
    static constexpr std::string_view kPointing[] = {"this", "these", "it",   "they",  "there", "we",
                                                     "our",  "which", "that", "their", "its",   "both"};
    side = names_.trimmed(side);
    if (side.empty()) {
        return 1.0;
    }
    const std::string first = text::ascii_lower(tokens_[side.begin].span.of(sentence_));
    const bool share =
        side.begin + 1 < side.end && tokens_[side.begin].is_number && tokens_[side.begin + 1].sign == '%';
    if (share || (side.end - side.begin > kPlainName && has_comma(side))) {
        return kDoubtful;
    }
    const bool points = std::find(std::begin(kPointing), std::end(kPointing), first) != std::end(kPointing);
    bool relative = false;
    for (std::size_t i = side.begin; i < side.end; ++i) {
        const CompareToken& token = tokens_[i];
        relative = relative || token.has(kStop);
        const bool told =
            i + 1 < side.end && i < side.begin + 3 && tokens_[i + 1].span.of(sentence_).ends_with("ed");
        const bool head =
            told || i + 1 == side.end || tokens_[i + 1].has(kPlace | kStop) || names_.is_of(i + 1);
        if ((token.has(kWork) && head) || token.has(kBefore) || token.has(kThan) ||
            (token.has(kNegation) && token.term != "nor") || (token.has(kVerb) && !relative)) {
            return kDoubtful;
        }
    }
    return points || side.end - side.begin > kLongestName ? kDoubtful : 1.0;
}

bool SideTrust::match(TokenRun first, TokenRun second) const {
    first = names_.trimmed(first);
    second = names_.trimmed(second);
    if (first.empty() || second.empty()) {
        return true;
    }
    const bool people = tokens_[first.end - 1].has(kPeople) && first.end - first.begin == 1;
    const bool those =
        find_cue(tokens_, second, kPeople | kGroup) != kNoToken || names_.is_term(second.begin, "those");
    const bool number = tokens_[second.begin].is_number && second.end - second.begin < 3;
    return !(people && !those) && !number && names_.terms_of(first) != names_.terms_of(second);
}

bool SideTrust::is_insignificant(std::size_t at) const {
    for (std::size_t i = at; i < tokens_.size() && tokens_[i].sign != '.'; ++i) {
        if (tokens_[i].has(kSignificant | kInsignificant)) {
            return tokens_[i].has(kInsignificant);
        }
    }
    return false;
}

}  // namespace whereof::claim
