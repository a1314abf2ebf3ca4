// SPDX-License-Identifier: MIT
#include "claim/comparison_plans.hpp"

#include "claim/comparison_times.hpp"

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

/// "Were A better than B, …": supposed.
bool is_supposed(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin,
                 std::size_t end) {
    const std::string_view word = tokens[begin].span.of(sentence);
    if (word != "Were" && word != "Had" && word != "Should") {
        return false;
    }
    return find_cue(tokens, {begin + 1, end}, kThan | kBeats) != kNoToken;
}

/// "Some studies favour A, others the reverse", "better in one trial and worse in another"
bool is_divided(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin) {
    constexpr std::size_t kReach = 5;
    bool some = false;
    for (std::size_t i = begin; i + 1 < tokens.size() && tokens[i].sign != '.'; ++i) {
        const std::string_view word = tokens[i].span.of(sentence);
        const bool opens = word == "Some" || word == "some" || word == "one" || word == "One";
        for (std::size_t n = i + 1; opens && n < std::min(tokens.size(), i + kReach); ++n) {
            some = some || tokens[n].has(kWork);
        }
        const bool other_work = word == "other" && tokens[i + 1].has(kWork);
        if (some && (word == "others" || word == "another" || other_work)) {
            return true;
        }
    }
    return false;
}

/// "The advantage of A over B disappeared", "the benefit of A over B was lost"
bool is_undone(const std::vector<CompareToken>& tokens, std::size_t begin, std::size_t end) {
    constexpr std::size_t kReach = 24;  ///< tokens
    bool named = false;
    bool compared = false;
    for (std::size_t i = begin; i < std::min(end, begin + kReach); ++i) {
        const std::string_view term = tokens[i].term;
        named =
            named || (!compared && is_one_of(term, {"advantag", "benefit", "superior", "differ", "gain"}));
        compared = compared || (named && tokens[i].has(kThan));
        if (compared && is_one_of(term, {"disappear", "vanish", "lost", "evapor", "wane"})) {
            return true;
        }
    }
    return false;
}

/// "A was better than B at six weeks but B was better than A at one year": which of the two is not said. Of
/// "for pain" and "for sleep" each stands for itself.
bool takes_back(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin) {
    const auto word = [&](std::size_t i) { return tokens[i].span.of(sentence); };
    while (begin > 0 && tokens[begin - 1].sign != '.') {
        --begin;
    }
    std::size_t first = kNoToken;
    std::size_t joint = kNoToken;
    for (std::size_t i = begin; i + 1 < tokens.size() && tokens[i].sign != '.'; ++i) {
        if (first != kNoToken && is_one_of(word(i), {"for", "in", "on"})) {
            return false;
        }
        joint = first != kNoToken && joint == kNoToken && (tokens[i].has(kClause) || word(i) == "and")
                    ? i
                    : joint;
        if (!tokens[i].has(kThan) || tokens[i + 1].term.empty() || i == begin) {
            continue;
        }
        if (first == kNoToken) {
            first = i;
        } else if (joint != kNoToken) {
            const auto names = [&](TokenRun run, const std::string& term) {
                return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                   tokens.begin() + static_cast<std::ptrdiff_t>(run.end),
                                   [&](const CompareToken& one) { return one.term == term; });
            };
            return word(first - 1) == word(i - 1) && tokens[first + 1].term != tokens[i + 1].term &&
                   names({begin, first}, tokens[i + 1].term) && names({joint, i}, tokens[first + 1].term);
        }
    }
    return false;
}

/// A name of a country or of whom a statement speaks.
bool names_people(std::string_view sentence, const CompareToken& token) {
    const std::string_view word = token.span.of(sentence);
    return token.has(kPeople) || (word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a');
}

/// "A worked better in women than B did in men": of others each.
bool tells_of_others(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin,
                     std::size_t end) {
    constexpr std::size_t kSide = 8;  ///< tokens
    for (std::size_t i = begin + 2; i + 1 < end; ++i) {
        const CompareToken& one = tokens[i - 1];
        const std::string_view place = tokens[i - 2].span.of(sentence);
        const bool whose = tokens[i].has(kThan) && tokens[i - 2].has(kPlace) && names_people(sentence, one) &&
                           !tokens[i + 1].has(kPlace);
        for (std::size_t n = i + 2; whose && n + 1 < std::min(end, i + kSide); ++n) {
            const CompareToken& other = tokens[n + 1];
            if (tokens[n].has(kPlace) && tokens[n].span.of(sentence) == place &&
                names_people(sentence, other) && other.term != one.term) {
                return true;
            }
        }
    }
    return false;
}

/// "…, but no trial has tested this"
bool is_untested(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t end) {
    if (end + 2 >= tokens.size() || !tokens[end].has(kClause) || !tokens[end + 1].has(kAsked) ||
        !tokens[end + 1].term.empty()) {
        return false;
    }
    const std::size_t last = tokens.back().sign == '.' ? tokens.size() - 2 : tokens.size() - 1;
    const std::string_view word = tokens[last].span.of(sentence);
    return word == "this" || word == "that" || word == "it";
}

}  // namespace

bool is_trait(std::string_view sentence, const std::vector<CompareToken>& tokens, TokenRun statement,
              std::size_t event) {
    static constexpr std::array<std::string_view, 7> kGiven{"given",  "receiv", "treat", "prescrib",
                                                            "assign", "offer",  "took"};
    const TokenRun before{statement.begin, event};
    const std::size_t with = find_cue(tokens, before, kVerb | kThan | kStop);
    const std::size_t people = find_cue(tokens, before, kPeople);
    if (with == kNoToken || people == kNoToken || tokens[with].span.of(sentence) != "with") {
        return false;
    }
    const std::size_t verb = find_cue(tokens, {event + 1, statement.end}, kVerb);
    const std::size_t than = find_cue(tokens, {event + 1, statement.end}, kThan);
    if (verb == kNoToken || than == kNoToken || verb > than || than + 1 >= statement.end ||
        tokens[than + 1].has(kPlace)) {
        return false;
    }
    const auto gives = [&](std::size_t i) {
        return i < than && std::ranges::find(kGiven, std::string_view(tokens[i].term)) != kGiven.end();
    };
    const bool main = find_cue(tokens, {event + 1, verb}, kPlace | kStop) == kNoToken;
    return main && (gives(verb) || gives(verb + 1));
}

bool is_withheld(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin,
                 std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (tokens[i].has(kAsked) && (i == 0 || tokens[i - 1].term != "as")) {
            return true;
        }
    }
    if (begin < end && (is_supposed(sentence, tokens, begin, end) || is_divided(sentence, tokens, begin) ||
                        is_undone(tokens, begin, end) || takes_back(sentence, tokens, begin) ||
                        tells_of_others(sentence, tokens, begin, end) || is_untested(sentence, tokens, end) ||
                        changes_with_time(sentence, tokens, begin, end))) {
        return true;
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
