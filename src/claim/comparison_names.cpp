// SPDX-License-Identifier: MIT
#include "claim/comparison_names.hpp"

#include "claim/comparison_outcome.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::claim {

std::size_t SentenceNames::side_in(TokenRun run, std::size_t place) const {
    const bool any = place < tokens_.size() && is_of(place);
    for (std::size_t i = run.end - 1; !run.empty() && i > run.begin; --i) {
        if (tokens_[i - 1].has(kPlace) && (any || !is_of(i - 1))) {
            return i;
        }
    }
    return kNoToken;
}

TokenRun SentenceNames::side_at(std::size_t begin, std::size_t end) const {
    const auto leads = [&](std::size_t i) {
        const bool that = word(i) == "that" && has(i + 1, kPlace);  // "similar to that with B"
        return that || tokens_[i].has(kPlace) || is_term(i, "did") || is_term(i, "do");
    };
    while (begin < end && leads(begin)) {
        ++begin;
    }
    std::size_t at = begin;
    // "those who were told to wait": the rest of a relative clause belongs to the name.
    for (std::size_t who = begin + 1; who < std::min(end, begin + 3); ++who) {
        if (is_who(who) && !tokens_[who - 1].has(kVerb | kThan) && tokens_[who - 1].sign == '\0') {
            at = who + 1;
            while (at < end && tokens_[at].has(kVerb)) {
                ++at;
            }
            break;
        }
    }
    while (at < end && at < begin + kLongestName) {
        const CompareToken& token = tokens_[at];
        if (at > begin && names_group(at)) {
            ++at;
            continue;
        }
        const bool ends = token.sign != '\0' || (token.has(kStop) && !(at > begin && is_given(at - 1))) ||
                          token.has(kThan | kPValue | kClause) || (token.has(kVerb) && at > begin) ||
                          (token.has(kPlace) && at > begin && !is_of(at) && !is_given(at - 1));
        if (ends) {
            break;
        }
        ++at;
    }
    return {begin, at};
}

bool SentenceNames::names_group(std::size_t i) const {
    if (tokens_[i].has(kPlace) && word(i - 1) == "those") {
        return true;
    }
    if (!tokens_[i].has(kPlace) || !tokens_[i - 1].has(kPeople | kGroup)) {
        return false;
    }
    const std::string_view name = word(i);
    const std::size_t reach = std::min(tokens_.size(), i + 6);
    std::size_t end = i + 1;
    while (end < reach && tokens_[end].sign == '\0' && !tokens_[end].has(kPlace | kThan | kVerb | kPeople)) {
        ++end;
    }
    return is_given(i) || name == "taking" || name == "receiving" || name == "on" ||
           (name == "in" && find_cue(tokens_, {i + 1, end}, kGroup) != kNoToken);
}

bool SentenceNames::is_given(std::size_t i) const {
    static constexpr std::string_view kGiven[] = {"treat", "random", "assign", "alloc", "submit", "expos",
                                                  "given", "receiv", "start",  "refer", "manag"};
    return std::find(std::begin(kGiven), std::end(kGiven), tokens_[i].term) != std::end(kGiven);
}

bool SentenceNames::is_of(std::size_t i) const {
    const std::string_view name = word(i);
    return name == "of" || name == "to";
}

TokenRun SentenceNames::subject(TokenRun statement, std::size_t until) const {
    std::size_t begin = statement.begin;
    while (begin < until && (is_term(begin, "neither") || is_term(begin, "both"))) {
        ++begin;
    }
    std::size_t end = begin;
    while (end < until && !(tokens_[end].has(kVerb | kHedge | kClause) && end > begin) &&
           tokens_[end].sign != ';') {
        ++end;
    }
    // "NSAIDs, including COX-2 inhibitors, reduced": the examples are not the name.
    for (std::size_t i = begin + 1; i < end; ++i) {
        if (tokens_[i].has(kExample) && tokens_[i - 1].sign == ',') {
            end = i - 1;
        }
    }
    // "People who began PT …": the rest of a relative clause belongs to the name.
    if (end < until && end > begin && (is_who(end - 1))) {
        ++end;
        while (end < until && !tokens_[end].has(kVerb) && tokens_[end].sign == '\0') {
            ++end;
        }
    }
    return without_population(trimmed({begin, end}));
}

TokenRun SentenceNames::population(TokenRun run) const {
    for (const Population& one : populations_) {
        if (one.whole.begin >= run.begin && one.whole.begin < run.end && !one.name.empty()) {
            return one.name;
        }
    }
    return {};
}

TokenRun SentenceNames::without_population(TokenRun run) const {
    for (const Population& one : populations_) {
        if (one.whole.begin <= run.begin && run.begin < one.whole.end) {
            run.begin = one.whole.end;
        } else if (one.whole.begin > run.begin && one.whole.begin < run.end) {
            run.end = one.whole.begin;
        }
    }
    return run;
}

TokenRun SentenceNames::without_second(TokenRun run) const {
    for (std::size_t i = run.begin + 1; i < run.end; ++i) {
        if (tokens_[i].has(kAlong)) {
            run.end = i;
        }
    }
    return run;
}

bool SentenceNames::is_who(std::size_t i) const {
    const std::string_view name = word(i);
    return name == "who" || name == "that" || name == "which";
}

