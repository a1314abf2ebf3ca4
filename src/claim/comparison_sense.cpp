// SPDX-License-Identifier: MIT
#include "claim/comparison_sense.hpp"

#include "claim/comparison_deeds.hpp"
#include "claim/comparison_equatives.hpp"

#include <algorithm>

namespace whereof::claim {

OutcomeSense AnswerSense::of(const std::optional<CompareEvent>& event) const {
    OutcomeSense sense = of_outcome(event ? event->at : AskedStatement::kNowhere);
    if (event) {
        const auto deed =
            DeedReader(in_.text, in_.tokens, names_).read({in_.asked.begin, in_.asked.end}, *event);
        sense.value = deed && is_asked(deed->thing) ? deed->value : sense.value;
    }
    return sense;
}

/// Does the run name the outcome that is asked for, where one is?
bool AnswerSense::is_asked(TokenRun run) const {
    const auto& outcome = in_.marks.outcome;
    return in_.question.outcome.empty() ||
           std::any_of(outcome.begin() + static_cast<std::ptrdiff_t>(run.begin),
                       outcome.begin() + static_cast<std::ptrdiff_t>(run.end),
                       [](double weight) { return weight > 0; });
}

/// What the statement calls the outcome that is asked for: of "pain" the "pain relief" in it.
OutcomeSense AnswerSense::named() const {
    const std::size_t at = in_.asked.outcome;
    if (at == AskedStatement::kNowhere || outcome_weight(in_.tokens[at].term) < 1.0) {
        return {};
    }
    constexpr double kMost = 0.5;
    const auto& marks = in_.marks;
    const auto belongs = [&](std::size_t i) {
        const CompareToken& token = in_.tokens[i];
        const bool joins = is_one_of(token.term, {"of", "in", "from", "to", "lack", "absenc"});
        return token.sign == '\0' && !token.is_number && marks.side[i] == 0 &&
               !is_one_of(token.term, {"and", "or"}) &&
               (joins || (token.cues & ~kDiffer) == 0 || token.term == "work");
    };
    TokenRun run{at, at + 1};
    while (run.begin > in_.asked.begin && belongs(run.begin - 1)) {
        --run.begin;
    }
    while (run.end < in_.asked.end && belongs(run.end)) {
        ++run.end;
    }
    // A word of the outcome that stands apart may change what the others mean.
    for (std::size_t i = in_.asked.begin; i < in_.asked.end; ++i) {
        const bool inside = i >= run.begin && i < run.end;
        const bool beside = i + 1 == run.begin || i == run.end;
        if ((!inside && marks.outcome[i] > 0) || (beside && marks.side[i] != 0)) {
            return {};
        }
    }
    const bool several = std::ranges::any_of(in_.question.outcome_phrase, [](const std::string& term) {
        return is_one_of(term, {"and", "or"});
    });
    return several || in_.asked.coverage < kMost ? OutcomeSense() : outcome_sense(names_.terms_of(run));
}

bool AnswerSense::is_turned() const {
    const int turned = named().value * outcome_sense(in_.question.outcome_phrase).value;
    return turned < 0 || (turned == 0 && in_.asked.opposed);
}

/// Of the question's outcome, else of the words about the event.
OutcomeSense AnswerSense::of_outcome(std::size_t event) const {
    if (in_.asked.opposed) {
        const OutcomeSense sense = named();
        return sense.value != 0 ? sense : outcome_sense({in_.tokens[in_.asked.outcome].term});
    }
    const bool told = event != AskedStatement::kNowhere;
    const bool multiple = told && is_multiple(in_.text, in_.tokens, event);
    if (!in_.question.outcome.empty()) {
        const auto& terms = in_.question.outcome_phrase;
        return multiple ? multiplied_sense(terms) : is_turned() ? named() : outcome_sense(terms);
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
                   !names_.is_valued_verb(i) && !names_.is_amount_of_time(i) && !in_.tokens[i].term.empty()) {
            out.push_back(in_.tokens[i].term);
        }
    }
    return out;
}

}  // namespace whereof::claim
