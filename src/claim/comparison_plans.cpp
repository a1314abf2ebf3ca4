// SPDX-License-Identifier: MIT
#include "claim/comparison_plans.hpp"

#include <algorithm>
#include <array>

namespace whereof::claim {

bool is_plan(const std::vector<CompareToken>& tokens, std::size_t begin, std::size_t end) {
    const auto has = [&](std::size_t i, std::uint32_t cue) {
        return i >= begin && i < end && tokens[i].has(cue);
    };
    const auto is = [&](std::size_t i, std::string_view term) {
        return i >= begin && i < end && tokens[i].term == term;
    };
    bool compares = false;
    bool randomises = false;
    for (std::size_t i = begin; i < end; ++i) {
        compares = compares || tokens[i].has(kThan | kPValue | kSignificant | kInsignificant);
        const bool power = is(i, "power") && i > begin && tokens[i - 1].sign == '%';
        if (tokens[i].has(kPlan) || power) {
            return true;
        }
        if (is(i, "baselin")) {
            static constexpr std::array<std::string_view, 7> kTaken{"from", "for",  "with",  "of",
                                                                    "to",   "than", "versus"};
            const std::string_view before = i > begin ? std::string_view(tokens[i - 1].term) : "";
            const bool taken = std::ranges::find(kTaken, before) != kTaken.end() || has(i - 1, kThan);
            const bool at = before == "at" && !(i > begin + 1 && has(i - 2, kThan));
            bool other_time = false;  // "at baseline or at 12 weeks", "from 5 at baseline to 3"
            for (std::size_t n = begin; n < end; ++n) {
                other_time = other_time || is(n, "week") || is(n, "month") || is(n, "year") || is(n, "dai") ||
                             is(n, "day") || is(n, "after") || is(n, "follow") || is(n, "from") ||
                             is(n, "posttest") || is(n, "but");
            }
            const bool traits = is(i + 1, "characterizt") || is(i + 1, "demograph") || is(i + 1, "variabl") ||
                                is(i + 1, "featur") || is(i + 1, "differ") || is(i + 1, "data");
            const bool leads = i <= begin + 1 && !is(i + 1, "adjust");  // "Baseline scores were similar"
            if (((at && !other_time) || traits || leads) && !(taken && !at)) {
                return true;
            }
        }
        const bool random = is(i, "random") || is(i, "randomli") || is(i, "alloc") || is(i, "assign");
        const bool relative = i > begin + 1 && has(i - 2, kStop);  // "who were randomised"
        randomises = randomises || (random && has(i - 1, kVerb) && !relative);
    }
    return randomises && !compares;
}

namespace {

/// "not shown that", "none of the reviews found that": what a "no" stands before is not asserted.
bool denies_what_follows(std::string_view sentence, const std::vector<CompareToken>& tokens,
                         std::size_t begin, std::size_t end) {
    constexpr std::size_t kOpening = 14;
    bool denied = false;
    for (std::size_t i = begin; i + 1 < std::min(end, begin + kOpening); ++i) {
        if (tokens[i].has(kChange | kDiffer | kSame | kInsignificant | kThan)) {
            return false;
        }
        if (denied && tokens[i].span.of(sentence) == "that" && !tokens[i + 1].has(kPlace)) {
            return true;
        }
        denied = denied || (tokens[i].has(kNegation) && tokens[i].term != "without") ||
                 (i == begin && tokens[i].term == "few");  // "Few believe that"
    }
    return false;
}

/// "not noninferior", "failed to show non-inferiority": neither better nor worse nor the same.
bool denies_noninferiority(std::string_view sentence, const std::vector<CompareToken>& tokens,
                           std::size_t begin, std::size_t end) {
    constexpr std::size_t kReach = 5;
    for (std::size_t i = begin; i < end; ++i) {
        const std::string_view word = tokens[i].span.of(sentence);
        const bool noninferior = tokens[i].has(kSame) && word.find("nferior") != std::string_view::npos &&
                                 (word.starts_with("non") || word.starts_with("Non"));
        for (std::size_t n = i > begin + kReach ? i - kReach : begin; noninferior && n < i; ++n) {
            if (tokens[n].has(kNegation)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

bool is_withheld(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin,
                 std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (tokens[i].has(kAsked) && (i == 0 || tokens[i - 1].term != "as")) {
            return true;
        }
    }
    if (denies_what_follows(sentence, tokens, begin, end) ||
        denies_noninferiority(sentence, tokens, begin, end)) {
        return true;
    }
    // "…, but this is unproven"
    const auto pointing = [&](std::size_t i) {
        const std::string_view word = i < tokens.size() ? tokens[i].span.of(sentence) : std::string_view();
        return word == "this" || word == "that";
    };
    if (end + 3 < tokens.size() && tokens[end].has(kClause) && pointing(end + 1) &&
        find_cue(tokens, {end + 2, std::min(end + 5, tokens.size())}, kAsked) != kNoToken) {
        return true;
    }
    // The mark stands behind the statement.
    return end > begin && (tokens[end - 1].span.of(sentence) == "?" ||
                           (end < tokens.size() && tokens[end].span.of(sentence) == "?"));
}

}  // namespace whereof::claim
