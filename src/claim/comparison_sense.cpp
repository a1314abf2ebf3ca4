// SPDX-License-Identifier: MIT
#include "claim/comparison_sense.hpp"

#include "claim/comparison_equatives.hpp"

#include <algorithm>

namespace whereof::claim {

OutcomeSense AnswerSense::of(std::size_t event) const {
    OutcomeSense sense = of_outcome(event);
    sense.value = found_value(event).value_or(sense.value);
    return sense;
}

/// Of the question's outcome, else of the words about the event.
OutcomeSense AnswerSense::of_outcome(std::size_t event) const {
    if (in_.asked.opposed) {
        return outcome_sense({in_.tokens[in_.asked.outcome].term});
    }
    const bool told = event != AskedStatement::kNowhere;
    const bool multiple = told && is_multiple(in_.text, in_.tokens, event);
    std::vector<std::string> terms;
    for (const Form& form : in_.question.outcome) {
        terms.insert(terms.end(), form.begin(), form.end());
    }
    if (!in_.question.outcome.empty()) {
        return multiple ? multiplied_sense(terms) : outcome_sense(terms);
    }
    if (multiple) {
        return multiplied_sense(terms_in({in_.asked.begin, event}));
    }
    // "Pain was similar at first, but lower with A than with B at 6 weeks"
    const bool goes_on = in_.asked.begin > 0 && in_.tokens[in_.asked.begin].has(kStop);
    for (const TokenRun run :
         {told ? names_.outcome_behind(event + 1, in_.asked.end) : TokenRun{},
          told ? TokenRun{in_.asked.begin, event} : TokenRun{}, TokenRun{in_.asked.begin, in_.asked.end},
          goes_on ? TokenRun{0, in_.asked.begin} : TokenRun{}}) {
        if (const OutcomeSense sense = outcome_sense(terms_in(run)); sense.value != 0) {
            return sense;
        }
    }
    return {};
}

/// "A detected more cancers than B", "A spared patients more pain than B"
std::optional<int> AnswerSense::found_value(std::size_t event) const {
    if (!in_.question.outcome.empty() || event == AskedStatement::kNowhere || event < 2) {
        return std::nullopt;
    }
    std::size_t verb = event - 1;
    if (names_.is_loss(verb)) {
        return value_when_lost(terms_in(names_.outcome_behind(event + 1, in_.asked.end)));
    }
    verb -= in_.tokens[verb].has(kPeople) && verb > 1 ? 1U : 0U;
    const bool side_before = in_.marks.side[verb - 1] == 1 || in_.marks.side[verb - 1] == 2;
    if (side_before && names_.is_loss(verb)) {
        return value_when_lost(terms_in(names_.outcome_behind(event + 1, in_.asked.end)));
    }
    return side_before ? value_when_found(in_.tokens[verb].span.of(in_.text)) : std::nullopt;
}

/// The "oxygen" of "nasal oxygen" and "standard oxygen"
bool AnswerSense::is_shared(std::size_t i) const {
    return std::ranges::any_of(in_.question.shared,
                               [&](const Forms& forms) { return forms.front() == Form{in_.tokens[i].term}; });
}

/// The words that may name an outcome: no side, no change, no population, nothing behind "along with".
std::vector<std::string> AnswerSense::terms_in(TokenRun run) const {
    std::vector<std::string> out;
    for (std::size_t i = run.begin; i < run.end && !in_.tokens[i].has(kAlong); ++i) {
        const std::size_t past = names_.without_population({i, run.end}).begin;
        if (past != i) {
            i = past - 1;
        } else if (i + 1 < in_.tokens.size() &&
                   (in_.tokens[i + 1].sign == '<' || in_.tokens[i + 1].sign == '>')) {
            continue;  // "LVEF < 30%" is none of LVEF
        } else if (in_.marks.side[i] == 0 && !is_shared(i) && !in_.tokens[i].has(kChange) &&
                   !names_.is_valued_verb(i) && !in_.tokens[i].term.empty()) {
            out.push_back(in_.tokens[i].term);
        }
    }
    return out;
}

}  // namespace whereof::claim