TokenRun SentenceNames::trimmed(TokenRun run) const {
    const auto empty = [&](std::size_t i) {
        return tokens_[i].sign != '\0' || tokens_[i].has(kClause) || is_article(i);
    };
    while (!run.empty() && empty(run.begin)) {
        ++run.begin;
    }
    while (!run.empty() && (tokens_[run.end - 1].sign == ',' || tokens_[run.end - 1].sign == '(' ||
                            tokens_[run.end - 1].has(kPlace | kSignificant) || is_article(run.end - 1) ||
                            is_term(run.end - 1, "and"))) {
        --run.end;
    }
    return run;
}

bool SentenceNames::joins_change(std::size_t i) const {
    return (is_term(i, "and") || is_term(i, "or")) && has(i + 1, kChange) && !has(i + 1, kNoun);
}

bool SentenceNames::is_infinitive(std::size_t i) const {
    return i > 1 && tokens_[i].has(kVerb) && word(i - 1) == "to" && tokens_[i - 2].has(kChange) &&
           !is_term(i, "work");
}

bool SentenceNames::is_article(std::size_t i) const {
    const std::string_view name = word(i);
    const bool opens = i == 0 || tokens_[i - 1].sign == '.';  // "Drug A" has no article
    return name == "the" || name == "a" || name == "an" ||
           (name == "The" || name == "An" || (name == "A" && opens));
}

std::string SentenceNames::text_of(TokenRun run) const {
    run = trimmed(run);
    if (run.empty()) {
        return {};
    }
    const Span span{tokens_[run.begin].span.begin, tokens_[run.end - 1].span.end};
    if (span.end < span.begin) {
        return {};  // of two halves of a sentence (comparison_halves.hpp)
    }
    std::string out;
    for (const char c : span.of(sentence_)) {
        out += text::is_ascii_space(c) ? ' ' : c;
    }
    return out;
}

std::vector<std::string> SentenceNames::terms_of(TokenRun run) const {
    std::vector<std::string> out;
    for (std::size_t i = run.begin; i < run.end; ++i) {
        if (!tokens_[i].term.empty()) {
            out.push_back(tokens_[i].term);
        }
    }
    return out;
}

std::vector<std::string> SentenceNames::outcome_terms(TokenRun run) const {
    std::vector<std::string> out;
    for (std::size_t i = run.begin; i < run.end; ++i) {
        if (word(i) == "no") {
            return {};
        }
        const bool did = i > run.begin && word(i - 1) == "did";
        if (word(i) == "not" && !did) {  // "CRP but not fibrinogen"
            break;
        }
        const bool limited = i + 1 < tokens_.size() &&  // "LVEF < 30%" is none of LVEF
                             (tokens_[i + 1].sign == '<' || tokens_[i + 1].sign == '>');
        if (!tokens_[i].term.empty() && !is_valued_verb(i) && !limited) {
            out.push_back(tokens_[i].term);
        }
    }
    return out;
}

bool SentenceNames::is_valued_verb(std::size_t i) const {
    return tokens_[i].has(kVerb) && word(i) != "work" && outcome_value({tokens_[i].term}) != 0;
}

bool SentenceNames::is_amount_of_time(std::size_t i) const {
    const bool unit = is_one_of(tokens_[i].term, {"hour", "day", "dai", "week", "month", "year"});
    const bool count = i > 0 && (tokens_[i - 1].is_number ||
                                 is_one_of(lower_word(i - 1), {"a", "one", "two", "three", "four", "five",
                                                               "six", "seven", "ten", "several"}));
    return unit && count && is_one_of(lower_word(i + 1), {"earlier", "sooner", "later", "faster", "longer"});
}

TokenRun SentenceNames::without_amount(TokenRun run) const {
    const bool amount = run.end > run.begin + 1 && is_amount_of_time(run.end - 1);
    return amount ? TokenRun{run.begin, run.end - 2} : run;
}

bool SentenceNames::name_something(TokenRun run) const {
    for (std::size_t i = run.begin; i < run.end; ++i) {
        const CompareToken& token = tokens_[i];
        if (!token.term.empty() && !token.is_number && !text::is_stop_term(token.term) &&
            !token.has(kVerb | kChange)) {
            return true;
        }
    }
    return false;
}

TokenRun SentenceNames::name_before(std::size_t than, TokenRun statement) const {
    std::size_t begin = than;
    while (begin > statement.begin && begin + kLongestName > than) {
        const CompareToken& token = tokens_[begin - 1];
        if (token.sign != '\0' || token.has(kVerb | kStop | kClause | kPlace | kAsked)) {
            break;
        }
        --begin;
    }
    return trimmed({begin, than});
}

TokenRun SentenceNames::outcome_behind(std::size_t from, std::size_t end) const {
    std::size_t begin = from;
    const auto empty = [&](std::size_t i) {
        return tokens_[i].has(kPlace | kSignificant) || is_term(i, "term") || is_of(i) ||
               tokens_[i].sign == ',' || is_article(i) || is_infinitive(i);
    };
    while (begin < end) {
        const std::size_t past = without_population({begin, end}).begin;
        if (past == begin && !empty(begin)) {
            break;
        }
        begin = past > begin ? past : begin + 1;
    }
    std::size_t at = begin;
    while (at < end && at < begin + kLongestName && tokens_[at].sign == '\0' &&
           !tokens_[at].has(kStop | kThan | kPValue | kVerb | kClause | kAlong) &&
           !(tokens_[at].has(kPlace) && !is_of(at) && !(at > begin && is_term(at - 1, "need"))) &&
           !joins_change(at)) {
        ++at;
    }
    return {begin, at};
}

}  // namespace whereof::claim
