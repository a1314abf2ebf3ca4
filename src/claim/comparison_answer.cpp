// SPDX-License-Identifier: MIT
#include "claim/comparison_answer.hpp"

#include "claim/comparison_amounts.hpp"
#include "claim/comparison_choice.hpp"
#include "claim/comparison_contrast.hpp"
#include "claim/comparison_ellipsis.hpp"
#include "claim/comparison_equatives.hpp"
#include "claim/comparison_events.hpp"
#include "claim/comparison_halves.hpp"
#include "claim/comparison_links.hpp"
#include "claim/comparison_makers.hpp"
#include "claim/comparison_marks.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_numbers.hpp"
#include "claim/comparison_outcome.hpp"
#include "claim/comparison_plans.hpp"
#include "claim/comparison_sense.hpp"
#include "claim/comparison_sides.hpp"
#include "claim/comparison_statement.hpp"
#include "claim/comparison_subject.hpp"
#include "claim/comparison_tests.hpp"
#include "claim/comparison_words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::size_t kNowhere = AskedStatement::kNowhere;
/// At most so sure is "A improved O" of a sentence that names B elsewhere: below what search calls a
/// direction.
constexpr double kAlone = 0.65;

class Answerer {
  public:
    Answerer(std::string_view sentence, const ComparisonQuestion& question,
             const std::vector<CompareToken>& tokens)
        : sentence_(sentence),
          question_(question),
          tokens_(tokens),
          names_(sentence_, tokens_),
          marks_(mark_question(tokens_, question)),
          asked_(find_statement(tokens_, question, marks_)),
          in_{sentence_, tokens_, question_, marks_, asked_},
          tests_(sentence_, tokens_),
          sides_(tokens_, marks_.side, asked_.begin, asked_.end) {}

    ComparisonAnswer run() {
        if (is_plan(tokens_, asked_.begin, asked_.end)) {
            return std::move(answer_);
        }
        auto events = find_events(tokens_, asked_.begin, asked_.end, marks_.ignored);
        const bool withheld =
            is_withheld(sentence_, tokens_, asked_.begin, asked_.end) || compares_makers(in_);
        if (withheld) {
            events.clear();
        }
        const EventChoice choice(in_);
        const CompareEvent* event = choice.choose(events);
        if (event != nullptr && (is_ratio_of_either(*event) || is_of_another(*event))) {
            event = nullptr;
        }
        if (event != nullptr) {
            const auto goes_along = choice.happened_along(*event);
            answer_by_event(goes_along ? *goes_along : *event);
        } else if (!withheld) {
            answer_by_numbers();
        }
        finish();
        return std::move(answer_);
    }

    /// How much of the question's outcome the sentence names.
    [[nodiscard]] double coverage() const { return asked_.coverage; }

  private:
    void note(std::size_t token) {
        if (token < tokens_.size()) {
            answer_.words.push_back(tokens_[token].span);
        }
    }

    /// "… in A and … in B (HR 0.7)": which of the sides the ratio is of is not said.
    [[nodiscard]] bool is_ratio_of_either(const CompareEvent& event) const {
        if (!tokens_[event.at].has(kRatio) ||
            find_cue(tokens_, {asked_.begin, asked_.end}, kThan) != kNoToken) {
            return false;
        }
        const auto begin = marks_.side.begin() + static_cast<std::ptrdiff_t>(asked_.begin);
        const auto end = marks_.side.begin() + static_cast<std::ptrdiff_t>(asked_.end);
        return std::find(begin, end, 1) != end && std::find(begin, end, 2) != end;
    }

    /// "The dose with A was twice that with B, and O …": of what stands behind the multiple is none.
    [[nodiscard]] bool is_of_another(const CompareEvent& event) const {
        return asked_.outcome != kNowhere && asked_.outcome > event.at &&
               is_multiple(sentence_, tokens_, event.at);
    }

