// SPDX-License-Identifier: MIT
// Whose ratio it is: "the odds ratio for O was 0.7 with A compared with B".
#include "claim/comparison_than.hpp"

#include <algorithm>

namespace whereof::claim {

/// "The odds ratio for O was 0.7 with A compared with B", "A vs B: HR for O 0.7", "A had an odds ratio for O
/// of 0.7 compared with B"
std::optional<ComparedParts> ThanReader::read_ratio(TokenRun statement, std::size_t than,
                                                    const CompareEvent& event, TokenRun second) const {
    TokenRun first = names_.name_before(than, statement);
    const std::size_t before = first.begin - (first.begin > 0 && names_.is_article(first.begin - 1) ? 1 : 0);
    const bool placed = before > event.at + 1 && (has(before - 1, kPlace) || tokens_[before - 1].sign == ',');
    if (event.at < than && !placed) {
        first = names_.subject(statement, event.first);
    }
    const TokenRun sides{event.at < than && !placed ? than : first.begin, second.end};
    TokenRun outcome;
    for (std::size_t i = event.at + 1; i < statement.end && outcome.empty(); ++i) {
        const bool inside = i + 1 >= sides.begin && i < sides.end;
        if (!inside && (has(i, kPlace) || names_.is_of(i))) {
            const std::size_t end = i < sides.begin ? sides.begin : statement.end;
            outcome = without_numbers(names_.outcome_behind(i + 1, end));
        }
    }
    if (outcome.empty() && event.at > than) {  // "A vs B for death: HR 0.7"
        outcome = asked_for(second.end, event.first);
    }
    const TokenRun head{statement.begin, std::min(first.begin, event.first)};
    if (outcome.empty() && find_cue(tokens_, head, kVerb) == kNoToken) {  // "Death, A vs B: HR 0.7"
        outcome = names_.trimmed(head);
    }
    return ComparedParts{first, second, outcome, event, than, 0.85};
}

/// Up to the first number.
TokenRun ThanReader::without_numbers(TokenRun run) const {
    for (std::size_t i = run.begin; i < run.end; ++i) {
        if (tokens_[i].is_number) {
            run.end = i;
        }
    }
    return run;
}

/// The A of "Compared with B, the hazard ratio for O with A was 0.7".
std::optional<TokenRun> ThanReader::side_of_ratio(const CompareEvent& event, std::size_t end) const {
    std::optional<TokenRun> out;
    const std::size_t verb = find_cue(tokens_, {event.at + 1, end}, kVerb);
    for (std::size_t i = event.at + 2; verb != kNoToken && i < verb; ++i) {
        const TokenRun named = has(i, kPlace) && !names_.is_of(i) ? names_.side_at(i + 1, verb) : TokenRun{};
        out = !named.empty() && named.end == verb ? named : out;
    }
    return out;
}

}  // namespace whereof::claim
