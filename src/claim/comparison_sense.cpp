// SPDX-License-Identifier: MIT
#include "claim/comparison_sense.hpp"

namespace whereof::claim {

OutcomeSense AnswerSense::of(std::size_t event) const {
    OutcomeSense sense = of_outcome(event);
    sense.value = found_value(event).value_or(sense.value);
    return sense;
}

/// Of the question's outcome, else of the words about the event.
OutcomeSense AnswerSense::of_outcome(std::size_t event) const {
    std::vector<std::string> terms;
    for (const Form& form : question_.outcome) {
        terms.insert(terms.end(), form.begin(), form.end());
    }
    if (!question_.outcome.empty()) {
        return outcome_sense(terms);
    }
    // "Pain was similar at first, but lower with A than with B at 6 weeks"
    const bool goes_on = asked_.begin > 0 && tokens_[asked_.begin].has(kStop);
    const bool told = event != AskedStatement::kNowhere;
    for (const TokenRun run :
         {told ? names_.outcome_behind(event + 1, asked_.end) : TokenRun{},
          told ? TokenRun{asked_.begin, event} : TokenRun{}, TokenRun{asked_.begin, asked_.end},
          goes_on ? TokenRun{0, asked_.begin} : TokenRun{}}) {
        if (const OutcomeSense sense = outcome_sense(terms_in(run)); sense.value != 0) {
            return sense;
        }
    }
    return {};
}

/// "A detected more cancers than B", "A spared patients more pain than B"
std::optional<int> AnswerSense::found_value(std::size_t event) const {
    if (!question_.outcome.empty() || event == AskedStatement::kNowhere || event < 2) {
        return std::nullopt;
    }
    std::size_t verb = event - 1;
    verb -= tokens_[verb].has(kPeople) && verb > 1 ? 1U : 0U;
    const bool side_before = marks_.side[verb - 1] == 1 || marks_.side[verb - 1] == 2;
    return side_before ? value_when_found(tokens_[verb].span.of(sentence_)) : std::nullopt;
}

/// The words that may name an outcome: no side, no change, no population, nothing behind "along with".
std::vector<std::string> AnswerSense::terms_in(TokenRun run) const {
    std::vector<std::string> out;
    for (std::size_t i = run.begin; i < run.end && !tokens_[i].has(kAlong); ++i) {
        const std::size_t past = names_.without_population({i, run.end}).begin;
        if (past != i) {
            i = past - 1;
        } else if (marks_.side[i] == 0 && !tokens_[i].has(kChange) && !tokens_[i].term.empty()) {
            out.push_back(tokens_[i].term);
        }
    }
    return out;
}

}  // namespace whereof::claim