    /// What the nearest test behind the event or the outcome says; 0 nothing, 1 significant, -1 not.
    int significance(std::size_t from) {
        const StatedTests::Found found = tests_.behind(from, {asked_.begin, asked_.end});
        note(found.at);
        return found.verdict;
    }

    /// "A versus B versus C": which two differ is not said.
    [[nodiscard]] bool compares_several() const {
        return StatementLinks(sentence_, tokens_).name_several({asked_.begin, asked_.end});
    }

    /// -1 where the second side's change was the greater: "lowered pain by 1.0 versus 2.5 with B".
    [[nodiscard]] int amount_sign(const CompareEvent& event) const {
        const auto amounts = change_amounts(tokens_, event.at, asked_.end);
        return amounts && std::abs(tokens_[amounts->first].value) < std::abs(tokens_[amounts->second].value)
                   ? -1
                   : 1;
    }

    void answer_by_event(const CompareEvent& event) {
        if (event.first != event.at) {
            note(event.first);
        }
        note(event.at);
        valued_ = event.valued;
        event_ = event;
        if (is_trait(sentence_, tokens_, {asked_.begin, asked_.end}, event.first)) {
            return;
        }
        const EventSubject subjects(in_, sides_);
        if (event.sign == 0) {
            const bool of_others = subjects.is_of_others(event);
            answer_.change = of_others ? Change::none : Change::same;
            answer_.confidence = of_others ? 0.0 : 0.92;
        } else if (!compares_several()) {
            answer_by_subject(event, subjects.find(event));
        }
    }

    void answer_by_subject(const CompareEvent& event, const EventSubject::Found& subject) {
        note(subject.than);
        before_ = subject.before;
        alone_ = subject.alone;
        if (subject.side == 0) {
            return;
        }
        const int test =
            significance(asked_.outcome == kNowhere ? event.at : std::max(asked_.outcome, event.at));
        const bool significant = test > 0 || tests_.calls_significant(event.at, {asked_.begin, asked_.end});
        if (test < 0 && !significant) {
            answer_.change = Change::same;
            answer_.confidence = 0.85;
            return;
        }
        const int sign = event.sign * amount_sign(event);
        sign_ = subject.side == 1 ? sign : -sign;
        answer_.confidence = subject.basis + (significant ? 0.05 : -0.05) - (test < 0 ? 0.3 : 0.0);
    }

    /// "44 % of A and 29 % of B, p = 0.04"
    void answer_by_numbers() {
        if (compares_several()) {
            return;
        }
        std::size_t first = kNowhere;
        std::size_t second = kNowhere;
        for (std::size_t i = asked_.begin; i < asked_.end; ++i) {
            first = first == kNowhere && marks_.side[i] == 1 ? i : first;
            second = second == kNowhere && marks_.side[i] == 2 ? i : second;
        }
        const int test = significance(asked_.outcome == kNowhere ? asked_.begin : asked_.outcome);
        if (test < 0) {
            answer_.change = Change::same;
            answer_.confidence = 0.8;
            return;
        }
        if (first == kNowhere || second == kNowhere) {
            return;
        }
        const ComparedNumbers numbers(tokens_, marks_.side, asked_.begin, asked_.end);
        const auto a = numbers.of_side(first, second);
        const auto b = numbers.of_side(second, first);
        if (!a || !b || *a == *b) {
            return;
        }
        note(first);
        note(second);
        sign_ = *a > *b ? 1 : -1;
        answer_.confidence = test > 0 ? 0.85 : 0.55;
    }

