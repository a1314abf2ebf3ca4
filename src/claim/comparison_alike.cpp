// SPDX-License-Identifier: MIT
#include "claim/comparison_alike.hpp"

#include "claim/comparison_outcome.hpp"

#include <algorithm>
#include <array>

namespace whereof::claim {

namespace {

/// "as safe as", "to the same extent as", "on a par with": the second side stands right behind.
bool alikens(std::string_view words) {
    return words.ends_with(" as") || words.ends_with(" to") || words.ends_with(" with");
}

}  // namespace

std::optional<ComparedParts> AlikeReader::read(TokenRun statement,
                                               const std::vector<CompareEvent>& events) const {
    if (auto parts = read_between(statement, events)) {
        return parts;
    }
    if (auto parts = read_as_as(statement)) {
        return parts;
    }
    for (const CompareEvent& event : events) {
        if (event.sign != 0) {
            break;
        }
        if (auto parts = read_from(statement, event)) {
            return parts;
        }
        if (auto parts = read_pair(statement, event)) {
            return parts;
        }
    }
    return std::nullopt;
}

/// "no difference between A and B in O", "no difference in O between A and B"
std::optional<ComparedParts> AlikeReader::read_between(TokenRun statement,
                                                       const std::vector<CompareEvent>& events) const {
    std::size_t between = kNoToken;
    for (std::size_t i = statement.begin; i < statement.end && between == kNoToken; ++i) {
        between = names_.is_term(i, "between") ? i : between;
    }
    if (between == kNoToken || events.empty()) {
        return std::nullopt;
    }
    const CompareEvent* event = nullptr;
    for (const CompareEvent& one : events) {
        event = one.at < between ? &one : event;
    }
    for (std::size_t i = statement.begin; i < between; ++i) {
        if (tokens_[i].term.starts_with("correl") || tokens_[i].term == "relationship") {
            return ComparedParts{};  // of two measures, which are no alternatives
        }
    }
    std::size_t joint = between + 1;
    while (joint < statement.end && !names_.is_term(joint, "and") && tokens_[joint].sign == '\0' &&
           joint < between + kLongestName) {
        ++joint;
    }
    if (event == nullptr || event->sign != 0 || !names_.is_term(joint, "and")) {
        return std::nullopt;
    }
    const TokenRun second = names_.side_at(joint + 1, statement.end);
    TokenRun outcome = names_.outcome_behind(event->at + 1, between);
    if (outcome.empty()) {
        outcome = names_.outcome_behind(second.end, statement.end);
    }
    return ComparedParts{names_.trimmed({between + 1, joint}), second, outcome, *event, between, 0.9};
}

/// "A is as effective as B (for O)", "A is no better than B" comes by read_than.
std::optional<ComparedParts> AlikeReader::read_as_as(TokenRun statement) const {
    for (std::size_t i = statement.begin + 1; i + 1 < statement.end; ++i) {
        const std::string_view words = word(i);
        const bool as_as = tokens_[i].has(kSame) && alikens(words);
        const std::string_view next = word(i + 1);
        const bool similar =
            is_likeness(i) && (next == "to" || (next == "with" && words.starts_with("compar")));
        if (as_as || similar) {
            const CompareEvent event{i, i, 0, false, 0};
            const std::size_t behind = as_as ? i + 1 : i + 2;
            const TokenRun second = names_.side_at(behind, statement.end);
            const TokenRun subject = names_.subject(statement, i);
            const std::size_t side = word(behind) == "that" ? names_.side_in(subject, behind + 1) : kNoToken;
            if (side != kNoToken) {  // "O with A was similar to that with B"
                return ComparedParts{
                    {side, subject.end}, second, {subject.begin, side - 1}, event, kNoToken, 0.8};
            }
            return ComparedParts{subject, second,   names_.outcome_behind(second.end, statement.end),
                                 event,   kNoToken, 0.8};
        }
    }
    return std::nullopt;
}

/// "A was similar to B"; of "an effect similar to that of C" and "not associated with O" nothing is one.
bool AlikeReader::is_likeness(std::size_t i) const {
    if (!tokens_[i].has(kSame) || tokens_[i].has(kNegation)) {
        return false;
    }
    const std::string_view words = word(i);
    const bool denied = words.starts_with("no ") || words.starts_with("not ");
    if (denied && words != "no different" && words != "not inferior" && words != "not different") {
        return false;
    }
    for (std::size_t n = i > 2 ? i - 2 : 0; n < i; ++n) {
        if (tokens_[n].has(kVerb)) {
            return true;
        }
    }
    return false;
}

bool AlikeReader::denies_difference(const CompareEvent& event) const {
    const std::string_view phrase = word(event.at);
    return tokens_[event.at].term.starts_with("differ") || phrase.find("differ") != std::string_view::npos ||
           phrase == "indistinguishable";
}

/// "A did not differ significantly from B in O", "A was no different from B"
std::optional<ComparedParts> AlikeReader::read_from(TokenRun statement, const CompareEvent& event) const {
    if (!denies_difference(event)) {
        return std::nullopt;
    }
    std::size_t from = event.at + 1;
    while (from < statement.end && word(from) != "from" && !tokens_[from].has(kVerb | kClause)) {
        ++from;
    }
    if (from + 1 >= statement.end || word(from) != "from") {
        return std::nullopt;
    }
    const TokenRun second = names_.side_at(from + 1, statement.end);
    if (second.empty() || tokens_[second.begin].is_number ||
        find_cue(tokens_, {from, std::min(second.end + 2, statement.end)}, kBefore) != kNoToken) {
        return std::nullopt;  // "did not differ from baseline"
    }
    TokenRun outcome = names_.outcome_behind(event.at + 1, from);
    if (outcome.empty()) {
        outcome = names_.outcome_behind(second.end, statement.end);
    }
    TokenRun first = names_.subject(statement, event.first);
    const std::size_t side = word(from + 1) == "that" ? names_.side_in(first, from + 2) : kNoToken;
    if (side != kNoToken) {
        outcome = {first.begin, side - 1};
        first.begin = side;
    }
    return ComparedParts{first, second, outcome, event, from, 0.85};
}

/// "A and B were equally safe", "A and B did not differ in O", "A and B had similar effects on O"
std::optional<ComparedParts> AlikeReader::read_pair(TokenRun statement, const CompareEvent& event) const {
    const TokenRun subject = names_.subject(statement, event.first);
    std::size_t joint = kNoToken;
    for (std::size_t i = subject.begin; i < subject.end; ++i) {
        if (tokens_[i].sign != '\0' || (names_.is_term(i, "and") && joint != kNoToken)) {
            return std::nullopt;  // of three
        }
        joint = names_.is_term(i, "and") ? i : joint;
    }
    if (joint == kNoToken || !tells_of_pair(statement, event)) {
        return std::nullopt;
    }
    const TokenRun first = names_.trimmed({subject.begin, joint});
    const TokenRun second = names_.trimmed({joint + 1, subject.end});
    if (!is_alternative(first) || !is_alternative(second)) {
        return std::nullopt;
    }
    return ComparedParts{first, second,   names_.outcome_behind(event.at + 1, statement.end),
                         event, kNoToken, 0.8};
}

/// Is it the two of the subject that are alike, and not groups in what the subject names?
bool AlikeReader::tells_of_pair(TokenRun statement, const CompareEvent& event) const {
    if (find_cue(tokens_, {event.at + 1, statement.end}, kGroup | kThan | kBefore) != kNoToken) {
        return false;
    }
    const std::string_view phrase = word(event.at);
    if (denies_difference(event) || phrase.starts_with("equal") || phrase.starts_with("similarly ")) {
        return true;
    }
    static constexpr std::array<std::string_view, 8> kWhat{"effect", "efficaci", "effici", "outcom",
                                                           "result", "benefit",  "safeti", "effectiv"};
    for (std::size_t i = event.first; i < std::min(statement.end, event.at + 4); ++i) {
        if (std::ranges::find(kWhat, std::string_view(tokens_[i].term)) != kWhat.end()) {
            return true;
        }
    }
    const TokenRun outcome = names_.outcome_behind(event.at + 1, statement.end);
    return tokens_[event.at].has(kSame) && event.first == event.at && event.at + 1 < statement.end &&
           tokens_[event.at + 1].has(kPlace) && outcome_value(names_.terms_of(outcome)) != 0;
}

/// A measure ("pain") is none.
bool AlikeReader::is_alternative(TokenRun side) const {
    return !side.empty() && names_.name_something(side) && outcome_value(names_.terms_of(side)) == 0;
}

}  // namespace whereof::claim
