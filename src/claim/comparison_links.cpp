// SPDX-License-Identifier: MIT
#include "claim/comparison_links.hpp"

#include <algorithm>

namespace whereof::claim {

bool denies_gain(std::string_view phrase) {
    return phrase.ends_with("advantage") || phrase.ends_with("benefit") || phrase.ends_with("superiority");
}

/// "Furthermore", "Notably"
bool StatementLinks::leads_on(std::size_t i) const {
    static constexpr std::string_view kWords[] = {"Furthermore", "Moreover",  "First",  "Second", "Third",
                                                  "Again",       "Therefore", "Indeed", "Hence"};
    const std::string_view name = word(i);
    return name.ends_with("ly") || std::find(std::begin(kWords), std::end(kWords), name) != std::end(kWords);
}

bool StatementLinks::reports(std::string_view word) {
    static constexpr std::string_view kWords[] = {"show",  "shows",    "showed",  "found",
                                                  "finds", "reported", "suggest", "suggests"};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

/// Is what follows a name and what is said of it: "A to be better", "A more effective"?
bool StatementLinks::has_be(std::size_t from, std::size_t end) const {
    const std::size_t said = find_cue(tokens_, {from, end}, kVerb | kChange | kSame | kNegation);
    return said != kNoToken && said > from && find_cue(tokens_, {from, said}, kPlace) + 1 >= said &&
           find_cue(tokens_, {said, end}, kThan | kBeats) != kNoToken;
}

std::size_t StatementLinks::after_report(TokenRun statement) const {
    const std::size_t half =
        statement.begin + std::min<std::size_t>(12, (statement.end - statement.begin) / 2 + 1);
    std::size_t begin = past_concession(statement);
    while (begin < statement.end && (tokens_[begin].has(kClause) || tokens_[begin].sign != '\0')) {
        ++begin;
    }
    if (begin + 2 < statement.end && tokens_[begin + 1].sign == ',' && leads_on(begin)) {
        begin += 2;  // "Furthermore, …"
    }
    for (std::size_t i = begin; i < half; ++i) {
        const bool points = i > begin && has(i - 1, kThan | kPlace) && has(i + 1, kPlace);
        if (word(i) == "that" && !points) {  // no "similar to that with B"
            return i + 1;
        }
    }
    const std::size_t said = past_reporting({begin, statement.end}, half);
    return said != begin ? said : past_opening({begin, statement.end}, half);
}

/// The comma of "Although A is cheap, …".
std::size_t StatementLinks::past_concession(TokenRun statement) const {
    if (is_one_of(word(statement.begin), {"Although", "While", "Though", "Whereas"})) {
        for (std::size_t i = statement.begin; i < statement.end; ++i) {
            if (tokens_[i].sign == ',') {
                return i;
            }
        }
    }
    return statement.begin;
}

/// Past "Trials show" of "Trials show A to be", "A review found" of "A review found A more effective".
std::size_t StatementLinks::past_reporting(TokenRun statement, std::size_t half) const {
    for (std::size_t i = statement.begin; i + 2 < half; ++i) {
        if (tokens_[i].sign != '\0' || tokens_[i].has(kThan | kChange | kSame | kDiffer)) {
            break;
        }
        if (tokens_[i].has(kWork) && reports(word(i + 1)) && has_be(i + 2, statement.end)) {
            return i + 2;
        }
    }
    return statement.begin;
}

/// Past "According to a 2023 meta-analysis,".
std::size_t StatementLinks::past_opening(TokenRun statement, std::size_t half) const {
    static constexpr std::string_view kOpenings[] = {"In",    "According", "For",     "At",       "After",
                                                     "Among", "However",   "Overall", "Moreover", "Also",
                                                     "Thus",  "With",      "By"};
    const std::size_t begin = statement.begin;
    const std::string_view first = begin < statement.end ? word(begin) : std::string_view();
    if (std::find(std::begin(kOpenings), std::end(kOpenings), first) != std::end(kOpenings)) {
        for (std::size_t i = begin; i < half; ++i) {
            if (tokens_[i].has(kThan) && !has(i + 1, kBefore) && word(i) != "over") {
                break;  // "For A versus B, …"
            }
            if (tokens_[i].sign == ',') {
                return i + 1;
            }
        }
    }
    return begin;
}

std::size_t StatementLinks::find_than(TokenRun statement) const {
    for (std::size_t i = statement.begin; i + 1 < statement.end; ++i) {
        if (!tokens_[i].has(kThan) || is_count(i + 1) || tokens_[i + 1].sign != '\0' || has(i + 1, kBefore) ||
            (i > 0 && tokens_[i - 1].term == "other") || (has(i + 1, kPlace) && has(i + 2, kBefore))) {
            continue;
        }
        const std::string_view name = word(i);
        if (name == "against" && find_cue(tokens_, {statement.begin, i}, kBeats | kPrefer) == kNoToken) {
            continue;  // "effective against"
        }
        const bool preferring = name == "over" || name == "against";
        if (preferring) {
            const std::size_t from = i > statement.begin + 8 ? i - 8 : statement.begin;
            if ((find_cue(tokens_, {from, i}, kBetter | kWorse | kPrefer) == kNoToken &&
                 !prefers({from, i})) ||
                names_a_time(i + 1)) {
                continue;
            }
        }
        return i;
    }
    return kNoToken;
}

bool StatementLinks::name_several(TokenRun statement) const {
    std::size_t last = kNoToken;
    for (std::size_t i = statement.begin; i < statement.end; ++i) {
        const CompareToken& token = tokens_[i];
        if (token.has(kThan) && !token.has(kContrast)) {
            if (last != kNoToken && i > last + 1 && token.span.of(sentence_) == word(last)) {
                return true;
            }
            last = i;
        } else if (token.has(kVerb | kChange | kSame | kDiffer | kPlace | kPValue) || token.is_number ||
                   token.sign != '\0') {
            last = kNoToken;
        }
    }
    return false;
}

/// "more than 30 %", "no more than twice"
bool StatementLinks::is_count(std::size_t i) const {
    static constexpr std::string_view kCounts[] = {"one",  "two",  "three", "four",  "five",  "six",
                                                   "half", "once", "twice", "seven", "eight", "ten"};
    return tokens_[i].is_number ||
           std::find(std::begin(kCounts), std::end(kCounts), word(i)) != std::end(kCounts);
}

/// "improved over the 12 weeks", "over time"
bool StatementLinks::names_a_time(std::size_t begin) const {
    static constexpr std::string_view kTimes[] = {"time",  "week",   "month", "year", "dai",    "day",
                                                  "cours", "period", "past",  "next", "follow", "hour"};
    for (std::size_t i = begin; i < std::min(tokens_.size(), begin + 4) && tokens_[i].sign == '\0'; ++i) {
        if (std::find(std::begin(kTimes), std::end(kTimes), tokens_[i].term) != std::end(kTimes)) {
            return true;
        }
    }
    return false;
}

bool StatementLinks::prefers(TokenRun run) const {
    for (std::size_t i = run.begin; i < run.end; ++i) {
        const std::string& term = tokens_[i].term;
        if (tokens_[i].has(kSame) && denies_gain(word(i))) {
            return true;
        }
        if (term == "recommend" || term == "advis" || term == "choos" || term == "prefer" ||
            term == "advantag") {
            return true;
        }
    }
    return false;
}

}  // namespace whereof::claim