    void finish() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const bool first = marks_.side[i] == 1;
            const bool second = marks_.side[i] == 2;
            answer_.names_both = answer_.names_both || (first && names_second_) || (second && names_first_);
            names_first_ = names_first_ || first;
            names_second_ = names_second_ || second;
            const bool near = event_ && i + 6 > event_->at && i < event_->at;
            answer_.hedged = answer_.hedged || (near && tokens_[i].has(kHedge));
        }
        answer_.first_share = marks_.first_share;
        answer_.second_share = marks_.second_share;
        if (!question_.outcome.empty() && answer_.confidence > 0) {
            answer_.confidence -= asked_.coverage >= 0.5 ? 0.0 : asked_.coverage > 0 ? 0.08 : 0.2;
        }
        answer_.confidence -= before_ ? 0.15 : 0.0;
        answer_.confidence = std::clamp(answer_.confidence, 0.0, alone_ ? kAlone : 1.0);
        set_direction();
        std::ranges::sort(answer_.words, {}, &Span::begin);
    }

    void set_direction() {
        if (answer_.change == Change::same) {
            answer_.direction = Direction::no_difference;
            return;
        }
        if (sign_ == 0) {
            answer_.confidence = 0.0;
            return;
        }
        const AnswerSense senses(in_, names_);
        const OutcomeSense sense = senses.of(event_);
        const Span word = event_ && event_->first == event_->at ? tokens_[event_->at].span : Span();
        const auto effect = effect_on(word.of(sentence_), sign_, valued_, sense);
        answer_.change = senses.is_turned() ? mirrored(effect.change) : effect.change;
        answer_.direction = effect.direction;
        answer_.confidence -= valued_ && sense.value == 0 ? 0.1 : 0.0;
    }

    std::string_view sentence_;
    const ComparisonQuestion& question_;
    const std::vector<CompareToken>& tokens_;
    SentenceNames names_;
    ComparisonMarks marks_;
    AskedStatement asked_;
    AskedSentence in_;
    StatedTests tests_;
    NamedSides sides_;
    ComparisonAnswer answer_;
    std::optional<CompareEvent> event_;  ///< that answers; absent where numbers do
    int sign_ = 0;                       ///< of the event, for the first side
    bool valued_ = false;
    bool before_ = false;  ///< compared with an earlier time
    bool alone_ = false;   ///< told of one side, not set against the other
    bool names_first_ = false;
    bool names_second_ = false;
};

/// An answer without its direction.
ComparisonAnswer undirected(ComparisonAnswer answer) {
    answer.change = Change::none;
    answer.direction = Direction::none;
    answer.confidence = 0.0;
    return answer;
}

/// Do two answers call different sides the better?
bool oppose(const ComparisonAnswer& one, const ComparisonAnswer& other) {
    return one.direction != other.direction && one.direction != Direction::none &&
           one.direction == mirrored(other.direction);
}

/// Of a sentence's halves: the one about the question's outcome; without one, what they agree in.
ComparisonAnswer answer_halves(std::string_view sentence, const ComparisonQuestion& question,
                               const std::vector<std::vector<CompareToken>>& halves) {
    ComparisonAnswer best;
    double coverage = -1.0;
    for (const auto& half : halves) {
        Answerer answerer(sentence, question, half);
        ComparisonAnswer answer = answerer.run();
        if (answerer.coverage() > coverage) {
            coverage = answerer.coverage();
            best = std::move(answer);
        } else if (answerer.coverage() == coverage && oppose(best, answer)) {
            best = undirected(std::move(best));
        }
    }
    return best;
}

}  // namespace

ComparisonAnswer answer_question(std::string_view sentence, const ComparisonQuestion& question) {
    const auto all = without_ellipsis(sentence, read_compare_tokens(sentence));
    const auto tokens = without_contrasts(all);
    const auto halves = comparison_halves(sentence, tokens);
    if (halves.size() > 1) {
        return answer_halves(sentence, question, halves);
    }
    ComparisonAnswer answer = Answerer(sentence, question, halves.front()).run();
    if (tokens.size() == all.size() || answer.names_both) {
        return answer;
    }
    // A side that is only told apart from another ("Unlike A, B was better than C") is not what is compared.
    const ComparisonAnswer whole = Answerer(sentence, question, all).run();
    return whole.names_both ? undirected(whole) : answer;
}

}  // namespace whereof::claim
